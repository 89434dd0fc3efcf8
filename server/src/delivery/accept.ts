// Whether a record may be in its lane and in time, before anyone looks into its body.
import { FUTURE_RECORD_MS, Lane, OLDEST_RECORD_MS, type WireRecord } from "@vigia/protocol";
import { Unfit } from "./types.ts";

type Body = NonNullable<WireRecord["body"]>;

/** The bodies of each lane; a Gap may stand in the two lanes that can lose records, and in EVENT after a server was restored. */
const BODIES: ReadonlyMap<Lane, ReadonlySet<Body>> = new Map([
  [Lane.LANE_EVENT, new Set<Body>(["agentEvent", "gap"])],
  [Lane.LANE_STATE, new Set<Body>(["hostFacts", "collectorStatus", "inventorySection", "inventoryTaken", "gap"])],
  [Lane.LANE_METRIC, new Set<Body>(["metrics", "gap"])],
]);

export const isLane = (lane: Lane | null | undefined): lane is Lane => lane !== null && lane !== undefined && BODIES.has(lane);

/** Throws Unfit when the record's body is unknown or of another lane, or its time is outside now - 35 days … now + 10 minutes. */
export function accept(lane: Lane, record: WireRecord, now: number): void {
  const { body, atMs } = record;
  if (body === undefined || body === null) throw new Unfit("no body that this server knows");
  if (!BODIES.get(lane)?.has(body)) throw new Unfit(`${body} does not belong to this lane`);
  requireInWindow(atMs, now);
  if (body === "gap") {
    requireInWindow(record.gap.lastAtMs, now);
    // The first lost record may be older than anything the server would store: that is what the gap says.
    if (!Number.isSafeInteger(record.gap.firstAtMs) || (record.gap.firstAtMs ?? 0) < 0) throw new Unfit("the gap's beginning is no time");
    if ((record.gap.firstAtMs ?? 0) > (record.gap.lastAtMs ?? 0)) throw new Unfit("the gap's times are reversed");
  }
}

function requireInWindow(atMs: number | null | undefined, now: number): void {
  if (!Number.isSafeInteger(atMs)) throw new Unfit("the time is no number of milliseconds");
  if ((atMs ?? 0) < now - OLDEST_RECORD_MS) throw new Unfit("older than 35 days");
  if ((atMs ?? 0) > now + FUTURE_RECORD_MS) throw new Unfit("more than 10 minutes in the future");
}
