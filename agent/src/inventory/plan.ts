// When the next inventory is due. Pure: times are milliseconds of any steady clock, chance is an argument.

const INTERVAL_MS = 12 * 3_600_000;
/** After a start of the agent, spread over this long: a site's machines come back together after a power cut. */
const AFTER_START_MS = 600_000;
/** The first inventory of an enrolment: somebody waits for it. */
const FIRST_MS = 2_000;
const FIRST_SPREAD_MS = 20_000;
/** After one that failed. */
const RETRY_MS = 1_800_000;
/** Least time from one beginning to the next, whoever asks. */
const PAUSE_MS = 60_000;
/** Least time from one beginning to the next that only a change of the machine asks for. */
const CHANGE_PAUSE_MS = 600_000;

export interface Plan {
  /** The link stands; the first time begins the plan. */
  linked(now: number): void;
  /** The server asks. */
  requested(now: number, full: boolean): void;
  /** The machine is not what it was. */
  changed(now: number): void;
  /** When the next inventory is due; undefined while nothing is planned. */
  next(): number | undefined;
  /** An inventory begins: every wish up to now is granted by it. Answers whether all sections were asked for. */
  begin(now: number): boolean;
  /** It ended; a wish that came meanwhile stands. */
  end(now: number, worked: boolean): void;
}

/** `sentBefore`: this enrolment's server has an inventory already. `random` answers 0 to below 1. */
export function createPlan(random: () => number, sentBefore: boolean): Plan {
  let regularAt: number | undefined;
  let requestAt: number | undefined;
  let changeAt: number | undefined;
  let full = false;
  let begunAt = Number.NEGATIVE_INFINITY;
  const after = (at: number | undefined, pause: number) => (at === undefined ? [] : [Math.max(at, begunAt + pause)]);
  return {
    linked(now) {
      regularAt ??= now + (sentBefore ? random() * AFTER_START_MS : FIRST_MS + random() * FIRST_SPREAD_MS);
    },
    requested(now, all) {
      requestAt ??= now;
      full ||= all;
    },
    changed(now) {
      changeAt ??= now;
    },
    next() {
      const due = [...after(regularAt, PAUSE_MS), ...after(requestAt, PAUSE_MS), ...after(changeAt, CHANGE_PAUSE_MS)];
      return due.length === 0 ? undefined : Math.min(...due);
    },
    begin(now) {
      const all = full;
      begunAt = now;
      regularAt = requestAt = changeAt = undefined;
      full = false;
      return all;
    },
    end(now, worked) {
      regularAt = now + (worked ? INTERVAL_MS * (0.9 + 0.2 * random()) : RETRY_MS * (1 + random()));
    },
  };
}
