import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors.ts";
import { getResource, updateResource, useResourceChange } from "../../../api/resources.ts";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { Section } from "../../../ui/page.tsx";
import { InlineError } from "../../../ui/states.tsx";
import { TagsField } from "./equipment-fields.tsx";

/** The tags as they stand with what this change adds and takes away: two people may tag at once. */
const onTop = (standing: readonly string[], before: readonly string[], after: readonly string[]): string[] => [
  ...standing.filter((tag) => !before.includes(tag) || after.includes(tag)),
  ...after.filter((tag) => !before.includes(tag) && !standing.includes(tag)),
];

/** A resource's tags, changed in place. */
export function Tags({ resource }: { resource: Resource }) {
  const { t } = useTranslation("equipment");
  const session = useSession();
  const queries = useQueryClient();
  const tags = resource.equipment?.tags ?? [];
  const [wanted, setWanted] = useState<readonly string[]>();
  const change = useResourceChange(async (after: string[]) => {
    try {
      return await updateResource(resource.id, resource.version, { tags: after });
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== "VERSION_MISMATCH") throw error;
      const fresh = await getResource(resource.id);
      return updateResource(resource.id, fresh.version, { tags: onTop(fresh.equipment?.tags ?? [], tags, after) });
    }
  });
  const save = (after: string[]) => {
    setWanted(after);
    change.mutate(after, {
      onSettled: () => {
        setWanted(undefined);
        void queries.invalidateQueries({ queryKey: ["resource-tags"] });
      },
    });
  };
  return (
    <Section title={t("tags")}>
      {can(session, "resources:write") ? <TagsField bare tags={wanted ?? tags} onChange={save} /> : <TagList tags={tags} />}
      <InlineError error={change.error} />
    </Section>
  );
}

function TagList({ tags }: { tags: readonly string[] }) {
  const { t } = useTranslation("equipment");
  if (tags.length === 0) return <p className="v-muted">{t("noTags")}</p>;
  return (
    <p className="v-tags v-tags-alone">
      {tags.map((tag) => (
        <span key={tag}>{tag}</span>
      ))}
    </p>
  );
}
