// Which of several contracts covers a thing: one that lists it stands before one that names its group, and that before one for all of the
// client; among those of one kind the newest start; what is still equal is said, and the lowest number wins.
import { COVERAGES, type Cover, type Coverage, type Modality } from "../clients/index.ts";

/** A contract that is in force on the day and holds for the thing. */
export interface Candidate {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly modality: Modality;
  readonly by: Coverage;
  /** YYYY-MM-DD. */
  readonly startsOn: string;
}

const isTie = (one: Candidate, other: Candidate): boolean => one.by === other.by && one.startsOn === other.startsOn;

function before(one: Candidate, other: Candidate): number {
  const nearness = COVERAGES.indexOf(one.by) - COVERAGES.indexOf(other.by);
  if (nearness !== 0) return nearness;
  if (one.startsOn !== other.startsOn) return one.startsOn > other.startsOn ? -1 : 1;
  return one.number - other.number;
}

/** The one that covers; undefined when there is none. A contract that comes by several ways counts by the nearest. */
export function chooseCover(candidates: readonly Candidate[]): Cover | undefined {
  const [first, ...rest] = [...candidates].sort(before);
  if (first === undefined) return undefined;
  const { id, number, name, type, modality, by } = first;
  const ties = rest.filter((other) => isTie(first, other) && other.id !== id);
  return { id, number, name, type, modality, by, ties: ties.map((tie) => ({ id: tie.id, number: tie.number, name: tie.name })) };
}
