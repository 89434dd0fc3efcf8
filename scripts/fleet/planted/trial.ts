// One trial: a few agents, a server with or without a bug, and a misfortune at a seeded moment. Answers what the oracle says then.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Lane } from "@vigia/protocol";
import { systemClock } from "../../../agent/src/clock.ts";
import { until } from "../../../server/test/kit/processes.ts";
import { openSimulatedAgent, type SimulatedAgent } from "../agent/agent.ts";
import type { TruthLine } from "../agent/truth.ts";
import { createDice } from "../dice.ts";
import { judge } from "../oracle/judge.ts";
import { collectTruth } from "../oracle/read-truth.ts";
import type { Verdict } from "../oracle/verdict.ts";
import type { Moment } from "./bugs.ts";
import { type Bug, type Composition, startComposition } from "./composition.ts";
import type { Ground } from "./ground.ts";

const AGENTS = 3;
const SEGMENT_BYTES = 2_048;

/** Runs it. Rejects when the misfortune did not come about. */
export async function runTrial(ground: Ground, bug: Bug, moment: Moment, seed: number): Promise<Verdict> {
  const dice = createDice(seed);
  const truth: TruthLine[] = [];
  const note = (line: TruthLine) => void truth.push(line);
  const misfortune = { countdown: 1 + Math.floor(dice() * 4), armed: moment.startsWith("kill") };
  let died: Promise<void> | undefined;
  let held: (() => void) | undefined;
  let hold = moment === "cut during commit" ? misfortune.countdown : 0;
  /** Whose events arrived, and who said hello, since these were emptied. */
  const [heard, returned] = [new Set<string>(), new Set<string>()];
  let server: Composition;

  const start = async (port: number): Promise<Composition> =>
    startComposition({
      database: ground.db.database,
      keys: ground.keys,
      bug,
      port,
      failpoint(place) {
        if (!misfortune.armed || place !== moment.replace("kill ", "").replace(" ", "-") || --misfortune.countdown > 0) return;
        misfortune.armed = false;
        died = server.die();
        throw new Error("killed");
      },
      async hold() {
        if (--hold !== 0) return;
        await new Promise<void>((resolve) => {
          held = resolve;
        });
      },
      onBatch: ({ agentId }, { lane }) => lane === Lane.LANE_EVENT && heard.add(agentId),
      onHello: ({ agentId }) => returned.add(agentId),
    });

  server = await start(0);
  const { port } = server;
  const dirs = await ground.agents(AGENTS, port);
  // One for each machine, over its restarts: a report of before must not have the time of one that follows.
  const clocks = dirs.map(() => unrepeating());
  const open = (a: number, dir: string): Promise<SimulatedAgent> =>
    openSimulatedAgent({
      a,
      dir,
      note,
      segmentBytes: SEGMENT_BYTES,
      clock: clocks[a] ?? systemClock,
      // Short waits, seeded: only the order of things matters here.
      dice: shortened(createDice(seed * 1_000 + a)),
      onTrouble: (what, error) => {
        throw new Error(what, { cause: error });
      },
    });
  let agents = await Promise.all(dirs.map((dir, a) => open(a, dir)));
  try {
    if (moment === "lost segment") {
      for (let i = 0; i < 30 + Math.floor(dice() * 30); i++) await Promise.all(agents.map((agent) => measured(agent)));
      await Promise.all(agents.map((agent) => agent.stop()));
      for (const [a, dir] of dirs.entries()) loseSegment(dir, a, dice, note);
      agents = await Promise.all(dirs.map((dir, a) => open(a, dir)));
    }
    await Promise.all(agents.map((agent) => agent.connect()));
    for (let i = 0; i < 40; i++) for (const agent of agents) agent.beat();

    if (moment.startsWith("kill")) {
      await until("the server is killed", () => (died === undefined ? undefined : true));
      await died;
      for (const agent of agents) agent.writeAcked();
      // While it is down: what it said against what it has.
      const verdict = await judge(ground.oracle.ask, collectTruth(truth), { connected: false, drained: false });
      if (!verdict.ok) return verdict;
      server = await start(port);
    }
    if (moment === "cut during commit") {
      await until("a commit is held", () => (held === undefined ? undefined : true));
      heard.clear();
      await until("behind it waits something of everybody", () => {
        for (const agent of agents) agent.beat();
        return heard.size === AGENTS ? true : undefined;
      });
      returned.clear();
      server.cut();
      // What waited is not taken any more: it comes again.
      await until("everybody is back", () => (returned.size === AGENTS ? true : undefined));
      held?.();
    }
    // What is not on the disk yet is no backlog yet.
    await Promise.all(agents.map((agent) => agent.flush()));
    await until("everything arrived", () => (agents.every((agent) => agent.connected && agent.backlog() === 0) ? true : undefined));
    for (const agent of agents) agent.writeAcked();
    await server.stop();
    return await judge(ground.oracle.ask, collectTruth(truth), { connected: false, drained: true });
  } finally {
    // A commit that is held for ever would keep the server from stopping.
    held?.();
    await Promise.all(agents.map((agent) => agent.stop()));
    await server.stop();
  }
}

/** Measures and makes it durable by itself, so that segments fill. */
async function measured(agent: SimulatedAgent): Promise<void> {
  agent.beat();
  await agent.flush();
}

/** Beats follow each other faster than milliseconds do, and a report is known by its time. */
function unrepeating(): typeof systemClock {
  let last = 0;
  return {
    ...systemClock,
    now() {
      last = Math.max(last + 1, systemClock.now());
      return last;
    },
  };
}

const shortened = (dice: () => number) => () => dice() * 0.1;

/** A disk that lost one of an agent's older segments of reports. */
function loseSegment(dir: string, a: number, dice: () => number, note: (line: TruthLine) => void): void {
  const folder = join(dir, "spool/metric");
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".seg"))
    .sort();
  const which = Math.floor(dice() * (names.length - 1));
  const [from, next] = [names[which], names[which + 1]].map((name) => Number(name?.slice(0, 16)));
  if (from === undefined || next === undefined || Number.isNaN(next)) throw new Error("there are too few segments to lose one");
  rmSync(join(folder, names[which] ?? ""));
  note({ k: "drop", a, lane: Lane.LANE_METRIC, from, to: next - 1 });
}
