// The log's files: agent.log and four older ones, at most 5 MiB each. Every line opens the file anew: lines are few, and so a file
// that somebody moved or deleted is simply made again.
import { closeSync, constants, fstatSync, mkdirSync, openSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Where a file ends and the next one begins, bytes. */
export const LOG_FILE_BYTES = 5 * 1_048_576;
/** Files in all. */
export const LOG_FILES = 5;
/** Name of the newest; older ones end in .1 (newer) to .4 (oldest). */
export const LOG_FILE_NAME = "agent.log";

export interface LogFile {
  /** Never throws; a line that cannot be written is dropped and counted. */
  append(line: string): void;
}

/**
 * `lostLine` makes the line that says how many were dropped; it is written before the first one that can be written again.
 * `writeSome` writes bytes from a place on and answers how many it wrote; tests fill the disk with it.
 */
export function createLogFile(dir: string, lostLine: (dropped: number) => string, writeSome = writeFrom): LogFile {
  const path = join(dir, LOG_FILE_NAME);
  let dropped = 0;
  let torn = false;

  function open(): number {
    const flags = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);
    try {
      return openSync(path, flags, 0o600);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      return openSync(path, flags, 0o600);
    }
  }

  function write(descriptor: number, text: string): void {
    const bytes = Buffer.from(torn ? `\n${text}` : text);
    for (let at = 0; at < bytes.length; ) {
      at += writeSome(descriptor, bytes, at);
      torn = at < bytes.length;
    }
  }

  function appendOrThrow(line: string): void {
    const text = dropped === 0 ? line : lostLine(dropped) + line;
    let descriptor = open();
    try {
      const size = fstatSync(descriptor).size;
      if (size > 0 && size + Buffer.byteLength(text) > LOG_FILE_BYTES) {
        closeSync(descriptor);
        descriptor = -1;
        rotate(path);
        descriptor = open();
      }
      write(descriptor, text);
    } finally {
      if (descriptor !== -1) closeSync(descriptor);
    }
  }

  return {
    append(line) {
      try {
        appendOrThrow(line);
        dropped = 0;
      } catch {
        // The log is the last place to tell; the loss is counted and told once it can be.
        dropped++;
      }
    },
  };
}

function writeFrom(descriptor: number, bytes: Buffer, at: number): number {
  return writeSync(descriptor, bytes, at);
}

/** Moves every file one number up; the oldest is replaced. */
function rotate(path: string): void {
  for (let number = LOG_FILES - 1; number >= 1; number--) {
    const from = number === 1 ? path : `${path}.${number - 1}`;
    try {
      renameSync(from, `${path}.${number}`);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    }
  }
}
