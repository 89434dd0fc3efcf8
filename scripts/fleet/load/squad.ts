// A process of simulated agents. Started by the fleet's main program, which sends orders (orders.ts); ends when that is gone.
import { join } from "node:path";
import { openSimulatedAgent, type SimulatedAgent } from "../agent/agent.ts";
import { openTruth, type TruthFile } from "../agent/truth.ts";
import { createDice } from "../dice.ts";
import { addressOf } from "./addresses.ts";
import type { Order, Squad, SquadStats } from "./orders.ts";

const STATS_MS = 500;
const CHURN_MS = 1_000;
const OPEN_AT_ONCE = 50;
const MOST_LATENCIES = 200;
const MOST_TROUBLES = 20;

let agents: SimulatedAgent[] = [];
let latencies: number[] = [];
const troubles: string[] = [];
const timers = new Set<NodeJS.Timeout>();
let truth: TruthFile | undefined;
let squad: Squad;
let dice = createDice(0);
let hushed = false;
let written = false;
let dropped = 0;
let churning = false;

function trouble(what: string, error: unknown): void {
  if (troubles.length < MOST_TROUBLES) troubles.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
}

async function open(): Promise<void> {
  const file = openTruth(squad.truthFile);
  truth = file;
  for (let from = 0; from < squad.count; from += OPEN_AT_ONCE) {
    const numbers = Array.from({ length: Math.min(OPEN_AT_ONCE, squad.count - from) }, (_, i) => squad.first + from + i);
    const opened = numbers.map((a) =>
      openSimulatedAgent({
        a,
        dir: join(squad.folder, "agents", String(a)),
        from: addressOf(a, squad.perAddress),
        dice: createDice(squad.seed * 100_003 + a),
        note: file.note,
        onLatency: (ms) => latencies.length < MOST_LATENCIES && latencies.push(Math.round(ms)),
        onTrouble: trouble,
      }),
    );
    agents = agents.concat(await Promise.all(opened));
  }
}

function later(ms: number, work: () => void): void {
  const timer = setTimeout(() => {
    timers.delete(timer);
    work();
  }, ms);
  timers.add(timer);
}

/** Connects all over the ramp; each then measures at its own place in the interval. */
function connect(): void {
  for (const agent of agents) {
    const beat = (): void => {
      agent.beat();
      later(squad.intervalMs, beat);
    };
    later(dice() * squad.rampMs, () => void agent.connect());
    later(dice() * squad.intervalMs, beat);
  }
}

/** Half of those dropped come back at once, most others within 45 s; a tenth stays away long enough to be offline. */
function churn(percentPerMinute: number): void {
  churning = true;
  const often = ((agents.length * percentPerMinute) / 100 / 60_000) * CHURN_MS;
  const turn = (): void => {
    if (!churning) return;
    const count = Math.floor(often) + (dice() < often % 1 ? 1 : 0);
    for (let i = 0; i < count; i++) {
      const kind = dice();
      const awayMs = kind < 0.5 ? 0 : kind < 0.9 ? 1_000 + dice() * 44_000 : 80_000 + dice() * 20_000;
      agents[Math.floor(dice() * agents.length)]?.cut(awayMs);
      dropped++;
    }
    later(CHURN_MS, turn);
  };
  turn();
}

function cutAll(): void {
  churning = false;
  for (const agent of agents) agent.cut(0);
}

async function hush(): Promise<void> {
  for (const timer of timers) clearTimeout(timer);
  timers.clear();
  for (const agent of agents) if (!agent.connected) agent.cut(0);
  await Promise.all(agents.map((agent) => agent.flush()));
  hushed = true;
}

/** What was acknowledged so far becomes truth, and the truth a whole file. */
function write(): void {
  for (const agent of agents) agent.writeAcked();
  truth?.flush();
  written = true;
}

async function stop(): Promise<void> {
  await Promise.all(agents.map((agent) => agent.stop()));
  truth?.flush();
  process.exit(0);
}

function tell(): void {
  const stats: SquadStats = {
    opened: agents.length,
    connected: agents.reduce((sum, agent) => sum + (agent.connected ? 1 : 0), 0),
    backlog: agents.reduce((sum, agent) => sum + agent.backlog(), 0),
    hushed,
    written,
    dropped,
    latencies,
    troubles: troubles.splice(0),
    rssBytes: process.memoryUsage.rss(),
  };
  latencies = [];
  process.send?.(stats);
}

async function obey(order: Order): Promise<void> {
  if (order.do === "open") {
    squad = order.squad;
    dice = createDice(squad.seed * 7_919 + squad.first);
    await open();
  } else if (order.do === "connect") connect();
  else if (order.do === "churn") churn(order.percentPerMinute);
  else if (order.do === "cut") cutAll();
  else if (order.do === "hush") await hush();
  else if (order.do === "write") write();
  else await stop();
}

process.on("message", (order: Order) => {
  obey(order).catch((error: unknown) => {
    trouble(order.do, error);
    tell();
    process.exit(1);
  });
});
process.on("disconnect", () => process.exit(3));
setInterval(tell, STATS_MS);
