// The tags that an organization's resources carry, for whoever is about to type one.
import { type Database, ofTenant } from "../../database/index.ts";
import type { Viewer } from "../../http/caller.ts";
import { RESOURCE_PLACE, within } from "../../http/reach.ts";
import type { TagUse } from "./equipment-schemas.ts";
import { anywhere } from "./text.ts";

export interface ResourceTags {
  /** At most 50 tags of resources within reach that contain the text, the most used first; one however it is capitalised. */
  list(viewer: Viewer, text: string): Promise<TagUse[]>;
}

/** Builds the service. */
export function createResourceTags({ database }: { database: Database }): ResourceTags {
  return {
    list: ({ organizationId, reach }, text) =>
      database.withTenant(
        organizationId,
        (tx) => tx.$queryRaw<TagUse[]>`
          select mode() within group (order by one.tag) as tag, count(*)::int as resources
          from resources r cross join lateral unnest(r.tags) as one(tag)
          where ${ofTenant("r")} and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)} and one.tag ilike ${anywhere(text)}
          group by lower(one.tag) order by count(*) desc, lower(one.tag) limit 50`,
      ),
  };
}
