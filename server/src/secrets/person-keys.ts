// One key for each person, for what the audit log says of them. Erasing a person destroys their key: what was sealed stays where
// it is, and nobody reads it again.
import type { Tx } from "../database/index.ts";
import { open, type Random, seal } from "./box.ts";
import { KEY_LENGTH, type Kek } from "./kek.ts";
import { eraseWrapped, findWrapped, insertWrapped } from "./person-queries.ts";

export interface PersonKeys {
  /** Seals text about a person for one place; undefined when the person was erased: then nothing about them may be kept. */
  seal(tx: Tx, personId: string, place: string, text: string): Promise<string | undefined>;
  /** Opens many at once, in order; undefined where the person was erased or the box does not fit. */
  open(tx: Tx, boxes: readonly PersonBox[]): Promise<(string | undefined)[]>;
  /** Destroys the person's key, for good. */
  erase(tx: Tx, personId: string): Promise<void>;
}

export interface PersonBox {
  readonly personId: string;
  readonly place: string;
  /** As seal() answered it. */
  readonly box: string;
}

/** What a person's key is wrapped for. */
export const personKeyPlace = (personId: string): string => `person_keys|${personId}`;

export function createPersonKeys({ kek, random }: { kek: Kek; random: Random }): PersonKeys {
  return {
    async seal(tx, personId, place, text) {
      const found = (await findWrapped(tx, [personId])).get(personId) ?? (await make(tx, personId));
      if (found.wrapped === null) return undefined;
      const key = kek.unwrap(found.wrapped, personKeyPlace(personId));
      return Buffer.from(seal(key, place, Buffer.from(text), random)).toString("base64url");
    },

    async open(tx, boxes) {
      const wrapped = await findWrapped(tx, [...new Set(boxes.map(({ personId }) => personId))]);
      const keys = new Map<string, Buffer>();
      for (const [personId, row] of wrapped) {
        if (row.wrapped !== null) keys.set(personId, kek.unwrap(row.wrapped, personKeyPlace(personId)));
      }
      return boxes.map(({ personId, place, box }) => {
        const key = keys.get(personId);
        return key && openText(key, place, box);
      });
    },

    erase: (tx, personId) => eraseWrapped(tx, personId, kek.id),
  };

  /** The rival that was first has the key; ours is then thrown away. */
  async function make(tx: Tx, personId: string) {
    await insertWrapped(tx, { personId, kekId: kek.id, wrapped: kek.wrap(random(KEY_LENGTH), personKeyPlace(personId)) });
    const made = (await findWrapped(tx, [personId])).get(personId);
    if (made === undefined) throw new Error("a person's key was made and is not there");
    return made;
  }
}

function openText(key: Buffer, place: string, box: string): string | undefined {
  try {
    return open(key, place, Buffer.from(box, "base64url")).toString("utf8");
  } catch {
    // Somebody changed the row; the log's chain says which, and its other rows are still to be read.
    return undefined;
  }
}
