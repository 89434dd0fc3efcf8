// How alike two machines are, by what names them. A hint for a person, never an authority: whoever can enrol can also claim any hardware.
import { IDENTIFIER_KINDS, type IdentifierKind, type Identifiers } from "./identifiers.ts";

/**
 * What agreeing in one kind is worth; the firm ones that every machine can tell are 100 together. A TPM weighs almost as much as the UUID, yet
 * less than EVIDENCE: copied virtual machines have the same one, and alone it proposes nothing.
 */
const WEIGHTS: Readonly<Record<IdentifierKind, number>> = {
  uuid: 35,
  tpm: 30,
  serial: 25,
  board: 15,
  disk: 15,
  mac: 10,
  loose_mac: 2,
};

/** Two machines at least so alike, by evidence of at least so much weight, are worth a person's look. */
const ALIKE = 0.6;
const EVIDENCE = 35;

export interface Reason {
  readonly kind: IdentifierKind;
  /** Whether they share any value of it. */
  readonly agrees: boolean;
  /** The values they share. */
  readonly shared: readonly string[];
}

export interface Likeness {
  /** 0 (nothing in common) to 1 (everything that both say agrees), in hundredths. */
  readonly score: number;
  /** The weight of what agrees, 0 to 132: little of it makes a high score worth little. */
  readonly evidence: number;
  /** One for each kind that both say something about, the weightiest first. */
  readonly reasons: readonly Reason[];
}

/** Compares two machines; in which order makes no difference. What only one of them says counts for nothing. */
export function likeness(one: Identifiers, other: Identifiers): Likeness {
  const reasons: Reason[] = [];
  let [agreed, compared] = [0, 0];
  for (const kind of IDENTIFIER_KINDS) {
    const [mine, theirs] = [one[kind] ?? [], other[kind] ?? []];
    if (mine.length === 0 || theirs.length === 0) continue;
    const shared = mine.filter((value) => theirs.includes(value));
    // Measured by the shorter list: a disk that was added since is no difference.
    agreed += (WEIGHTS[kind] * shared.length) / Math.min(mine.length, theirs.length);
    compared += WEIGHTS[kind];
    reasons.push({ kind, agrees: shared.length > 0, shared });
  }
  return { score: compared === 0 ? 0 : hundredths(agreed / compared), evidence: agreed, reasons };
}

/** Whether a person should be asked if the two are one machine. */
export const looksSame = ({ score, evidence }: Likeness): boolean => score >= ALIKE && evidence >= EVIDENCE;

const hundredths = (value: number): number => Math.round(value * 100) / 100;
