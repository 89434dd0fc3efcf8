// Watches a spool from both sides, through the arguments it takes anyway: what reaches the disk becomes truth once it is synced,
// and what the server says about a lane is written down beside it.
import { Lane, WireRecord } from "@vigia/protocol";
import type { SpoolFile, SpoolFiles } from "../../../agent/src/spool/files.ts";
import type { LaneReader } from "../../../agent/src/spool/index.ts";
import { readRecords, type StoredRecord } from "../../../agent/src/spool/record.ts";
import { splitKey, VALUE } from "../../../agent/src/spool/state-log.ts";
import { contents, type Note } from "./truth.ts";

const SEGMENT = /(event|metric)\/\d{16}\.seg$/;
const STATES = /values\.log(\.new)?$/;
const LANES: Record<string, Lane> = { event: Lane.LANE_EVENT, metric: Lane.LANE_METRIC };

interface Range {
  readonly lane: Lane;
  from: number;
  to: number;
}

export interface FilesWitness {
  /** The agent's number. */
  readonly a: number;
  readonly note: Note;
  /** Told after a record was noted. */
  onDurable?(lane: Lane, seq: number): void;
}

/** The same files, whose synced records are noted. */
export function watchFiles(files: SpoolFiles, witness: FilesWitness): SpoolFiles {
  const ranges = new Map<string, Range>();
  return {
    ...files,
    async open(path, how) {
      const file = await files.open(path, how);
      const lane = LANES[SEGMENT.exec(path)?.[1] ?? ""];
      if (lane === undefined && !STATES.test(path)) return file;
      return watchFile(file, async (bytes) => {
        for await (const { record } of readRecords(inMemory(bytes), 0, bytes.length)) {
          if (lane === undefined) noteState(witness, record);
          else noteQueued(witness, ranges, path, lane, record);
        }
      });
    },
    async remove(path) {
      await files.remove(path);
      const range = ranges.get(path);
      ranges.delete(path);
      if (range !== undefined) witness.note({ k: "drop", a: witness.a, ...range });
    },
  };
}

function noteQueued(witness: FilesWitness, ranges: Map<string, Range>, path: string, lane: Lane, { seq, atMs, bytes }: StoredRecord): void {
  witness.note({ k: "record", a: witness.a, lane, seq, at: atMs, hash: contentHash(bytes) });
  const range = ranges.get(path);
  if (range === undefined) ranges.set(path, { lane, from: seq, to: seq });
  else range.to = seq;
  witness.onDurable?.(lane, seq);
}

function noteState({ a, note }: FilesWitness, record: StoredRecord): void {
  if (record.kind !== VALUE) return;
  const { key, rest } = splitKey(record);
  note({ k: "record", a, lane: Lane.LANE_STATE, seq: 0, at: record.atMs, hash: contentHash(rest), key });
}

function contentHash(bytes: Uint8Array): string {
  const record = WireRecord.decode(bytes);
  if (record.body === "agentEvent") return contents.event(record.agentEvent.detail ?? "");
  if (record.body === "metrics") return contents.report(record.metrics.cpu?.busy ?? 0, record.metrics.memory?.usedBytes ?? 0);
  return contents.state(record.collectorStatus?.reason ?? record.hostFacts?.hostname ?? "");
}

/** Hands the bytes written since the last sync on when they are durable. */
function watchFile(file: SpoolFile, durable: (bytes: Buffer) => Promise<void>): SpoolFile {
  let pending: Buffer[] = [];
  return {
    size: () => file.size(),
    read: (target, position) => file.read(target, position),
    async write(bytes, position) {
      const count = await file.write(bytes, position);
      pending.push(Buffer.from(bytes.subarray(0, count)));
      return count;
    },
    async truncate(size) {
      await file.truncate(size);
      pending = [];
    },
    async sync() {
      const bytes = Buffer.concat(pending);
      pending = [];
      await file.sync();
      if (bytes.length > 0) await durable(bytes);
    },
    close: () => file.close(),
  };
}

function inMemory(bytes: Buffer): SpoolFile {
  const refuse = () => Promise.reject(new Error("these bytes are only read"));
  return {
    size: async () => bytes.length,
    read: async (target, position) => bytes.copy(target, 0, position, position + target.length),
    write: refuse,
    truncate: refuse,
    sync: refuse,
    close: async () => undefined,
  };
}

export interface LaneWitness {
  aligned(lane: Lane, seq: number): void;
  acked(lane: Lane, seq: number): void;
}

/** The same lane; what the server says about it is told. */
export function watchLane(reader: LaneReader, witness: LaneWitness): LaneReader {
  return {
    lane: reader.lane,
    position: () => reader.position(),
    listen: (listener) => reader.listen(listener),
    read: (seq, maxRecords, maxBytes) => reader.read(seq, maxRecords, maxBytes),
    backlog: () => reader.backlog(),
    align(lastSeq) {
      witness.aligned(reader.lane, lastSeq);
      return reader.align(lastSeq);
    },
    ack(seq) {
      witness.acked(reader.lane, seq);
      return reader.ack(seq);
    },
  };
}
