// What follows from a session's end: how long to stay away, what to tell people, and whether the agent stands differently now.
import { RefusalCode } from "@vigia/protocol";
import type { Standing } from "../identity.ts";
import type { Backoff } from "./backoff.ts";
import type { SessionEnd } from "./session.ts";

const REPLACED_MS = 30_000;
const HOPELESS_MS = 3_600_000;
/** A person who has just said no may still say yes. */
const UNDECIDED_MS = 300_000;

/** Refusals that only a person can change. */
const STANDINGS: { readonly [Code in RefusalCode]?: Standing } = {
  [RefusalCode.REFUSAL_CODE_BAD_PROOF]: "refused",
  [RefusalCode.REFUSAL_CODE_UNKNOWN_AGENT]: "unknown",
  [RefusalCode.REFUSAL_CODE_REVOKED]: "revoked",
  [RefusalCode.REFUSAL_CODE_TOO_OLD]: "too-old",
  [RefusalCode.REFUSAL_CODE_UNENROLLED]: "unenrolled",
  [RefusalCode.REFUSAL_CODE_NOT_APPROVED]: "refused",
};

export interface Outcome {
  /** Milliseconds until the next try. */
  readonly delayMs: number;
  /** One sentence for people. */
  readonly problem: string;
  /** The agent's new standing, when a proven refusal changed it. */
  readonly standing?: Standing;
}

/** A return time that the server names is followed, plus up to this share of it: it knows what it can take, and many are told the same. */
const JITTER = 0.1;
/** Longest return time that is believed, milliseconds: nobody can send the agents away for good. */
const LONGEST_MS = 3_600_000;

/** `backoff` is asked only where the server named no time: what the server asks for must not make later waits longer. */
export function afterEnd(end: SessionEnd, backoff: Backoff, random: () => number): Outcome {
  const named = (retryAfterMs: number): number => {
    if (retryAfterMs <= 0) return backoff.next();
    // Whoever names a time is the right server and at work: earlier failures say nothing any more.
    backoff.reset();
    return Math.min(retryAfterMs, LONGEST_MS) * (1 + random() * JITTER);
  };
  switch (end.kind) {
    case "refused": {
      const standing = STANDINGS[end.code];
      const problem = end.message || `the server refused (${RefusalCode[end.code] ?? end.code})`;
      if (standing === undefined) return { delayMs: named(end.retryAfterMs), problem };
      // Half of it to one and a half: slow, spread, and never giving up for good.
      const slow = end.code === RefusalCode.REFUSAL_CODE_NOT_APPROVED ? UNDECIDED_MS : HOPELESS_MS;
      return { delayMs: Math.max(end.retryAfterMs, slow * (0.5 + random())), problem, standing };
    }
    case "go-away":
      if (end.reason === "approved") return { delayMs: 0, problem: "the server approved this machine" };
      return { delayMs: named(end.retryAfterMs), problem: `the server closed the connection: ${end.reason}` };
    case "replaced": {
      const problem = "another program connected with this machine's identity";
      return { delayMs: REPLACED_MS + Math.max(backoff.next(), random() * REPLACED_MS), problem };
    }
    case "wrong-server":
    case "lost":
      return { delayMs: backoff.next(), problem: end.problem };
  }
}
