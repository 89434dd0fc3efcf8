// What a simulated machine measures: a plausible report of about the size of a real one, seeded.
import { AgentEventKind, CollectorState, type Metrics } from "@vigia/protocol";
import type { OpenSpool } from "../../../agent/src/spool/index.ts";

const GIB = 2 ** 30;
/** Every so many reports there is an event, and half way between them a new state. */
const EVENT_EVERY = 10;

function report(dice: () => number, count: number, volumes: number): Metrics {
  const busy = Math.round(dice() * 1_000) / 1_000;
  return {
    cpu: { busy, ioWait: 0.01, load1: busy * 4 },
    memory: { totalBytes: 16 * GIB, usedBytes: Math.floor(dice() * 16 * GIB), swapTotalBytes: 4 * GIB, swapUsedBytes: 1_000_000 },
    volumes: Array.from({ length: volumes }, (_, i) => ({
      mount: `/volume/${i}`,
      filesystem: "ext4",
      totalBytes: 500 * GIB,
      usedBytes: 200 * GIB + count * 4_096,
      freeBytes: 300 * GIB - count * 4_096,
      inodesTotal: 1_000_000,
      inodesUsed: 200_000 + count,
    })),
    disks: [{ device: "nvme0n1", readBytesPerSecond: dice() * 1e6, writtenBytesPerSecond: dice() * 1e6, busy: busy / 3 }],
    interfaces: [
      { name: "eth0", receivedBytesPerSecond: dice() * 1e6, sentBytesPerSecond: dice() * 1e5, errorsPerSecond: 0, up: true },
      { name: "wg0", receivedBytesPerSecond: 0, sentBytesPerSecond: 0, errorsPerSecond: 0, up: true },
    ],
    uptimeSeconds: 86_400 + count * 30,
  };
}

export interface Workload {
  /** One beat: a report, and now and then an event or a new state. `now` is the server's time, milliseconds since 1970. */
  beat(now: number): void;
}

/** A machine with so many volumes. `onLost` is told of an event that the spool could not keep. */
export function createWorkload(spool: OpenSpool, volumes: number, dice: () => number, onLost: (error: unknown) => void): Workload {
  let count = 0;
  let lastAt = 0;
  return {
    beat(now) {
      count++;
      // A time of its own for each report: it is what names a report in the database.
      lastAt = Math.max(lastAt + 1, now);
      spool.metrics(report(dice, count, volumes), lastAt);
      if (count % EVENT_EVERY === 1) {
        const kind = AgentEventKind.AGENT_EVENT_KIND_CLOCK_STEPPED;
        spool.event({ kind, detail: `simulated ${count} ${dice()}` }, lastAt).catch(onLost);
      }
      if (count % EVENT_EVERY === 6) {
        const state = CollectorState.COLLECTOR_STATE_FAILED;
        spool.state("collector:simulated", { collectorStatus: { collector: "simulated", state, reason: `value ${count}` } }, lastAt);
      }
    },
  };
}
