// How much one agent may deliver in an hour, counted by what its records hold: 20 MiB of telemetry in each lane, and so many events
// as an agent can keep at all.
import { UnreadReport, type WireRecord } from "@vigia/protocol";

/** Bytes that may come at once after a quiet hour, and that come back in one hour. */
const ALLOWANCE_BYTES = 20 * 1_048_576;
/** Events are never dropped, only left with their agent for a while. */
export const EVENT_ALLOWANCE_BYTES = 64 * 1_048_576;
const HOUR_MS = 3_600_000;
/** Not with every hello of a storm. */
const SWEEP_EVERY_MS = 60_000;
/** Fixed part of a record, and of one thing in a report, as they are on the wire, bytes. */
const RECORD_BYTES = 48;
const THING_BYTES = 56;

/** The record's size on the wire, bytes; about that where it is decoded and its bytes are gone. */
export function weigh(record: WireRecord): number {
  if (record instanceof UnreadReport) return record.end - record.start;
  let bytes = RECORD_BYTES;
  if (record.body === "metrics") {
    for (const volume of record.metrics.volumes ?? []) bytes += THING_BYTES + length(volume.mount) + length(volume.filesystem);
    for (const disk of record.metrics.disks ?? []) bytes += THING_BYTES + length(disk.device);
    for (const link of record.metrics.interfaces ?? []) bytes += THING_BYTES + length(link.name);
  } else if (record.body === "agentEvent") bytes += length(record.agentEvent.detail);
  else if (record.body === "inventorySection")
    bytes += length(record.inventorySection.name) + (record.inventorySection.deflated?.length ?? 0);
  else if (record.body === "inventoryTaken") {
    for (const { section, reason } of record.inventoryTaken.troubles ?? []) bytes += THING_BYTES + length(section) + length(reason);
  } else if (record.body === "hostFacts" || record.body === "collectorStatus") {
    for (const value of Object.values(record[record.body] ?? {})) bytes += Array.isArray(value) ? value.join().length : length(value);
  }
  return bytes;
}

const length = (value: unknown): number => (typeof value === "string" ? value.length : 8);

export interface Allowance {
  /** Takes so many bytes if they are there. Otherwise answers how long until they would be, milliseconds. */
  take(owner: string, bytes: number): number | undefined;
  /** Forgets owners whose allowance is whole again; does so at most once a minute, however often it is called. */
  sweep(): void;
}

/** One bucket for each owner. `now` in milliseconds. */
export function createAllowance(now: () => number, capacity = ALLOWANCE_BYTES): Allowance {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = capacity / HOUR_MS;
  let sweptAt = Number.NEGATIVE_INFINITY;
  const refill = (bucket: { left: number; at: number }) => {
    const at = now();
    bucket.left = Math.min(capacity, bucket.left + Math.max(0, at - bucket.at) * perMs);
    bucket.at = at;
    return bucket;
  };
  return {
    take(owner, bytes) {
      let bucket = buckets.get(owner);
      if (bucket === undefined) {
        bucket = { left: capacity, at: now() };
        buckets.set(owner, bucket);
      }
      refill(bucket);
      // A batch larger than the bucket (the wire's limits forbid it) passes when the bucket is full, else it would wait for ever.
      const needed = Math.min(bytes, capacity);
      if (bucket.left < needed) return Math.ceil((needed - bucket.left) / perMs);
      bucket.left -= needed;
      return undefined;
    },
    sweep() {
      if (now() - sweptAt < SWEEP_EVERY_MS) return;
      sweptAt = now();
      for (const [owner, bucket] of buckets) if (refill(bucket).left >= capacity) buckets.delete(owner);
    },
  };
}
