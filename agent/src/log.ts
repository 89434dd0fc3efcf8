// The agent's log: JSON lines in a file that is rotated, and readable lines on the terminal when there is one. It never throws: an
// agent on a full disk goes on working, and says later how many lines it could not keep.
import type { Clock } from "./clock.ts";
import { createLogFile } from "./log-file.ts";
import { type Fields, printable, readable } from "./log-line.ts";

export const LOG_LEVELS = ["debug", "info", "warn", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Log {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  error(message: string, fields?: Fields): void;
  /** The same log, with these fields in every line. */
  child(fields: Fields): Log;
}

export interface LogParts {
  /** Folder of agent.log; made when it is missing. */
  readonly dir: string;
  /** Less than this is not written. */
  readonly level: LogLevel;
  readonly clock: Clock;
  /** Takes readable lines, each with its line end; given when a person looks on. */
  readonly terminal?: ((line: string) => void) | undefined;
}

/** Nothing is opened before the first line. */
export function createLog({ dir, level, clock, terminal }: LogParts): Log {
  const file = createLogFile(dir, (dropped) => line("warn", "log lines were lost: the log could not be written", { dropped }));
  const least = LOG_LEVELS.indexOf(level);

  function line(severity: LogLevel, message: string, fields: Fields): string {
    return `${printable({ time: new Date(clock.now()).toISOString(), level: severity, message }, fields)}\n`;
  }

  function withFields(own: Fields): Log {
    const write =
      (severity: LogLevel) =>
      (message: string, fields: Fields = {}) => {
        if (LOG_LEVELS.indexOf(severity) < least) return;
        const all = { ...own, ...fields };
        file.append(line(severity, message, all));
        terminal?.(`${readable(new Date(clock.now()), severity, message, all)}\n`);
      };
    return {
      debug: write("debug"),
      info: write("info"),
      warn: write("warn"),
      error: write("error"),
      child: (fields) => withFields({ ...own, ...fields }),
    };
  }
  return withFields({});
}
