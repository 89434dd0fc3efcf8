// One contract, read as its page shows it and held for a change.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { reaches } from "../../http/reach.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { toContract, toRiders } from "./answer.ts";
import { findCovered } from "./coverage.ts";
import { type Needs, type Reader, todayOf, type Writer } from "./needs.ts";
import { findContract, findRiders, lockContract } from "./queries.ts";
import type { Contract } from "./schemas.ts";

const notFound = () => new AppError("NOT_FOUND", "no such contract");
const cancelled = () => new AppError("CONFLICT", "the contract was cancelled", { details: { reason: "cancelled" } });

/** The contract as it is now, as its page shows it. Throws NOT_FOUND. */
export async function readContract(needs: Pick<Needs, "clock">, tx: Tx, { reach, values }: Reader, id: string): Promise<Contract> {
  const today = await todayOf(tx, needs.clock);
  const row = await findContract(tx, reach, id, today);
  if (row === undefined) throw notFound();
  const showsValues = reaches(values, { kind: "client", id: row.clientId });
  return { ...toContract(row), ...(await findCovered(tx, id)), riders: toRiders(await findRiders(tx, id), today.day, showsValues) };
}

/** Holds the contract for a change. Throws NOT_FOUND, VERSION_MISMATCH, CONFLICT for one that was cancelled. */
export async function holdContract(needs: Needs, tx: Tx, writer: Writer, id: string, version: number): Promise<Contract> {
  const held = await lockContract(tx, writer.reach, id);
  if (held === undefined) throw notFound();
  if (held !== version) throw versionMismatch();
  const contract = await readContract(needs, tx, writer, id);
  if (contract.cancelledAt !== null) throw cancelled();
  return contract;
}
