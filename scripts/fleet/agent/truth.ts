// The ground truth of a simulated fleet: one NDJSON file a process, written as things become true on the agents' side.
import { hash } from "node:crypto";
import { openSync, writeSync } from "node:fs";
import type { Lane } from "@vigia/protocol";

/** One line. `a` is the agent's number in the fleet, times are milliseconds since 1970. */
export type TruthLine =
  /** An agent opened its spool; ids as the database writes them. */
  | { readonly k: "agent"; readonly a: number; readonly agent: string; readonly resource: string; readonly epoch: number }
  /** A record is safe on the agent's disk. `key` names a state; `hash` is of its content (see `digest`). */
  | {
      readonly k: "record";
      readonly a: number;
      readonly lane: Lane;
      readonly seq: number;
      readonly at: number;
      readonly hash: string;
      readonly key?: string;
    }
  /** The spool let go of records that were safe before; they may be acknowledged. */
  | { readonly k: "drop"; readonly a: number; readonly lane: Lane; readonly from: number; readonly to: number }
  | { readonly k: "up"; readonly a: number; readonly at: number }
  | { readonly k: "down"; readonly a: number; readonly at: number }
  /** The server says where it stands in a lane; `acked` is the highest number it ever acknowledged to this agent there. */
  | { readonly k: "align"; readonly a: number; readonly at: number; readonly lane: Lane; readonly seq: number; readonly acked: number }
  /** The last word: the highest number acknowledged. */
  | { readonly k: "acked"; readonly a: number; readonly lane: Lane; readonly seq: number };

export type Note = (line: TruthLine) => void;

/** Names a content so that truth and database can be compared; 16 characters. */
const digest = (content: string): string => hash("sha256", content, "base64url").slice(0, 16);

/** What of a record is compared: everything that the database keeps of it apart from its place and time. */
export const contents = {
  event: (detail: string) => digest(detail),
  state: (reason: string) => digest(reason),
  report: (cpu: number, memoryUsed: number) => digest(`${cpu} ${memoryUsed}`),
};

/** Bytes that may wait in memory. */
const BUFFER_BYTES = 65_536;

export interface TruthFile {
  readonly note: Note;
  /** Writes what waits; the file then ends with a whole line. */
  flush(): void;
}

/** Writes lines to a new file, open as long as the process lives. Throws when it is there already. */
export function openTruth(file: string): TruthFile {
  const descriptor = openSync(file, "wx", 0o600);
  let waiting = "";
  const flush = (): void => {
    for (let bytes = Buffer.from(waiting); bytes.length > 0; ) bytes = bytes.subarray(writeSync(descriptor, bytes));
    waiting = "";
  };
  return {
    note(line) {
      waiting += `${JSON.stringify(line)}\n`;
      if (waiting.length > BUFFER_BYTES) flush();
    },
    flush,
  };
}
