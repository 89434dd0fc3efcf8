// What a contract covers: groups and resources that are there, of its own client, and within the caller's reach.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { GROUP_PLACE, RESOURCE_PLACE, type Reach, within } from "../../http/reach.ts";
import type { Coverage } from "../clients/index.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Covered {
  readonly coverage: Coverage;
  readonly groupIds: readonly string[];
  readonly resourceIds: readonly string[];
}

const refuse = (field: string, message: string): AppError =>
  new AppError("INVALID_INPUT", message, { details: { fields: [{ field, problem: "coverage" }] } });

/** Throws INVALID_INPUT for ids that the coverage does not take or lacks. */
export function refuseMixed({ coverage, groupIds, resourceIds }: Covered): void {
  if (coverage !== "groups" && groupIds.length > 0) throw refuse("groupIds", "groups are named by a contract that covers groups");
  if (coverage !== "resources" && resourceIds.length > 0) throw refuse("resourceIds", "resources are named by a contract that lists them");
  if (coverage === "groups" && groupIds.length === 0) throw refuse("groupIds", "name at least one group");
  if (coverage === "resources" && resourceIds.length === 0) throw refuse("resourceIds", "name at least one resource");
}

/** Makes this the contract's coverage. Throws NOT_FOUND for a group or resource that is not there, of another client, or out of reach. */
export async function writeCovered(
  tx: Tx,
  { organizationId, reach }: { organizationId: string; reach: Reach },
  { contractId, clientId }: { contractId: string; clientId: string },
  covered: Covered,
): Promise<void> {
  const groups = await tx.$queryRaw<{ id: string }[]>`select g.id from resource_groups g where g.id = any(${[...covered.groupIds]}::uuid[])
    and g.client_id = ${clientId}::uuid and g.deleted_at is null and ${within(reach, GROUP_PLACE)}`;
  if (groups.length < covered.groupIds.length) throw new AppError("NOT_FOUND", "no such group of this client");
  const resources = await tx.$queryRaw<{ id: string }[]>`select r.id from resources r where r.id = any(${[...covered.resourceIds]}::uuid[])
    and r.client_id = ${clientId}::uuid and r.deleted_at is null and ${within(reach, RESOURCE_PLACE)}`;
  if (resources.length < covered.resourceIds.length) throw new AppError("NOT_FOUND", "no such resource of this client");
  await tx.contractGroup.deleteMany({ where: { contractId } });
  await tx.contractResource.deleteMany({ where: { contractId } });
  await tx.contractGroup.createMany({ data: covered.groupIds.map((groupId) => ({ organizationId, contractId, groupId })) });
  await tx.contractResource.createMany({ data: covered.resourceIds.map((resourceId) => ({ organizationId, contractId, resourceId })) });
}

/** The groups and resources that a contract names, by name; deleted ones are left out. */
export async function findCovered(tx: Tx, contractId: string): Promise<{ groups: Named[]; resources: Named[] }> {
  const groups = await tx.$queryRaw<Named[]>`select g.id, g.name from contract_groups h
    join resource_groups g on g.organization_id = h.organization_id and g.id = h.group_id and g.deleted_at is null
    where ${ofTenant("h")} and h.contract_id = ${contractId}::uuid order by lower(g.name), g.id`;
  const resources = await tx.$queryRaw<Named[]>`select r.id, r.name from contract_resources h
    join resources r on r.organization_id = h.organization_id and r.id = h.resource_id and r.deleted_at is null
    where ${ofTenant("h")} and h.contract_id = ${contractId}::uuid order by lower(r.name), r.id`;
  return { groups, resources };
}
