// Writes what was planned, each row in a transaction of its own with what becomes of it: a bad row blocks no good one, and a server that
// ends in the middle has lost nothing that it said it had done.
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import type { Importing } from "../resources/index.ts";
import { type Checked, judged } from "./check.ts";
import { folded } from "./known.ts";
import type { NewPlace } from "./plan.ts";
import type { Problem } from "./schemas.ts";
import { type Judged, writeJudged } from "./store.ts";

/** Finds or makes a client and its site, told in the log (modules/clients). */
export type MakePlace = (tx: Tx, caller: Caller, place: NewPlace) => Promise<{ clientId: string; siteId: string }>;

interface Parts {
  readonly database: Database;
  readonly importing: Importing;
  readonly makePlace: MakePlace;
}

/** Rows without anything to write are told of together. */
const TOGETHER = 500;

/** Writes the rows one after another; `stopped` ends it between two. Answers whether all were written. */
export async function applyRows(
  { database, importing, makePlace }: Parts,
  caller: Caller,
  importId: string,
  rows: readonly Checked[],
  stopped: () => boolean,
): Promise<boolean> {
  const places = new Map<string, { clientId: string; siteId: string }>();
  const tell = (told: readonly Judged[]) => database.withTenant(caller.organizationId, (tx) => writeJudged(tx, importId, told, true));
  let still: Judged[] = [];
  const tellStill = async () => {
    if (still.length > 0) await tell(still);
    still = [];
  };

  async function placeOf(tx: Tx, { clientId, newPlace }: Checked): Promise<{ clientId: string; siteId?: string }> {
    if (newPlace === undefined) return { clientId: clientId ?? "" };
    const name = `${folded(newPlace.client)}\n${folded(newPlace.site)}`;
    const place = places.get(name) ?? (await makePlace(tx, caller, newPlace));
    places.set(name, place);
    return place;
  }

  async function write(tx: Tx, row: Checked): Promise<string> {
    const { resource, change, values } = row;
    const place = await placeOf(tx, row);
    if (resource !== undefined) {
      const moved = row.newPlace === undefined ? change : { ...change, siteId: place.siteId ?? resource.siteId };
      await importing.change(tx, caller, { id: resource.id, version: resource.version, change: moved }, values);
      return resource.id;
    }
    const { name = "", ...said } = change;
    return importing.add(tx, caller, { ...said, name, ...place }, values);
  }

  for (const row of rows) {
    if (stopped()) return false;
    if (row.outcome === "failed" || row.outcome === "unchanged") {
      still.push(judged(row));
      if (still.length >= TOGETHER) await tellStill();
      continue;
    }
    try {
      await database.withTenant(caller.organizationId, async (tx) => {
        const targetId = await write(tx, row);
        await writeJudged(tx, importId, [{ ...judged(row), targetId }], true);
      });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (row.newPlace !== undefined) places.clear();
      await tell([{ ...judged(row), outcome: "failed", problems: [problemFor(error)] }]);
    }
  }
  await tellStill();
  return true;
}

function problemFor(error: AppError): Problem {
  const code = error.code === "ALREADY_EXISTS" ? "keyTaken" : error.code === "VERSION_MISMATCH" ? "changedMeanwhile" : "refused";
  return { code, column: null, text: error.message.slice(0, 200) };
}
