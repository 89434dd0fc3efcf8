// What people may do with contracts: make them, change what they cover, end them.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { reaches } from "../../http/reach.ts";
import { newId } from "../../ids.ts";
import { difference } from "../audit/index.ts";
import { toContractRow } from "./answer.ts";
import { monthsAfter, toDate } from "./calendar.ts";
import { type Covered, refuseMixed, writeCovered } from "./coverage.ts";
import { holdContract, readContract } from "./hold.ts";
import { type Needs, type Reader, tellAudit, todayOf, type Writer } from "./needs.ts";
import { CONTRACT_ID, CONTRACT_SORT_KEYS, findContracts, insertRider, nextContractNumber, updateContract } from "./queries.ts";
import type { Contract, ContractQuery, ContractRow, CreateContract, UpdateContract } from "./schemas.ts";
import { storedTerms } from "./terms.ts";

/** All of it answers NOT_FOUND for a contract of a client out of reach, like one that never was. */
export interface ContractService {
  list(reader: Reader, query: ContractQuery): Promise<{ items: ContractRow[]; nextCursor: string | null; total: number }>;
  get(reader: Reader, id: string): Promise<Contract>;
  /** With its first rider. Throws NOT_FOUND for a client, type, group or resource that is not there; INVALID_INPUT for wrong terms. */
  create(writer: Writer, contract: CreateContract): Promise<Contract>;
  /** Throws VERSION_MISMATCH, and CONFLICT for one that was cancelled. */
  update(writer: Writer, id: string, version: number, change: UpdateContract): Promise<Contract>;
  /** Ends it today. Throws VERSION_MISMATCH, CONFLICT when it has ended already. */
  cancel(writer: Writer, id: string, version: number): Promise<Contract>;
}

/** Builds the service. */
export function createContractService(needs: Needs): ContractService {
  const { database, clock, marks } = needs;
  const now = () => new Date(clock.now());
  const changed = async (tx: Tx, { organizationId }: Writer, contractId: string, clientId: string) =>
    marks.publish(tx, organizationId, "contract.changed", { contractId, clientId });

  async function write(tx: Tx, writer: Writer, contract: Contract, change: UpdateContract): Promise<void> {
    const { groupIds, resourceIds, ...fields } = change;
    const last = contract.riders.at(-1)?.startDate ?? contract.startsOn;
    await updateContract(
      tx,
      contract.id,
      {
        ...fields,
        ...(fields.name !== undefined && { name: fields.name.trim() }),
        ...(fields.durationMonths !== undefined && { expiresOn: monthsAfter(contract.startsOn, fields.durationMonths) }),
        ...(fields.readjustMonths !== undefined && { readjustOn: monthsAfter(last, fields.readjustMonths) }),
      },
      now(),
    );
    if (fields.coverage === undefined && groupIds === undefined && resourceIds === undefined) return;
    const coverage = fields.coverage ?? contract.coverage;
    const kept = (ids: readonly { id: string }[], goesWith: string) => (coverage === goesWith ? ids.map(({ id }) => id) : []);
    const covered: Covered = {
      coverage,
      groupIds: groupIds ?? kept(contract.groups, "groups"),
      resourceIds: resourceIds ?? kept(contract.resources, "resources"),
    };
    refuseMixed(covered);
    await writeCovered(tx, writer, { contractId: contract.id, clientId: contract.client.id }, covered);
  }

  return {
    list: ({ organizationId, reach, values }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const page = keyset(CONTRACT_SORT_KEYS, { ...query, sort: query.sort ?? "-number" }, CONTRACT_ID);
        const { rows, total } = await findContracts(tx, reach, { page, query, today: await todayOf(tx, clock) });
        return toPage(page, rows, total, (row) => toContractRow(row, reaches(values, { kind: "client", id: row.clientId })));
      }),

    get: (reader, id) => database.withTenant(reader.organizationId, (tx) => readContract(needs, tx, reader, id)),

    create: (writer, { rider, clientId, typeId, groupIds = [], resourceIds = [], ...contract }) =>
      database.withTenant(writer.organizationId, async (tx) => {
        const { organizationId } = writer;
        const client = await tx.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { id: true } });
        if (client === null || !reaches(writer.reach, { kind: "client", id: clientId })) throw new AppError("NOT_FOUND", "no such client");
        const type = await tx.contractType.findFirst({ where: { id: typeId, deletedAt: null }, select: { modality: true } });
        if (type === null) throw new AppError("NOT_FOUND", "no such contract type");
        const covered: Covered = { coverage: contract.coverage, groupIds, resourceIds };
        refuseMixed(covered);
        const terms = storedTerms(type.modality as Contract["type"]["modality"], rider);
        const { startsOn, durationMonths = null, readjustMonths = null } = contract;
        const [id, number, name] = [newId(), await nextContractNumber(tx, organizationId), contract.name.trim()];
        await tx.contract.create({
          data: {
            ...{ ...contract, id, organizationId, number, name, clientId, typeId, durationMonths, readjustMonths },
            startsOn: toDate(startsOn),
            expiresOn: monthsAfter(startsOn, durationMonths),
            readjustOn: monthsAfter(startsOn, readjustMonths),
            ...{ createdBy: writer.userId, createdAt: now(), updatedAt: now() },
          },
        });
        await writeCovered(tx, writer, { contractId: id, clientId }, covered);
        await insertRider(tx, writer, { contractId: id, number: 1, startDate: startsOn, terms, at: now() });
        await tellAudit(needs, tx, writer, "contract.created", { kind: "contract", id, details: { clientId, typeId, name, number } });
        await changed(tx, writer, id, clientId);
        return readContract(needs, tx, writer, id);
      }),

    update: (writer, id, version, change) =>
      database.withTenant(writer.organizationId, async (tx) => {
        const contract = await holdContract(needs, tx, writer, id, version);
        await write(tx, writer, contract, change);
        const result = await readContract(needs, tx, writer, id);
        const { riders: _was, version: _old, updatedAt: _then, ...before } = contract;
        const { riders: _is, version: _new, updatedAt: _now, ...said } = result;
        await tellAudit(needs, tx, writer, "contract.changed", { kind: "contract", id, details: difference(before, said) });
        await changed(tx, writer, id, contract.client.id);
        return result;
      }),

    cancel: (writer, id, version) =>
      database.withTenant(writer.organizationId, async (tx) => {
        const contract = await holdContract(needs, tx, writer, id, version);
        await updateContract(tx, id, { cancelledAt: now() }, now());
        await tellAudit(needs, tx, writer, "contract.cancelled", { kind: "contract", id, details: { name: contract.name } });
        await changed(tx, writer, id, contract.client.id);
        return readContract(needs, tx, writer, id);
      }),
  };
}
