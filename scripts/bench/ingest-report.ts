// What the ingest benchmark sends: reports of an ordinary machine, and the frames they travel in.
import { encode, Lane, type Metrics } from "@vigia/protocol";

export const EPOCH = 5;

/** Two volumes, one disk, two interfaces; `seed` makes the values differ. */
export function makeReport(seed: number): Metrics {
  const value = (seed * 7919) % 1000;
  return {
    cpu: { busy: value / 1000, ioWait: 0.01, load1: 1.5 },
    memory: { totalBytes: 16e9, usedBytes: 4e9 + value * 1e6, swapTotalBytes: 4e9, swapUsedBytes: 1e6 },
    volumes: ["/", "/home"].map((mount) => ({
      mount,
      filesystem: "ext4",
      totalBytes: 5e11,
      usedBytes: 2e11 + value * 1e6,
      freeBytes: 3e11,
      inodesTotal: 1e6,
      inodesUsed: 2e5,
    })),
    disks: [{ device: "nvme0n1", readBytesPerSecond: value * 100, writtenBytesPerSecond: value * 50, busy: 0.1 }],
    interfaces: ["eth0", "wg0"].map((name) => ({
      name,
      receivedBytesPerSecond: value * 1000,
      sentBytesPerSecond: value * 10,
      errorsPerSecond: 0,
      up: true,
    })),
    uptimeSeconds: 1e5 + seed,
  };
}

const REPORTS = Array.from({ length: 1_000 }, (_, seed) => makeReport(seed));

/** One frame with one report. `seq` from 1, `atMs` in milliseconds since 1970. */
export function makeFrame(agent: number, seq: number, atMs: number): Uint8Array {
  const metrics = REPORTS[(agent * 31 + seq) % REPORTS.length] ?? {};
  return encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: EPOCH, records: [{ seq, atMs, body: "metrics", metrics }] } });
}
