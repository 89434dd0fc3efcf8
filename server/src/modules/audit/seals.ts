// What an entry says of persons, sealed on the way in and opened on the way out.
import type { Tx } from "../../database/index.ts";
import type { PersonKeys } from "../../secrets/index.ts";
import type { PartedEntry } from "./personal.ts";
import { merge } from "./personal.ts";

/** Sealed text by person, as the column holds it. */
export type Sealed = Readonly<Record<string, string>>;

type Fields = Readonly<Record<string, unknown>>;

const placeOf = (organizationId: string, entryId: string): string => `${organizationId}|audit_entries|${entryId}|personal`;

/** Seals each person's part; nothing is kept of an erased one. Persons go in order of their ids, so that two transactions never cross. */
export async function sealParts(
  tx: Tx,
  people: PersonKeys,
  place: { organizationId: string; id: string },
  parts: PartedEntry["personal"],
): Promise<Sealed> {
  const sealed: Record<string, string> = {};
  for (const [personId, fields] of [...parts].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const box = await people.seal(tx, personId, placeOf(place.organizationId, place.id), JSON.stringify(fields));
    if (box !== undefined) sealed[personId] = box;
  }
  return sealed;
}

export interface Opened {
  readonly details: Fields;
  readonly address: string | null;
  /** Some of it can never be read again. */
  readonly erased: boolean;
}

interface SealedRow {
  readonly id: string;
  readonly details: Fields;
  readonly address: string | null;
  readonly personal: Sealed;
}

/** Opens the rows of one page with one look at the keys. */
export async function openRows(tx: Tx, people: PersonKeys, organizationId: string, rows: readonly SealedRow[]): Promise<Opened[]> {
  const boxes = rows.flatMap(({ id, personal }) =>
    Object.entries(personal).map(([personId, box]) => ({ personId, place: placeOf(organizationId, id), box })),
  );
  const texts = await people.open(tx, boxes);
  let next = 0;
  return rows.map(({ details, address, personal }) => {
    let whole: Fields = { details, address };
    let erased = false;
    for (let left = Object.keys(personal).length; left > 0; left--) {
      const text = texts[next++];
      if (text === undefined) erased = true;
      else whole = merge(whole, JSON.parse(text) as Fields);
    }
    return { details: whole["details"] as Fields, address: whole["address"] as string | null, erased };
  });
}
