// One run of a fleet: enrol, connect, steady load with churn, storm, drain, verdict.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { enrolOne, insertAgents } from "./load/enrol.ts";
import { type Fleet, startFleet } from "./load/fleet.ts";
import { type RealAgents, startRealAgents } from "./load/real-agents.ts";
import { type Figures, figuresOf, type ServerWatch, watchServer } from "./load/server-watch.ts";
import { type Back, backAfter } from "./load/storm.ts";
import { joinTarget, startTarget, type Target } from "./load/target.ts";
import type { FleetOptions } from "./options.ts";
import { judge } from "./oracle/judge.ts";
import { readTruth } from "./oracle/read-truth.ts";
import type { Verdict } from "./oracle/verdict.ts";

const ONE_REAL_IN = 50;
const TMPFS = "/dev/shm";
const BACK_TIMEOUT_MS = 600_000;
/** An agent that met a busy server waits up to five minutes before it tries again. */
const DRAIN_TIMEOUT_MS = 600_000;
/** Presences and last-seen times are written a moment after they changed. */
const SETTLE_MS = 3_000;
const CUT_HEARD_MS = 1_500;
/** The first part of the steady load fills caches and pools; growth is judged after it. */
const WARM_UP_SHARE = 1 / 3;

export interface FleetReport {
  readonly machine: string;
  readonly agents: number;
  readonly seed: number;
  readonly seconds: number;
  readonly interval: number;
  readonly churnPercentPerMinute: number;
  readonly processes: number;
  readonly enrolledByWire: number;
  readonly enrolledByRows: number;
  /** Seconds until all were connected the first time. */
  readonly connectedAfter: number;
  readonly dropped: number;
  readonly ack: { readonly samples: number; readonly p50: number; readonly p99: number; readonly most: number };
  readonly real: { readonly count: number; readonly healthy: number } | undefined;
  /** After warm-up and before the storm; undefined for a server of somebody else. */
  readonly steady: Figures | undefined;
  /** While all came back. */
  readonly stormFigures: Figures | undefined;
  readonly back: Back | undefined;
  /** Seconds until the server had everything. */
  readonly drainedAfter: number;
  readonly fleetMiB: number;
  readonly troubles: readonly string[];
  /** undefined when there was no database to compare with. */
  readonly verdict: Verdict | undefined;
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Runs it to the end and leaves nothing running. `say` gets lines for the person who waits. */
export async function runFleet(options: FleetOptions, say: (line: string) => void): Promise<FleetReport> {
  const folder = mkdtempSync(join(existsSync(TMPFS) ? TMPFS : tmpdir(), "vigia-fleet-"));
  const tidy = () => (options.keep ? say(`kept: ${folder}`) : rmSync(folder, { recursive: true, force: true }));
  // Also when somebody stops it half way: the folder may be in memory.
  process.once("exit", tidy);
  const undo: (() => Promise<void> | void)[] = [
    tidy,
    () => {
      process.off("exit", tidy);
    },
  ];
  try {
    const { server, token, database } = options;
    const target =
      server === undefined || token === undefined ? await startTarget(options.keep) : await joinTarget(server, token, database);
    undo.push(() => target.stop());
    return await loaded(options, folder, target, undo, say);
  } finally {
    // What went wrong before is worth more than that one of these did, and the others have to be done all the same.
    for (const step of undo.reverse()) {
      try {
        await step();
      } catch (error) {
        say(`left behind: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}

async function loaded(
  options: FleetOptions,
  folder: string,
  target: Target,
  undo: (() => Promise<void> | void)[],
  say: (line: string) => void,
): Promise<FleetReport> {
  const troubles: string[] = [];
  const note = (sentence: string): void => {
    if (troubles.length < 50) troubles.push(sentence);
  };
  const enrolled = await enrolAll(options, folder, target, say);
  const realCount = Math.min(options.real, Math.floor(options.agents / ONE_REAL_IN));
  const real = await startReal(realCount, options, folder, target, enrolled.byWire);
  undo.push(() => real?.stop());
  say(`${enrolled.byWire} agents enrolled over the wire, ${enrolled.byRows} by rows, ${realCount} real ones`);

  const rampMs = (options.agents / options.ramp) * 1_000;
  const { seed, perAddress } = options;
  const fleet = startFleet(options.agents, { folder, seed, intervalMs: options.interval * 1_000, rampMs, perAddress }, note);
  undo.push(() => fleet.stop());
  await fleet.until("all spools are open", ({ opened }) => opened === options.agents, BACK_TIMEOUT_MS);
  const watch = target.watched && watchServer(target.watched, (error) => note(`the server could not be looked at: ${String(error)}`));
  undo.push(() => watch?.stop());
  const connecting = performance.now();
  fleet.order({ do: "connect" });
  await fleet.until("all agents are connected", ({ connected }) => connected === options.agents, rampMs + BACK_TIMEOUT_MS);
  const connectedAfter = (performance.now() - connecting) / 1_000;
  say(`${options.agents} agents connected after ${connectedAfter.toFixed(1)} s`);

  const steady = await steadyLoad(options, fleet, watch, say);
  const stormAt = watch?.samples.length ?? 0;
  const cutAt = options.storm ? await dropAll(fleet, options, note, say) : undefined;
  const draining = performance.now();
  fleet.order({ do: "hush" });
  // What has not arrived by then is with agents that are still away: a figure, and no loss.
  const drained = await fleet
    .until("everything arrived", (now) => now.hushed && now.backlog === 0 && now.connected === options.agents, DRAIN_TIMEOUT_MS)
    .then(() => true)
    .catch((error: Error) => {
      note(error.message);
      return false;
    });
  const drainedAfter = (performance.now() - draining) / 1_000;
  await sleep(SETTLE_MS);
  const { dropped, rssBytes } = fleet.stats();
  fleet.order({ do: "write" });
  await fleet.until("the truth is written", ({ written }) => written, DRAIN_TIMEOUT_MS);
  const truths = await readTruth(fleet.truthFiles);
  const healthy = real === undefined || target.oracle === undefined ? undefined : await real.healthy(target.oracle.ask);
  const verdict = target.oracle && (await judge(target.oracle.ask, truths, { connected: true, drained }));
  return {
    machine: `${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, Node ${process.version}`,
    agents: options.agents,
    seed,
    seconds: options.seconds,
    interval: options.interval,
    churnPercentPerMinute: options.churn,
    processes: fleet.processes,
    enrolledByWire: enrolled.byWire,
    enrolledByRows: enrolled.byRows,
    connectedAfter,
    dropped,
    ack: steady.ack,
    real: healthy === undefined ? undefined : { count: realCount, healthy },
    steady: steady.figures,
    stormFigures: cutAt === undefined ? undefined : figuresOf(watch?.samples.slice(stormAt) ?? []),
    back: cutAt === undefined ? undefined : backAfter(truths, cutAt),
    drainedAfter,
    fleetMiB: rssBytes / 1_048_576,
    troubles,
    verdict,
  };
}

async function enrolAll(options: FleetOptions, folder: string, target: Target, say: (line: string) => void) {
  const reserved = Math.min(options.real, Math.floor(options.agents / ONE_REAL_IN));
  const byWire = Math.min(options.agents, target.watched === undefined ? options.agents : target.enrolments - reserved);
  say(`enrolling ${options.agents} agents`);
  const first = await enrolOne(folder, 0, target.url, await target.tokenFor(0), options.perAddress);
  for (let a = 1; a < byWire; a++) await enrolOne(folder, a, target.url, await target.tokenFor(a), options.perAddress);
  const byRows = options.agents - byWire;
  if (byRows > 0 && target.oracle !== undefined) {
    await insertAgents(target.oracle.ask, folder, first, byWire, options.agents - 1);
  }
  return { byWire, byRows };
}

async function startReal(
  count: number,
  options: FleetOptions,
  folder: string,
  target: Target,
  before: number,
): Promise<RealAgents | undefined> {
  if (count === 0) return undefined;
  return startRealAgents(
    count,
    folder,
    { url: target.url, approve: target.approve, tokenFor: (i) => target.tokenFor(before + i) },
    options.interval,
  );
}

async function steadyLoad(options: FleetOptions, fleet: Fleet, watch: ServerWatch | undefined, say: (line: string) => void) {
  fleet.takeLatencies();
  if (options.churn > 0) fleet.order({ do: "churn", percentPerMinute: options.churn });
  const from = watch?.samples.length ?? 0;
  const latencies: number[] = [];
  const end = performance.now() + options.seconds * 1_000;
  let saidAt = performance.now();
  while (performance.now() < end) {
    await sleep(Math.min(5_000, end - performance.now()));
    latencies.push(...fleet.takeLatencies());
    if (performance.now() - saidAt < 60_000) continue;
    saidAt = performance.now();
    const last = watch?.samples.at(-1);
    const { connected, dropped } = fleet.stats();
    say(`${connected} connected, ${dropped} dropped so far, server ${last?.rssMiB.toFixed(0)} MiB, lag p99 ${last?.lagMs.toFixed(0)} ms`);
  }
  const samples = watch?.samples.slice(from) ?? [];
  const sorted = latencies.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    figures: figuresOf(samples.slice(Math.floor(samples.length * WARM_UP_SHARE))),
    ack: { samples: sorted.length, p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 },
  };
}

/** Answers when it cut, milliseconds since 1970. */
async function dropAll(
  fleet: Fleet,
  options: FleetOptions,
  note: (sentence: string) => void,
  say: (line: string) => void,
): Promise<number> {
  const cutAt = Date.now();
  fleet.order({ do: "cut" });
  // Until the order was heard and told back.
  await sleep(CUT_HEARD_MS);
  // Some that are not back are a figure of the report, and everything else is still worth judging.
  await fleet
    .until("all agents are back", ({ connected }) => connected === options.agents, BACK_TIMEOUT_MS)
    .catch((error: Error) => note(error.message));
  say(
    `${fleet.stats().connected} of ${options.agents} back ${((Date.now() - cutAt) / 1_000).toFixed(1)} s after every connection was dropped`,
  );
  return cutAt;
}
