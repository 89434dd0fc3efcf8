// A changed setting reaches the agents it concerns at once; those that are away get it with their next Welcome.
import type { DomainEvent } from "../../events.ts";
import type { Needs, SettingsFor } from "./needs.ts";

const COLUMNS = { client: "clientId", site: "siteId", group: "groupId", resource: "id" } as const;

/** Builds the handler of "setting.changed". */
export function createSettingsSync({
  database,
  agents,
  settingsFor,
}: Pick<Needs, "database" | "agents"> & { settingsFor: SettingsFor }): (event: DomainEvent<"setting.changed">) => Promise<void> {
  return async ({ organizationId, payload }) => {
    if (!payload.key.startsWith("agent.")) return;
    const column = COLUMNS[payload.scope as keyof typeof COLUMNS] as (typeof COLUMNS)[keyof typeof COLUMNS] | undefined;
    await database.withTenant(organizationId, async (tx) => {
      const concerned = await tx.resource.findMany({
        where: { deletedAt: null, agent: { isNot: null }, ...(column === undefined ? {} : { [column]: payload.scopeId }) },
        select: { id: true, clientId: true, siteId: true, groupId: true },
      });
      for (const { id, ...place } of concerned)
        if (agents.presence(id)?.presence === "online")
          agents.applySettings(id, await settingsFor(tx, organizationId, { ...place, resourceId: id }));
    });
  };
}
