// Whether this machine's clock can be believed: against PostgreSQL's on another machine, against a web server's Date header when one
// is named, against the marks it left behind, and against its own steady counter.
import { stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withOwner } from "../database/index.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "clock";
/** Seconds that another clock may be off before it is told, and before one-time codes and sign-ins begin to fail. */
const WARNING_SECONDS = 5;
const FAULT_SECONDS = 30;
/** How far the wall clock may move away from the steady one within WATCH_MS, milliseconds. */
const STEP_MS = 100;
const WATCH_MS = 500;
const CURE = "Let a time service (chrony, systemd-timesyncd, the hypervisor's) keep this machine's clock.";

/** @param offsetSeconds how much this machine is ahead of the other; @param slackSeconds what the asking itself may have cost */
export function judgeOffset(whose: string, offsetSeconds: number, slackSeconds: number): Finding {
  const off = Math.abs(offsetSeconds) - slackSeconds;
  const said = `${Math.abs(offsetSeconds).toFixed(1)} s ${offsetSeconds > 0 ? "ahead of" : "behind"} ${whose}`;
  if (off > FAULT_SECONDS) return fault(CHECK, said, CURE);
  if (off > WARNING_SECONDS) return warning(CHECK, said, CURE);
  return ok(CHECK, `agrees with ${whose} within ${(Math.max(0, off) + slackSeconds).toFixed(1)} s`);
}

/** @param lastMark when the server last wrote down that it lives, milliseconds since 1970; undefined: never */
export function judgeMark(now: number, lastMark: number | undefined): Finding | undefined {
  if (lastMark === undefined || lastMark - now < FAULT_SECONDS * 1_000) return undefined;
  const said = `the clock stands ${Math.round((lastMark - now) / 1_000)} s before a moment at which this server already ran`;
  return fault(CHECK, said, "Set the clock right before the server starts: it was set back, or was wrong then.");
}

/** @param driftMs how far the wall clock moved away from the steady one while it was watched */
export function judgeStep(driftMs: number): Finding {
  if (Math.abs(driftMs) <= STEP_MS) return ok(CHECK, "runs steadily");
  return warning(
    CHECK,
    `jumped by ${Math.round(driftMs)} ms while it was watched`,
    "Find what sets the clock in jumps; a time service slews it.",
  );
}

export const clockCheck: Check = {
  name: CHECK,
  async run({ config, clock, dateFrom }) {
    const findings: Finding[] = [];
    const mark = judgeMark(clock.now(), await lastMark(config.dataDir));
    if (mark !== undefined) findings.push(mark);
    // The bundled PostgreSQL has this machine's own clock. One that cannot be reached is the database check's to tell.
    if (config.databaseUrl !== undefined) {
      const asked = await postgresClock(config.databaseUrl, () => clock.now()).catch(() => undefined);
      if (asked !== undefined) findings.push(judgeOffset("PostgreSQL's clock", asked.offset, asked.slack));
    }
    if (dateFrom !== undefined) findings.push(await webClock(dateFrom, () => clock.now()));
    findings.push(judgeStep(await watch(() => clock.now())));
    return findings;
  },
};

async function lastMark(dataDir: string): Promise<number | undefined> {
  const found = await stat(path.join(dataDir, "keys/generation.json")).catch(() => undefined);
  return found?.mtimeMs;
}

async function postgresClock(url: string, now: () => number): Promise<{ offset: number; slack: number }> {
  return withOwner(url, async (owner) => {
    const began = now();
    const { rows } = await owner.query<{ at: number }>("select extract(epoch from clock_timestamp())::float8 as at");
    const ended = now();
    return { offset: (began + ended) / 2_000 - (rows[0]?.at ?? 0), slack: (ended - began) / 2_000 };
  });
}

async function webClock(address: string, now: () => number): Promise<Finding> {
  try {
    const began = now();
    const answer = await fetch(address, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(10_000) });
    const ended = now();
    const at = Date.parse(answer.headers.get("date") ?? "");
    if (Number.isNaN(at)) return warning(CHECK, `${address} says no date`, "Name a web server that sends a Date header.");
    // The header is cut to whole seconds.
    return judgeOffset(new URL(address).host, (began + ended) / 2_000 - (at + 500) / 1_000, (ended - began) / 2_000 + 0.5);
  } catch (error) {
    return warning(CHECK, `${address} could not be asked: ${(error as Error).message}`, "Name a web server that this machine reaches.");
  }
}

async function watch(now: () => number): Promise<number> {
  const [wall, steady] = [now(), performance.now()];
  await sleep(WATCH_MS);
  return now() - wall - (performance.now() - steady);
}
