// An agent as delivery sees it: sends batches straight into delivery and remembers every answer.
import { type Batch, decodeSparingly, encode, Lane, type Metrics, WireError, type WireRecord } from "@vigia/protocol";
import type { DeliveringAgent, Delivery, Reply } from "../src/delivery/index.ts";
import { newId } from "../src/ids.ts";

export interface Answers {
  readonly acks: { lane: Lane; epoch: number; seq: number }[];
  readonly resends: { lane: Lane; epoch: number; seq: number }[];
  readonly rejected: string[];
  readonly pauses: number[];
  readonly reply: Reply;
}

/** Collects what delivery answers. */
export function listen(): Answers {
  const answers = { acks: [] as Answers["acks"], resends: [] as Answers["resends"], rejected: [] as string[], pauses: [] as number[] };
  return {
    ...answers,
    reply: {
      ack: (lane, epoch, seq) => void answers.acks.push({ lane, epoch, seq }),
      resendFrom: (lane, epoch, seq) => void answers.resends.push({ lane, epoch, seq }),
      reject: (reason) => void answers.rejected.push(reason),
      pause: (milliseconds) => void answers.pauses.push(milliseconds),
    },
  };
}

/** An agent of no particular database: telemetry needs no other rows. */
export const makeAgent = (organizationId = newId(), pending = false): DeliveringAgent => ({
  organizationId,
  agentId: newId(),
  resourceId: newId(),
  pending,
});

/** An ordinary report; `busy` tells reports apart. */
export const report = (busy: number, more: Partial<Metrics> = {}): Metrics => ({
  cpu: { busy, ioWait: 0.01, load1: busy * 4 },
  memory: { totalBytes: 8e9, usedBytes: 4e9 + busy * 1e9, swapTotalBytes: 0, swapUsedBytes: 0 },
  volumes: [{ mount: "/", filesystem: "ext4", totalBytes: 1e11, usedBytes: 6e10, freeBytes: 4e10, inodesTotal: 1000, inodesUsed: 250 }],
  disks: [{ device: "sda", readBytesPerSecond: busy * 1000, writtenBytesPerSecond: 5, busy: 0.1 }],
  interfaces: [{ name: "eth0", receivedBytesPerSecond: 1e6, sentBytesPerSecond: 2e5, errorsPerSecond: 0, up: true }],
  uptimeSeconds: 1234.5,
  ...more,
});

export const metrics = (seq: number, atMs: number, of: Metrics = report(0.5)): WireRecord => ({ seq, atMs, body: "metrics", metrics: of });
export const gap = (from: number, seq: number, firstAtMs: number, atMs: number): WireRecord => ({
  seq,
  atMs,
  body: "gap",
  gap: { from, firstAtMs, lastAtMs: atMs },
});
export const agentEvent = (seq: number, atMs: number, detail = ""): WireRecord => ({
  seq,
  atMs,
  body: "agentEvent",
  agentEvent: { kind: 1, detail },
});

export const EPOCH = 77;

/** The batch as the gateway reads it out of its frame; as it is where no frame can hold it. */
function arrived(batch: Batch): Batch {
  try {
    return decodeSparingly(encode({ body: "batch", batch })).batch ?? batch;
  } catch (error) {
    if (error instanceof WireError) return batch;
    throw error;
  }
}

/** Sends one batch of lane METRIC and waits until it is committed; answers what was said. */
export async function deliver(
  delivery: Delivery,
  agent: DeliveringAgent,
  records: WireRecord[],
  lane = Lane.LANE_METRIC,
  epoch = EPOCH,
): Promise<Answers> {
  const answers = listen();
  delivery.receive(agent, arrived({ lane, epoch, records }), answers.reply);
  await delivery.flush();
  return answers;
}
