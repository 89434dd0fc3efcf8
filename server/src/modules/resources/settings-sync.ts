// Settings that hold for a resource anew, because one was changed or the resource moved, reach its agent at once; agents that are away
// get them with their next Welcome.
import type { DomainEvent } from "../../events.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { Needs, SettingsFor } from "./needs.ts";

const COLUMNS = { client: "clientId", site: "siteId", group: "groupId", resource: "id" } as const;

interface SettingsSync {
  /** Handler of "setting.changed". */
  settingChanged(event: DomainEvent<"setting.changed">): Promise<void>;
  /** Handler of "resource.changed": another site or group may mean other settings. */
  resourceChanged(event: DomainEvent<"resource.changed">): Promise<void>;
}

/** Builds the handlers. */
export function createSettingsSync({
  database,
  agents,
  settingsFor,
}: Pick<Needs, "database" | "agents"> & { settingsFor: SettingsFor }): SettingsSync {
  const tell = (organizationId: string, which: Prisma.ResourceWhereInput) =>
    database.withTenant(organizationId, async (tx) => {
      const concerned = await tx.resource.findMany({
        where: { deletedAt: null, agent: { isNot: null }, ...which },
        select: { id: true, clientId: true, siteId: true, groupId: true },
      });
      const connected = concerned.filter(({ id }) => agents.isConnected(id)).map(({ id, ...place }) => ({ ...place, resourceId: id }));
      const settings = await settingsFor(tx, organizationId, connected);
      for (const [index, { resourceId }] of connected.entries()) agents.applySettings(resourceId, settings[index] ?? {});
    });

  return {
    async settingChanged({ organizationId, payload }) {
      if (!payload.key.startsWith("agent.")) return;
      const column = COLUMNS[payload.scope as keyof typeof COLUMNS] as (typeof COLUMNS)[keyof typeof COLUMNS] | undefined;
      await tell(organizationId, column === undefined ? {} : { [column]: payload.scopeId });
    },
    async resourceChanged({ organizationId, payload }) {
      if (agents.isConnected(payload.resourceId)) await tell(organizationId, { id: payload.resourceId });
    },
  };
}
