// What the doctor says: one line for each thing it looked at, and the cure where something is wrong.

export type Level = "ok" | "warning" | "fault";

export interface Finding {
  /** What was looked at, one word for programs. */
  readonly check: string;
  readonly level: Level;
  /** One line: what is so. */
  readonly said: string;
  /** One sentence: what to do. Always there unless the level is "ok". */
  readonly cure?: string;
}

export const ok = (check: string, said: string): Finding => ({ check, level: "ok", said });
export const warning = (check: string, said: string, cure: string): Finding => ({ check, level: "warning", said, cure });
export const fault = (check: string, said: string, cure: string): Finding => ({ check, level: "fault", said, cure });
