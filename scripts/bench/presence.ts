// Goals 7 and 8 in one run: what presence and telemetry cost on the wire while nobody watches, and how soon a technician sees a death,
// with a whole fleet connected that must not be called dead.
//   node --conditions=vigia-source scripts/bench/presence.ts [--agents 5000] [--minutes 10] [--each 20]
import { parseArgs } from "node:util";
import { endAll } from "../../server/test/kit/processes.ts";
import { finish, isValid, jsonOf } from "./kit/line.ts";
import { startLoad } from "./kit/load.ts";
import { type Product, startProduct } from "./kit/servers.ts";
import { startWires, type Wires } from "./presence/agents.ts";
import { type Death, type Group, judge, startGroups } from "./presence/deaths.ts";
import { openFeed } from "./presence/feed.ts";

const { values } = parseArgs({
  options: {
    agents: { type: "string", default: "5000" },
    minutes: { type: "string", default: "10" },
    /** Agents of each group that dies. */
    each: { type: "string", default: "20" },
  },
});
const [agents, minutes, each] = [Number(values.agents), Number(values.minutes), Number(values.each)];
const GROUPS = 6;
const AT_ONCE = 50;
const REPORT_MS = 30_000;
/** Agents tell all about themselves when they come: that is no part of a quiet minute. */
const SETTLE_MS = 45_000;
/** Longer than any death may go unseen. */
const DEATH_MS = 80_000;
/** performance.md: bytes a minute of a bare heartbeat, and what the product may use. */
const REFERENCE = 384;
const BOUND = { reporting: 1_000, present: 300 };
/** Milliseconds until a death is shown. */
const SEEN = { kill: 50, watched: 12_500, unwatched: 75_000 };

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Milliseconds that this death may go unseen. */
function allowed({ kind, watched }: Death): number {
  if (kind === "kill") return SEEN.kill;
  return watched ? SEEN.watched : SEEN.unwatched;
}

/** Lets the groups die one after the other, and waits until all of it must have been seen. */
async function die(groups: readonly Group[]): Promise<void> {
  for (const group of groups) {
    group.die();
    await wait(1_000);
  }
  await wait(DEATH_MS);
}

async function measure(product: Product, wires: Wires, groups: readonly Group[]) {
  const feed = await openFeed(product.api, product.ca);
  await wait(SETTLE_MS);
  const [from, before, seenFrom] = [performance.now(), wires.read(), feed.seen.length];
  feed.open(groups.filter(({ watched }) => watched).flatMap(({ seats }) => seats.map(({ resourceId }) => resourceId)));
  // The pings of an open machine come at their own pace before anybody dies.
  await wait(7_000);
  await die(groups);
  await wait(Math.max(0, minutes * 60_000 - (performance.now() - from)));
  const after = wires.read();
  const spent = (performance.now() - from) / 60_000;
  const doomed = new Set(groups.flatMap(({ seats }) => seats.map(({ resourceId }) => resourceId)));
  const falsely = feed.seen.slice(seenFrom).filter(({ resourceId, presence }) => !doomed.has(resourceId) && presence !== "online");
  feed.close();
  return {
    minutes: spent,
    wire: {
      reporting: (after.reporting - before.reporting) / spent,
      present: (after.present - before.present) / spent,
      heartbeat: (after.heartbeat - before.heartbeat) / spent,
    },
    deaths: groups.map((group) => judge(group, feed.seen)),
    falsely: { notAnswering: falsely.filter(({ presence }) => presence !== "offline").length, offline: falsely.length },
  };
}

const product = await startProduct({ tls: true, seats: agents + GROUPS * each });
try {
  const fleet = startLoad({
    url: product.url,
    count: agents,
    seats: product.seats.slice(0, agents),
    ca: product.ca,
    perAddress: 25,
    reportEveryMs: REPORT_MS,
  });
  const { failed, reasons } = await fleet.connect(AT_ONCE);
  if (failed > 0) throw new Error(`${failed} agents could not connect: ${reasons.join("; ")}`);
  const groups = await startGroups(product, product.seats.slice(agents), each);
  const wires = await startWires(product);
  const { wire, deaths, falsely, minutes: spent } = await measure(product, wires, groups);
  for (const death of deaths) console.log(jsonOf(death));
  const offline = falsely.offline;
  finish({
    name: "presence",
    product: wire.reporting,
    baseline: wire.heartbeat,
    ratio: wire.reporting / wire.heartbeat,
    bound: BOUND.reporting / wire.heartbeat,
    unit: "IP bytes a minute and agent",
    valid: isValid(wire.heartbeat, REFERENCE),
    figures: {
      reference: REFERENCE,
      agents,
      minutes: spent,
      presenceOnly: wire.present,
      deaths,
      falsely,
      goals: {
        [`presence only within ${BOUND.present} B/min`]: wire.present <= BOUND.present,
        "every death seen in time": deaths.every((death) => death.unseen === 0 && death.p99 <= allowed(death)),
        "nobody falsely offline": offline === 0,
      },
    },
  });
  const { lost } = await fleet.drop();
  if (lost > 0) throw new Error(`${lost} agents of the fleet were lost on the way`);
  fleet.stop();
  for (const group of groups) await group.stop();
  await wires.stop();
} finally {
  await product.stop();
  await endAll();
}
