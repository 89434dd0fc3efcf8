// What goes wrong in the pack, and how it is put right again. Each fault comes back once the server answers and the agents work.
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../kit/processes.ts";
import { AGENT_PLACES } from "./agent-faults.ts";
import type { Dice } from "./dice.ts";
import type { Machine } from "./machine.ts";
import type { ServerTrial } from "./site.ts";
import { canMount } from "./tmpfs.ts";
import type { World } from "./world.ts";

type Fault = (world: World, dice: Dice, victim: Machine) => Promise<void>;

/** How long something stays stopped, and how long a disk or database stays in trouble, milliseconds. */
const STOP_MS = { short: 6_000, long: 90_000 };
const TROUBLE_MS = { short: 2_000, long: 20_000 };
/** Looks after which a connection is ended once more. */
const RESET_EVERY = 200;
const HOUR_MS = 3_600_000;
const DECADE_MS = 10 * 365 * 24 * HOUR_MS;

const hold = (world: World, times: { short: number; long: number }) => sleep(world.long ? times.long : times.short);

/** The server dies at a place of a commit, and is started again. */
const serverDiesAt =
  (place: NonNullable<ServerTrial["place"]>): Fault =>
  async ({ site }, dice) => {
    await site.restart("SIGKILL", { place, times: 1 + dice.roll(8) });
    await until(`the server dies ${place}`, () => (site.server.program.exited ? true : undefined));
    await site.start();
  };

async function stopped(pid: number | undefined, world: World): Promise<void> {
  if (pid === undefined) throw new Error("no process to stop");
  process.kill(pid, "SIGSTOP");
  await hold(world, STOP_MS).finally(() => process.kill(pid, "SIGCONT"));
}

export const FAULTS = {
  async "agent killed"(_world, _dice, victim) {
    await victim.restart();
  },
  async "agent program killed"({ machines }) {
    await machines.find(({ kind }) => kind === "plain")?.restart();
  },
  async "agent dies at a place"(_world, dice, victim) {
    const place = dice.pick(AGENT_PLACES);
    victim.order({ die: { place, times: 1 + dice.roll(3) } });
    let looks = 0;
    await until(`${victim.name} dies ${place}`, () => {
      if (victim.program.exited) return true;
      // A cursor is written when a connection begins, and one may begin before the order is heard.
      if (place === "half-a-cursor" && looks++ % RESET_EVERY === 0) victim.proxy.reset();
      return undefined;
    });
    victim.start();
  },
  async "agent stopped"(world, _dice, victim) {
    if (world.long) victim.wasAway = true;
    await stopped(victim.program.child.pid, world);
  },
  async "server killed"({ site }) {
    await site.restart("SIGKILL");
  },
  async "server restarted in order"({ site }) {
    const code = await site.server.program.end("SIGTERM");
    if (code !== 0) throw new Error(`the server did not stop in order (${code}): ${site.server.program.output.slice(-2_000)}`);
    await site.start();
  },
  async "server stopped"(world) {
    await stopped(world.site.server.program.child.pid, world);
  },
  "server dies mid-batch": serverDiesAt("mid-batch"),
  "server dies before COMMIT": serverDiesAt("before-commit"),
  "server dies after COMMIT": serverDiesAt("after-commit"),
  async "two connections"(world, _dice, victim) {
    await world.site.restart("SIGTERM", { pool: 2 });
    // Not of all: the network of another machine may let nothing through.
    await world.flows([victim]);
    await world.act("made with two connections");
  },
  async "signer killed"({ site }) {
    process.kill(await site.signer(), "SIGKILL");
    await site.signer();
  },
  async "database killed"({ site }) {
    process.kill(await site.postmaster(), "SIGKILL");
  },
  async "database restarted at once"({ site }) {
    process.kill(await site.postmaster(), "SIGQUIT");
  },
  async "database stopped"(world) {
    await stopped(await world.site.postmaster(), world);
  },
  async "database read-only"(world) {
    const { site } = world;
    await site.ask("alter system set default_transaction_read_only = on");
    await site.ask("select pg_reload_conf()");
    await hold(world, TROUBLE_MS);
    await site.ask("alter system reset default_transaction_read_only");
    await site.ask("select pg_reload_conf()");
  },
  async "agent's disk full"(world, _dice, victim) {
    await full(world, victim.disk);
  },
  async "server's disk full"(world) {
    await full(world, world.site.disk);
  },
  async "database's disk full"(world) {
    await full(world, world.site.databaseDisk);
  },
  async "agent's disk fails"(world, dice, victim) {
    victim.order({ fail: { seed: dice.roll(1_000_000), perMille: 100 } });
    await hold(world, TROUBLE_MS);
    victim.order({ fail: { seed: 0, perMille: 0 } });
  },
  async "bits turned in the spool"(_world, dice, victim) {
    await victim.program.end("SIGKILL");
    victim.damaged = victim.truth();
    turnBits(victim.spool, dice);
    victim.start();
  },
  async "clock jumps"(_world, dice, victim) {
    for (const clockMs of [dice.pick([HOUR_MS, -HOUR_MS]), dice.pick([DECADE_MS, -DECADE_MS]), 0]) {
      victim.clockMs = clockMs;
      victim.order({ clockMs });
      await victim.works(300);
      victim.proxy.reset();
      await victim.works(300);
    }
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

/** Those that need a file system of their own. */
export const NEED_DISKS: readonly FaultName[] = ["agent's disk full", "server's disk full", "database's disk full"];

async function full(world: World, disk: { fill(): void; makeRoom(): void }): Promise<void> {
  if (!canMount) return;
  disk.fill();
  await world.act("made while a disk was full");
  await hold(world, TROUBLE_MS).finally(() => disk.makeRoom());
}

/** Turns one to four bits somewhere in what a spool keeps. */
function turnBits(spool: string, dice: Dice): void {
  const files = fs
    .readdirSync(spool, { recursive: true, encoding: "utf8" })
    .filter((name) => name !== "ballast")
    .map((name) => path.join(spool, name))
    .filter((file) => fs.statSync(file).isFile() && fs.statSync(file).size > 0)
    .sort();
  for (let turns = 1 + dice.roll(4); turns > 0; turns--) {
    const file = dice.pick(files);
    const bytes = fs.readFileSync(file);
    const at = dice.roll(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.roll(8));
    fs.writeFileSync(file, bytes);
  }
}
