// When a machine is online, not answering or offline: the pure rule. The registry feeds it with what the server observes.
import { DEAD_AFTER_MS } from "@vigia/protocol";
import type { Presence } from "./port.ts";

/** Silence after which a machine that someone has open does not answer, milliseconds: shown within 12.5 s, looking and telling included. */
const WATCHED_SILENCE_MS = 12_200;
/** Silence after which any machine is offline: shown within the time after which both sides give a connection up. */
export const SILENCE_MS = DEAD_AFTER_MS - 300;
/** After the server started, those who were online before have this long to come back, milliseconds. */
const START_GRACE_MS = 300_000;
/**
 * How often a machine that someone has open is pinged, and any other that says nothing. The latter is longer than the half minute between
 * reports, so that machines that report are not pinged at all, and leaves 25 s for the answer.
 */
export const WATCHED_PING_MS = 5_000;
export const PING_MS = 50_000;

/**
 * open: a socket stands. closed: it was lost. returning: closed by the server, the agent is told to come back.
 * restarted: it was online before this server started, or before it could not let anybody in. gone: let go for good.
 */
export type LinkState = "open" | "closed" | "returning" | "restarted" | "gone";

export interface Observation {
  readonly link: LinkState;
  /** Since the machine was last heard (since the start, for one that was online before it). */
  readonly silentMs: number;
  /** The same, but at most since someone opened it; undefined while nobody has. */
  readonly watchedSilentMs: number | undefined;
}

const RANK = { online: 0, not_answering: 1, offline: 2 } as const;

/** What the passing of time and lost links make of a presence: it only gets worse. Only being heard makes a machine online. */
export function worsen(before: Presence, observation: Observation): Presence {
  const now = judge(observation);
  return RANK[now] > RANK[before] ? now : before;
}

function judge({ link, silentMs, watchedSilentMs }: Observation): Presence {
  if (link === "gone") return "offline";
  if (link === "restarted") return silentMs >= START_GRACE_MS ? "offline" : "not_answering";
  if (silentMs >= SILENCE_MS) return "offline";
  if (link === "closed") return "not_answering";
  const silence = link === "returning" ? silentMs : watchedSilentMs;
  return silence !== undefined && silence >= WATCHED_SILENCE_MS ? "not_answering" : "online";
}
