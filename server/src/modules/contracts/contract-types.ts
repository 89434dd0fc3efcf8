// Contract types: what sorts of agreements an organization makes, in its own words.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { difference } from "../audit/index.ts";
import { MODALITIES, type Modality } from "../clients/index.ts";
import { refusingTaken } from "../resources/index.ts";
import { type Needs, tellAudit } from "./needs.ts";
import type { ContractType } from "./schemas.ts";

/** What each modality's first type is called. Migration 0018 gave the same to organizations that were there before. */
const FIRST_NAMES: Readonly<Record<Modality, string>> = {
  per_ticket: "Per ticket",
  free: "Free",
  saas: "Product or SaaS",
  credit: "Credit",
  shared: "Shared credit",
  hours: "Hours",
  cumulative_hours: "Cumulative hours",
};

/** Most types of one organization: they are chosen from one list. */
const MOST_TYPES = 200;

export interface ContractTypes {
  /** All of them by name. */
  list(viewer: Pick<Viewer, "organizationId">): Promise<ContractType[]>;
  /** Throws ALREADY_EXISTS for a name that is taken, CONFLICT beyond 200. */
  create(caller: Caller, type: { name: string; modality: Modality }): Promise<ContractType>;
  /** Throws NOT_FOUND, VERSION_MISMATCH, ALREADY_EXISTS. */
  update(caller: Caller, id: string, version: number, change: { name?: string }): Promise<ContractType>;
  /** Throws NOT_FOUND, VERSION_MISMATCH, IN_USE { contracts } while contracts are of it. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
}

/** What a new organization begins with. Inside the caller's transaction. */
export async function addFirstContractTypes(tx: Tx, organizationId: string): Promise<void> {
  await tx.contractType.createMany({
    data: MODALITIES.map((modality) => ({ id: newId(), organizationId, name: FIRST_NAMES[modality], modality })),
  });
}

const read = (tx: Tx, which: Prisma.Sql): Promise<ContractType[]> => tx.$queryRaw`
  select t.id, t.name, t.modality, t.version,
    (select count(*)::int from contracts k where k.organization_id = t.organization_id and k.type_id = t.id) as contracts
  from contract_types t where ${ofTenant("t")} and t.deleted_at is null and ${which} order by lower(t.name), t.id`;

async function existing(tx: Tx, id: string): Promise<ContractType> {
  const [row] = await read(tx, Prisma.sql`t.id = ${id}::uuid`);
  if (row === undefined) throw new AppError("NOT_FOUND", "no such contract type");
  return row;
}

const unlessTaken = refusingTaken("a contract type has this name", "name");

/** Builds the service. */
export function createContractTypes(needs: Needs): ContractTypes {
  const { database, clock } = needs;
  const tell = (tx: Tx, caller: Caller, action: string, id: string, details: Readonly<Record<string, unknown>>): Promise<void> =>
    tellAudit(needs, tx, caller, action, { kind: "contract_type", id, details });

  async function write(tx: Tx, id: string, version: number, data: Prisma.ContractTypeUpdateManyMutationInput): Promise<void> {
    const { count } = await unlessTaken(
      tx.contractType.updateMany({
        where: { id, version, deletedAt: null },
        data: { ...data, updatedAt: new Date(clock.now()), version: { increment: 1 } },
      }),
    );
    if (count === 0) throw versionMismatch();
  }

  return {
    list: ({ organizationId }) => database.withTenant(organizationId, (tx) => read(tx, Prisma.sql`true`)),

    create: (caller, { name, modality }) =>
      database.withTenant(caller.organizationId, async (tx) => {
        if ((await tx.contractType.count({ where: { deletedAt: null } })) >= MOST_TYPES)
          throw new AppError("CONFLICT", `an organization has at most ${MOST_TYPES} contract types`, { details: { most: MOST_TYPES } });
        const row = { id: newId(), organizationId: caller.organizationId, name: name.trim(), modality, createdBy: caller.userId };
        await unlessTaken(tx.contractType.create({ data: row }));
        await tell(tx, caller, "contract_type.created", row.id, { name: row.name, modality });
        return existing(tx, row.id);
      }),

    update: (caller, id, version, change) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await existing(tx, id);
        const said = { ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
        await write(tx, id, version, said);
        await tell(tx, caller, "contract_type.changed", id, difference(before, said));
        return existing(tx, id);
      }),

    remove: (caller, id, version) =>
      database.withTenant(caller.organizationId, async (tx) => {
        // Held before it is counted: no contract becomes of this type meanwhile.
        await tx.$queryRaw`select from contract_types t where ${ofTenant("t")} and t.id = ${id}::uuid for update`;
        const { name, contracts } = await existing(tx, id);
        if (contracts > 0) throw new AppError("IN_USE", "contracts are of this type", { details: { contracts } });
        await write(tx, id, version, { deletedAt: new Date(clock.now()) });
        await tell(tx, caller, "contract_type.deleted", id, { name });
      }),
  };
}
