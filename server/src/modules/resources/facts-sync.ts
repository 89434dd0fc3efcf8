// Keeps the few columns that lists sort and filter by in step with what an agent says about its machine.
import type { HostFacts } from "@vigia/protocol";
import { platformName } from "./facts.ts";
import type { Needs } from "./needs.ts";
import { type ResourceChange, writeResource } from "./queries.ts";
import { showable } from "./text.ts";

export type FactsArrived = (organizationId: string, resourceId: string, facts: HostFacts) => Promise<void>;

/** Builds it. A resource's name follows its host name only while nobody gave it another one. */
export function createFactsSync({ database, clock, marks }: Pick<Needs, "database" | "clock" | "marks">): FactsArrived {
  return (organizationId, resourceId, facts) =>
    database.withTenant(organizationId, async (tx) => {
      const now = await tx.resource.findFirst({ where: { id: resourceId, deletedAt: null } });
      if (now === null) return;
      const hostname = showable(facts.hostname ?? "", 255);
      const change: ResourceChange = {};
      if (hostname !== "" && hostname !== now.hostname) {
        change.hostname = hostname;
        if (now.name === now.hostname) change.name = hostname;
      }
      const platform = platformName(facts.platform);
      if (platform !== "unknown" && platform !== now.platform) change.platform = platform;
      const osName = showable(facts.osName ?? "", 256);
      if (osName !== "" && osName !== now.osName) change.osName = osName;
      if (Object.keys(change).length === 0) return;
      if (await writeResource(tx, resourceId, now.version, change, new Date(clock.now())))
        await marks.publish(tx, organizationId, "resource.changed", { resourceId });
    });
}
