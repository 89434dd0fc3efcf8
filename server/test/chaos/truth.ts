// The truth: what a load agent noted as safe on its disk.
import fs from "node:fs";

export interface Truth {
  readonly events: ReadonlySet<string>;
  readonly reports: ReadonlySet<number>;
  /** The right times of reports that a wrong clock had timed until its server told the time: they leave with these unless a kill came first. */
  readonly corrected: ReadonlyMap<number, number>;
  /** The newest state. */
  readonly state: number;
  /** Each time a server acknowledged more than it had when the agent came back: "lane acknowledged stands". */
  readonly behind: readonly string[];
  /** The highest number of any event. */
  readonly newest: number;
  /** The latest time of any report, milliseconds since 1970. */
  readonly lastAt: number;
}

/** Reads a truth file, also while it is written. */
export function readTruth(file: string): Truth {
  const events = new Set<string>();
  const reports = new Set<number>();
  const corrected = new Map<number, number>();
  /** Of the present process. */
  let timed: number[] = [];
  const behind: string[] = [];
  let [state, newest, lastAt] = [0, 0, 0];
  const text = fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "";
  // The last line may be cut by the kill that ended the agent.
  for (const line of text.split("\n").slice(0, -1)) {
    const number = Number(line.split(" ").at(-1));
    if (line.startsWith("E ")) {
      events.add(line.slice(2));
      newest = Math.max(newest, number);
    } else if (line.startsWith("M ")) {
      reports.add(number);
      timed.push(number);
      lastAt = Math.max(lastAt, number);
    } else if (line === "started") timed = [];
    else if (line.startsWith("C ")) for (const at of timed) corrected.set(at, at + number);
    else if (line.startsWith("B ")) behind.push(line.slice(2));
    else if (line.startsWith("S ")) state = Math.max(state, number);
  }
  return { events, reports, corrected, behind, state, newest, lastAt };
}
