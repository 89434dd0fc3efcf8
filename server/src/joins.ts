// Where a module needs to know something that belongs right of it, app.ts gives it one of these as a plain argument.
// Resources are read here for modules left of them: clients count them, settings walk down to them. Nothing here writes.
import { type Settings as AgentSettings, LOGS_CAPABILITY } from "@vigia/protocol";
import { ofTenant, type Tx } from "./database/index.ts";
import type { TelemetryHandlers, TelemetryItem } from "./delivery/index.ts";
import { Prisma } from "./generated/prisma/client.ts";
import { addFirstAccess } from "./modules/access/index.ts";
import type { Accounts, Furnish, SendResetMail } from "./modules/accounts/index.ts";
import type { Audit } from "./modules/audit/index.ts";
import type { ClientsModule, CountResources } from "./modules/clients/index.ts";
import { addFirstContractTypes } from "./modules/contracts/index.ts";
import { addFirstDesk } from "./modules/desks/index.ts";
import type { FileLimits, LimitsFor } from "./modules/files/index.ts";
import type { Arrived, InventoryModule } from "./modules/inventory/index.ts";
import type { LogParts } from "./modules/logs/index.ts";
import type { Notify } from "./modules/notify/index.ts";
import type { Marks, ScopeChain, SettingsFor } from "./modules/resources/index.ts";
import { addFirstTypes } from "./modules/resources/index.ts";
import type { NamedScopeLink, ScopeLink, Settings, SettingsScopes } from "./modules/settings/index.ts";
import type { FindTarget } from "./modules/vault/index.ts";
import { publish } from "./outbox/index.ts";

interface CountedPlace {
  id: string;
  resources: number;
  online: number;
}

/** Counts the resources of clients or sites, deleted ones left out. */
export const countResources: CountResources = async (tx, by, ids) => {
  if (ids.length === 0) return new Map();
  const place = by === "client" ? Prisma.sql`r.client_id` : Prisma.sql`r.site_id`;
  const rows = await tx.$queryRaw<CountedPlace[]>`
    select ${place} as id, count(*)::int as resources, (count(*) filter (where p.presence = 'online'))::int as online
    from resources r left join resource_presence p on p.organization_id = r.organization_id and p.resource_id = r.id
    where ${ofTenant("r")} and r.deleted_at is null and ${place} = any(${[...ids]}::uuid[]) group by ${place}`;
  return new Map(rows.map(({ id, ...count }) => [id, count]));
};

