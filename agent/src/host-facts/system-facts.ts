// What every system's reader of facts answers.

/** What each system tells in its own way; the rest comes from the runtime. */
export interface SystemFacts {
  /** E.g. "Debian GNU/Linux 12 (bookworm)". */
  readonly osName: string;
  readonly osVersion: string;
  /** Model of the first processor; undefined when the runtime's answer is as good. */
  readonly cpuModel?: string;
  /** Milliseconds since 1970; undefined when only the uptime is known. */
  readonly bootAtMs?: number;
}
