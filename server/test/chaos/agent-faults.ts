// What a load agent may suffer from within: its file system fails by chance, or it dies at a named place.
import path from "node:path";
import type { Connect } from "../../../agent/src/link/transport.ts";
import type { SpoolFile, SpoolFiles } from "../../../agent/src/spool/files.ts";
import type { LaneReader } from "../../../agent/src/spool/index.ts";

/** Where an agent can be ended: named after what is done and what is not. */
export const AGENT_PLACES = [
  "half-a-record",
  "before-fsync",
  "after-fsync",
  "before-send",
  "after-send",
  "before-rename",
  "after-rename",
  "after-ack",
  "half-a-cursor",
] as const;
export type AgentPlace = (typeof AGENT_PLACES)[number];

/** How a process ends at a named place. */
export interface Death {
  /** Ends the process at the n-th time at this place. */
  at(place: AgentPlace, times: number): void;
  /** Told at every place. */
  reached(place: AgentPlace): void;
  /** Whether this time at this place is the last, so that half of something can be done before. Counts like `reached`. */
  isLast(place: AgentPlace): boolean;
}

export function createDeath(die: () => void): Death {
  let asked: { readonly place: AgentPlace; left: number } | undefined;
  const isLast = (place: AgentPlace): boolean => asked?.place === place && --asked.left <= 0;
  return {
    at(place, times) {
      asked = { place, left: times };
    },
    reached(place) {
      if (isLast(place)) die();
    },
    isLast,
  };
}

/** The file system, ending at the places that lie in it. */
export function mortalFiles(files: SpoolFiles, death: Death): SpoolFiles {
  const watch = (file: SpoolFile, name: string): SpoolFile => {
    const segment = name.endsWith(".seg");
    const half = segment ? "half-a-record" : name.endsWith(".cursor") ? "half-a-cursor" : undefined;
    return {
      size: () => file.size(),
      read: (target, position) => file.read(target, position),
      async write(bytes, position) {
        if (half === undefined || !death.isLast(half)) return file.write(bytes, position);
        await file.write(bytes.subarray(0, bytes.length >> 1), position);
        death.reached(half);
        throw new Error("outlived its own death");
      },
      truncate: (size) => file.truncate(size),
      async sync() {
        if (segment) death.reached("before-fsync");
        await file.sync();
        if (segment) death.reached("after-fsync");
      },
      close: () => file.close(),
    };
  };
  return {
    ...files,
    open: async (file, how) => watch(await files.open(file, how), path.basename(file)),
    async rename(from, to) {
      death.reached("before-rename");
      await files.rename(from, to);
      death.reached("after-rename");
    },
  };
}

/**
 * A lane whose owner may die between the server's Ack and the note of it.
 * @param behind told when a server stands before what it acknowledged
 */
export function mortalLane(reader: LaneReader, death: Death, behind: (acknowledged: number, stands: number) => void): LaneReader {
  let acknowledged = 0;
  return {
    lane: reader.lane,
    position: () => reader.position(),
    listen: (listener) => reader.listen(listener),
    align(lastSeq) {
      if (lastSeq < acknowledged) behind(acknowledged, lastSeq);
      acknowledged = lastSeq;
      return reader.align(lastSeq);
    },
    read: (seq, maxRecords, maxBytes) => reader.read(seq, maxRecords, maxBytes),
    async ack(seq) {
      acknowledged = Math.max(acknowledged, seq);
      death.reached("after-ack");
      await reader.ack(seq);
    },
    backlog: () => reader.backlog(),
  };
}

/** A connection whose owner may die around a send. */
export function mortalConnect(connect: Connect, death: Death): Connect {
  return (server, handlers) =>
    connect(server, {
      opened: (transport) =>
        handlers.opened({
          send(bytes, sent) {
            death.reached("before-send");
            transport.send(bytes, () => {
              sent?.();
              death.reached("after-send");
            });
          },
          ping: () => transport.ping(),
          close: (code, reason) => transport.close(code, reason),
          terminate: () => transport.terminate(),
          get bufferedAmount() {
            return transport.bufferedAmount;
          },
          get tlsKeyHash() {
            return transport.tlsKeyHash;
          },
        }),
      alive: () => handlers.alive(),
      frame: (bytes) => handlers.frame(bytes),
      closed: (code, reason, problem) => handlers.closed(code, reason, problem),
    });
}

/** A file system whose calls fail as `fails` says: with a code, or (a write) half done. */
export function unreliableFiles(files: SpoolFiles, fails: () => string | undefined): SpoolFiles {
  const check = () => {
    const code = fails();
    if (code !== undefined && code !== "short") throw Object.assign(new Error(`${code}: made to fail`), { code });
    return code;
  };
  const wrap = (file: SpoolFile): SpoolFile => ({
    async size() {
      check();
      return file.size();
    },
    async read(target, position) {
      check();
      return file.read(target, position);
    },
    async write(bytes, position) {
      const short = check() === "short" && bytes.length > 1;
      return file.write(short ? bytes.subarray(0, bytes.length >> 1) : bytes, position);
    },
    async truncate(size) {
      check();
      await file.truncate(size);
    },
    async sync() {
      check();
      await file.sync();
    },
    close: () => file.close(),
  });
  return {
    async makeDir(dir) {
      check();
      await files.makeDir(dir);
    },
    async list(dir) {
      check();
      return files.list(dir);
    },
    async open(file, how) {
      check();
      return wrap(await files.open(file, how));
    },
    async rename(from, to) {
      check();
      await files.rename(from, to);
    },
    async remove(file) {
      check();
      await files.remove(file);
    },
    async syncDir(dir) {
      check();
      await files.syncDir(dir);
    },
    freeBytes: (file) => files.freeBytes(file),
  };
}
