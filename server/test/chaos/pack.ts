// The pack: cycle after cycle one fault, with bad weather for another machine, then everything is healed and judged.
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../kit/processes.ts";
import { createDice, type Dice } from "./dice.ts";
import { FAULTS, type FaultName, NEED_DISKS } from "./faults.ts";
import { auditFindings, boundFindings, presenceFindings, tenantFindings } from "./invariants.ts";
import { judge } from "./oracle.ts";
import { KEPT } from "./seeds.ts";
import { canMount } from "./tmpfs.ts";
import { WEATHER, type WeatherName } from "./weather.ts";
import type { World } from "./world.ts";

export interface Plan {
  readonly seed: number;
  readonly fault: FaultName;
  readonly weather: WeatherName;
}

/** How long all that was safe on disk may take to arrive, milliseconds. */
const DRAIN_MS = 60_000;
/** The whole truth is compared each time: not more often than this, milliseconds. */
const LOOK_MS = 700;
/** A machine in bad weather for so long may be called offline: little less than the silence that makes it so, milliseconds. */
const AWAY_MS = 70_000;

/** The kept rounds, then so many from the seed: every fault before any comes again. */
export function plan(cycles: number, seed: number): Plan[] {
  const dice = createDice(seed);
  const deck = <Name extends string>(names: readonly Name[]) => {
    let left: Name[] = [];
    return (): Name => {
      if (left.length === 0) left = dice.shuffle(names);
      return left.pop() ?? dice.pick(names);
    };
  };
  const fault = deck(Object.keys(FAULTS) as FaultName[]);
  const weather = deck(Object.keys(WEATHER) as WeatherName[]);
  const random = Array.from({ length: cycles }, () => ({ seed: dice.roll(1_000_000), fault: fault(), weather: weather() }));
  return [...KEPT, ...random].filter((one) => canMount || !NEED_DISKS.includes(one.fault));
}

/** One cycle. Rejects when something does not heal. */
export async function cycle(world: World, { seed, fault, weather }: Plan): Promise<void> {
  const dice: Dice = createDice(seed);
  const [victim, wet] = dice.shuffle(world.loaded);
  if (victim === undefined || wet === undefined) throw new Error("too few machines");
  await world.act(`made before ${seed}`);
  WEATHER[weather](wet.proxy, dice);
  const since = performance.now();
  // So that the fault meets work under way, at any place of it.
  await sleep(dice.roll(500));
  await FAULTS[fault](world, dice, victim);
  await world.site.ready();
  wet.proxy.set({});
  if (performance.now() - since > AWAY_MS) wet.wasAway = true;
  await world.works();
  await world.act(`made after ${seed}`);
  await world.flows();
}

/**
 * Waits until everything that was safe on disk has arrived; answers what is wrong with it.
 * @param drainMs how long it may take, milliseconds
 */
export async function settle(world: World, drainMs = DRAIN_MS): Promise<string[]> {
  await world.works();
  const truths = new Map(world.loaded.map((machine) => [machine, machine.truth()]));
  const look = () => Promise.all([...truths].map(([machine, truth]) => judge(world.site, machine, truth)));
  const arrived = async () => ((await look()).every(({ missing }) => missing.length === 0) ? true : undefined);
  // What is still missing afterwards is told below.
  await until("everything arrived", arrived, drainMs, LOOK_MS).catch(() => undefined);
  return (await look()).flatMap(({ missing, wrong }) => [...missing, ...wrong]);
}

/** All invariants; answers what is wrong, as sentences. */
export async function examine(world: World): Promise<Record<string, string[]>> {
  return {
    "every record arrived exactly once and in order, and no cursor is ahead of its effects": await settle(world),
    "the audit log and the signer's journal hold, and say what was done": await auditFindings(world),
    "memory and disk stay under their caps": boundFindings(world),
    "organizations see nothing of each other": await tenantFindings(world),
    "all machines are online again, and none was called offline": await presenceFindings(world),
  };
}
