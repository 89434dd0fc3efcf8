// Riders: what a contract's values are from a day on. One that was agreed is never rewritten; new values are a new rider.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { monthsAfter, toDate } from "./calendar.ts";
import { holdContract, readContract } from "./hold.ts";
import { type Needs, tellAudit, todayOf, type Writer } from "./needs.ts";
import { insertRider, updateContract } from "./queries.ts";
import type { Contract, CreateRider } from "./schemas.ts";
import { storedTerms } from "./terms.ts";

/** All of it throws NOT_FOUND, VERSION_MISMATCH (of the contract), and CONFLICT for a contract that was cancelled. */
export interface Riders {
  /** Throws INVALID_INPUT for wrong terms, or a day that is past or not after every other rider's. */
  create(writer: Writer, contractId: string, version: number, rider: CreateRider): Promise<Contract>;
  /** Ends a rider. Throws INVALID_INPUT for a day that is past or before it began, CONFLICT when it has an end already. */
  cancel(writer: Writer, place: { id: string; riderId: string }, version: number, cancelDate: string): Promise<Contract>;
}

const tooEarly = (field: string, message: string): AppError =>
  new AppError("INVALID_INPUT", message, { details: { fields: [{ field, problem: "order" }] } });

/** Builds the service. */
export function createRiders(needs: Needs): Riders {
  const { database, clock, marks } = needs;

  async function tell(tx: Tx, writer: Writer, contract: Contract, action: string, details: Readonly<Record<string, unknown>>) {
    await tellAudit(needs, tx, writer, action, { kind: "contract", id: contract.id, details });
    await marks.publish(tx, writer.organizationId, "contract.changed", { contractId: contract.id, clientId: contract.client.id });
  }

  return {
    create: (writer, contractId, version, { startDate, ...said }) =>
      database.withTenant(writer.organizationId, async (tx) => {
        const contract = await holdContract(needs, tx, writer, contractId, version);
        const at = new Date(clock.now());
        const { day } = await todayOf(tx, clock);
        if (startDate < day) throw tooEarly("startDate", "what held on past days stays as it was agreed");
        if (contract.riders.some((rider) => rider.startDate >= startDate))
          throw tooEarly("startDate", "a rider begins after every rider before it");
        const terms = storedTerms(contract.type.modality, said);
        const number = (contract.riders.at(-1)?.number ?? 0) + 1;
        await insertRider(tx, writer, { contractId, number, startDate, terms, at });
        await updateContract(tx, contractId, { readjustOn: monthsAfter(startDate, contract.readjustMonths) }, at);
        await tell(tx, writer, contract, "contract_rider.created", { number, startDate });
        return readContract(needs, tx, writer, contractId);
      }),

    cancel: (writer, { id, riderId }, version, cancelDate) =>
      database.withTenant(writer.organizationId, async (tx) => {
        const contract = await holdContract(needs, tx, writer, id, version);
        const rider = contract.riders.find((one) => one.id === riderId);
        if (rider === undefined) throw new AppError("NOT_FOUND", "no such rider");
        if (rider.cancelDate !== null) throw new AppError("CONFLICT", "the rider has an end already", { details: { reason: "cancelled" } });
        const { day } = await todayOf(tx, clock);
        if (cancelDate < day) throw tooEarly("cancelDate", "what held on past days stays as it was agreed");
        if (cancelDate < rider.startDate) throw tooEarly("cancelDate", "it ends before it begins");
        await tx.contractRider.updateMany({ where: { id: riderId, contractId: id }, data: { cancelDate: toDate(cancelDate) } });
        await updateContract(tx, id, {}, new Date(clock.now()));
        await tell(tx, writer, contract, "contract_rider.cancelled", { number: rider.number, cancelDate });
        return readContract(needs, tx, writer, id);
      }),
  };
}
