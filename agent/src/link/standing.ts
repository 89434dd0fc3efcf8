// What follows from a session's end: how long to stay away, what to tell people, and whether the agent stands differently now.
import { RefusalCode } from "@vigia/protocol";
import type { Standing } from "../identity.ts";
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

/** `backoffMs` is what the back-off would wait by itself. */
export function afterEnd(end: SessionEnd, backoffMs: number, random: () => number): Outcome {
  switch (end.kind) {
    case "refused": {
      const standing = STANDINGS[end.code];
      const problem = end.message || `the server refused (${RefusalCode[end.code] ?? end.code})`;
      if (standing === undefined) return { delayMs: Math.max(end.retryAfterMs, backoffMs), problem };
      // Half of it to one and a half: slow, spread, and never giving up for good.
      const slow = end.code === RefusalCode.REFUSAL_CODE_NOT_APPROVED ? UNDECIDED_MS : HOPELESS_MS;
      return { delayMs: Math.max(end.retryAfterMs, slow * (0.5 + random())), problem, standing };
    }
    case "go-away":
      if (end.reason === "approved") return { delayMs: 0, problem: "the server approved this machine" };
      return { delayMs: Math.max(end.retryAfterMs, backoffMs), problem: `the server closed the connection: ${end.reason}` };
    case "replaced": {
      const problem = "another program connected with this machine's identity";
      return { delayMs: REPLACED_MS + Math.max(backoffMs, random() * REPLACED_MS), problem };
    }
    case "wrong-server":
    case "lost":
      return { delayMs: backoffMs, problem: end.problem };
  }
}