/** Ids of the organization's administrators who can sign in. */
export async function administratorsOf(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct u.id from grants g
      join permission_groups p on p.organization_id = g.organization_id and p.id = g.permission_group_id and p.predefined = 'administrators' and p.deleted_at is null
      join memberships m on m.organization_id = g.organization_id and m.user_id = g.user_id and m.deleted_at is null and m.disabled_at is null
      join users u on u.id = g.user_id and u.disabled_at is null
    where ${ofTenant("g")} and g.deleted_at is null`;
  return rows.map(({ id }) => id);
}

/** What a new organization starts with: its groups and its administrator's grant, its first client, types of equipment and contracts, and a desk. */
export const joinFurnish =
  (clients: Pick<ClientsModule, "addFirst">): Furnish =>
  async (tx, organization) => {
    await addFirstAccess(tx, organization);
    await clients.addFirst(tx, organization);
    await addFirstTypes(tx, organization.organizationId);
    await addFirstContractTypes(tx, organization.organizationId);
    await addFirstDesk(tx, organization.organizationId);
  };

/** Knows what stands above each thing that a setting can be made at. */
export function joinScopes(accounts: Pick<Accounts, "organizationScope">, clients: () => ClientsModule): SettingsScopes {
  async function below(tx: Tx, scope: NamedScopeLink["scope"], id: string): Promise<readonly NamedScopeLink[] | undefined> {
    switch (scope) {
      case "organization":
        return [];
      case "client":
        return clients().clientScope(tx, id);
      case "site":
        return clients().siteScopes(tx, id);
      case "group":
        return groupScopes(tx, clients(), id);
      case "resource":
        return resourceScopes(tx, clients(), id);
    }
  }
  return {
    async chain(tx, organizationId, scope, id) {
      if (scope === "organization" && id !== organizationId) return undefined;
      const rest = await below(tx, scope, id);
      return rest === undefined ? undefined : [await accounts.organizationScope(tx, organizationId), ...rest];
    },
  };
}

async function groupScopes(tx: Tx, clients: ClientsModule, id: string): Promise<NamedScopeLink[] | undefined> {
  const group = await tx.resourceGroup.findFirst({ where: { id, deletedAt: null }, select: { name: true, clientId: true } });
  const above = group === null ? undefined : await clients.clientScope(tx, group.clientId);
  return group === null || above === undefined ? undefined : [...above, { scope: "group", id, name: group.name }];
}

async function resourceScopes(tx: Tx, clients: ClientsModule, id: string): Promise<NamedScopeLink[] | undefined> {
  const resource = await tx.resource.findFirst({
    where: { id, deletedAt: null },
    select: { name: true, siteId: true, group: { select: { id: true, name: true } } },
  });
  const above = resource === null ? undefined : await clients.siteScopes(tx, resource.siteId);
  if (resource === null || above === undefined) return undefined;
  const group: NamedScopeLink[] = resource.group === null ? [] : [{ scope: "group", ...resource.group }];
  return [...above, ...group, { scope: "resource", id, name: resource.name }];
}

/** What agents are told, from the settings that hold for their resources. */
export function joinSettings(settings: Settings): SettingsFor {
  return async (tx, organizationId, chains): Promise<AgentSettings[]> => {
    const all = await settings.valuesOfAll(
      tx,
      chains.map((chain) => linksOf(organizationId, chain)),
    );
    return all.map((values) => ({
      metricsIntervalSeconds: values["agent.metricsIntervalSeconds"],
      factsIntervalSeconds: values["agent.factsIntervalSeconds"],
    }));
  };
}

const linksOf = (organizationId: string, { clientId, siteId, groupId, resourceId }: ScopeChain): ScopeLink[] => [
  { scope: "organization", id: organizationId },
  { scope: "client", id: clientId },
  { scope: "site", id: siteId },
  ...(groupId === null ? [] : [{ scope: "group" as const, id: groupId }]),
  { scope: "resource", id: resourceId },
];

/** Seconds between two reports of a resource, as its settings say. */
export function joinInterval(settings: Settings, scopes: SettingsScopes) {
  return async (tx: Tx, organizationId: string, resourceId: string): Promise<number> => {
    const chain = (await scopes.chain(tx, organizationId, "resource", resourceId)) ?? [];
    return (await settings.values(tx, chain))["agent.metricsIntervalSeconds"];
  };
}

/** How much of files an organization may have: what it set itself, and never more than the operator allows (bytes). */
export function joinFileLimits(settings: Settings, most: FileLimits): LimitsFor {
  return async (tx, organizationId) => {
    const values = await settings.values(tx, [{ scope: "organization", id: organizationId }]);
    return {
      file: Math.min(most.file, values["files.maxFileMebibytes"] * 2 ** 20),
      organization: Math.min(most.organization, values["files.quotaGibibytes"] * 2 ** 30),
    };
  };
}

/** Whether a machine can be asked for its logs: by an approved agent that knows how, and whose key is on one machine alone. */
export const askableForLogs: LogParts["askable"] = async (tx, resourceId) => {
  const agent = await tx.agent.findFirst({
    where: { resourceId, state: "active" },
    select: { id: true, capabilities: true, bootId: true },
  });
  const resource = await tx.resource.findFirst({ where: { id: resourceId, deletedAt: null }, select: { name: true } });
  if (agent === null || resource === null) return { problem: "agent" };
  // Before its first hello nobody knows what it can.
  if (!agent.capabilities.includes(LOGS_CAPABILITY)) return { problem: agent.bootId === null ? "unseen" : "version" };
  return (await tx.agentQuarantine.count({ where: { agentId: agent.id } })) > 0 ? { problem: "quarantine" } : { name: resource.name };
};

/** Where a client or a resource stands, as the vault asks for the place of a secret. */
export const findTarget: FindTarget = async (tx, { clientId, resourceId }) => {
  if (clientId !== null) {
    const client = await tx.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { id: true } });
    return client === null ? undefined : { kind: "client", id: client.id };
  }
  if (resourceId === null) return undefined;
  const place = { clientId: true, siteId: true, groupId: true } as const;
  const resource = await tx.resource.findFirst({ where: { id: resourceId, deletedAt: null }, select: place });
  return resource === null ? undefined : { kind: "resource", ...resource };
};

/** The audit log and the outbox as resources leave their marks. */
export const joinMarks = (audit: Audit): Marks => ({
  audit: async (tx, organizationId, record) => void (await audit.record(tx, { organizationId, ...record })),
  publish,
});

/** Mails the link that sets a forgotten password. The token stands behind the hash, so that no server and no log on its way sees it. */
export const joinResetMail =
  (notify: () => Pick<Notify, "mail">, origins: readonly string[]): SendResetMail =>
  (tx, { organizationId, userId, token, expiresAt }) =>
    notify().mail(tx, {
      organizationId,
      userId,
      template: "password_reset",
      params: { link: `${origins[0] ?? ""}/reset-password#${token}`, expiresAt },
    });

/** Lanes STATE and METRIC for delivery: what inventories are goes to the inventory, everything else to the metrics. */
export function joinTelemetry<Measured extends object>(
  metrics: TelemetryHandlers<Measured>,
  inventory: Pick<InventoryModule, "read" | "keep">,
): TelemetryHandlers<Measured | Arrived> {
  const isArrived = (item: TelemetryItem<Measured | Arrived>): item is TelemetryItem<Arrived> => "inboxSection" in item.content;
  return {
    read: (record) => inventory.read(record) ?? metrics.read(record),
    prepare: metrics.prepare,
    async apply(client, items) {
      const arrived = items.filter(isArrived);
      await metrics.apply(
        client,
        arrived.length === 0
          ? (items as TelemetryItem<Measured>[])
          : (items.filter((item) => !isArrived(item)) as TelemetryItem<Measured>[]),
      );
      await inventory.keep(client, arrived);
    },
  };
}
