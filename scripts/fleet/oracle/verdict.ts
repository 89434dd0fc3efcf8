// What the oracle can find. Each invariant has a name, a sentence, a count and a few examples; a fleet is in order when all counts are 0.

export const INVARIANTS = {
  eventLost: "every event that was safe on an agent's disk is in the database",
  eventDoubled: "no event is there twice",
  eventChanged: "every event is there as it was",
  eventOrder: "the events of an agent were taken in their order",
  reportLost: "a report is missing only where a Gap says so",
  reportDoubled: "no report is there twice",
  reportChanged: "every report is there as it was",
  gapInvented: "a Gap covers only what the spool let go of or never had",
  stateOld: "the newest state won",
  cursorAhead: "no cursor is ahead of what was stored",
  ackAhead: "nothing was acknowledged that the server could forget",
  quarantined: "nothing was set aside",
  falseOffline: "nobody was shown offline who was connected within the last 70 seconds",
  notOnline: "everybody who is connected is shown online",
} as const;

export type Invariant = keyof typeof INVARIANTS;

export interface Finding {
  count: number;
  readonly examples: string[];
}

export interface Counted {
  agents: number;
  events: number;
  reports: number;
  states: number;
  gaps: number;
  /** Offline spells in the database, all of them true ones when nothing was found. */
  offline: number;
}

export interface Verdict {
  readonly ok: boolean;
  readonly counted: Counted;
  /** What is wrong; empty when all is well. */
  readonly findings: Partial<Record<Invariant, Finding>>;
}

const MOST_EXAMPLES = 5;

/** Gathers findings while judging. */
export class Findings {
  readonly counted: Counted = { agents: 0, events: 0, reports: 0, states: 0, gaps: 0, offline: 0 };
  readonly #found: Partial<Record<Invariant, Finding>> = {};

  add(invariant: Invariant, example: string): void {
    this.#found[invariant] ??= { count: 0, examples: [] };
    const found = this.#found[invariant];
    found.count++;
    if (found.examples.length < MOST_EXAMPLES) found.examples.push(example);
  }

  verdict(): Verdict {
    return { ok: Object.keys(this.#found).length === 0, counted: this.counted, findings: this.#found };
  }
}

/** The verdict for people, a line for each invariant. */
export function describe({ ok, counted, findings }: Verdict): string {
  const lines = Object.entries(INVARIANTS).map(([name, sentence]) => {
    const found = findings[name as Invariant];
    return found === undefined ? `  ok  ${sentence}` : `  NO  ${sentence}: ${found.count}× e.g. ${found.examples.join("; ")}`;
  });
  const { agents, events, reports, states, gaps, offline } = counted;
  const compared = `${agents} agents, ${events} events, ${reports} reports, ${states} states, ${gaps} gaps, ${offline} offline spells`;
  return [`compared: ${compared}`, ...lines, ok ? "in order" : "NOT in order"].join("\n");
}
