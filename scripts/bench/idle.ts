// Goal 3: what an idle connected agent costs the server in memory, beside a bare WebSocket server in the same run, without TLS and with it.
// Both sides warm up with some connections first, and collect their garbage before each figure is taken.
//   node --conditions=vigia-source scripts/bench/idle.ts [--agents 5000] [--settle 20]
import { parseArgs } from "node:util";
import { endAll } from "../../server/test/kit/processes.ts";
import { finish, isValid, jsonOf } from "./kit/line.ts";
import { startLoad } from "./kit/load.ts";
import type { Seat } from "./kit/seats.ts";
import { type Measured, startBare, startProduct } from "./kit/servers.ts";

const { values } = parseArgs({ options: { agents: { type: "string", default: "5000" }, settle: { type: "string", default: "20" } } });
const agents = Number(values.agents);
/** performance.md: KiB a connection of bare ws and wss. */
const REFERENCE = { ws: 9, wss: 41 };
const BOUND = { ws: 1.5, wss: 1.3 };
const WARM_UP = 500;
const AT_ONCE = 50;
const PER_ADDRESS = 25;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function open(url: string, seats: readonly Seat[], count: number, ca: string | undefined) {
  const load = startLoad({ url, count, seats, ca, perAddress: PER_ADDRESS });
  const { failed, reasons } = await load.connect(AT_ONCE);
  if (failed > 0) throw new Error(`${failed} of ${count} could not connect: ${reasons.join("; ")}`);
  return load;
}

/** Memory after garbage was collected, the lowest of three looks: a look may meet work under way. */
async function memory(server: Measured): Promise<number> {
  const looks: number[] = [];
  for (let look = 0; look < 3; look++) {
    looks.push(await server.memory());
    await wait(1_000);
  }
  return Math.min(...looks);
}

/** KiB for each connection that stands. */
async function perConnection(server: Measured, seats: readonly Seat[], ca: string | undefined): Promise<number> {
  const first = await open(server.url, seats.slice(0, WARM_UP), WARM_UP, ca);
  await wait(2_000);
  await first.drop();
  first.stop();
  await wait(Number(values.settle) * 1_000);
  const before = await memory(server);
  const load = await open(server.url, seats, agents, ca);
  await wait(Number(values.settle) * 1_000);
  const after = await memory(server);
  const { dropped, lost } = await load.drop();
  if (dropped !== agents || lost > 0) throw new Error(`${lost} of ${agents} connections were lost before the end`);
  load.stop();
  return (after - before) / 1_024 / agents;
}

async function compare(name: "ws" | "wss") {
  const product = await startProduct({ tls: name === "wss", seats: agents });
  try {
    const bare = await startBare(name === "wss" ? product.tlsFolder : undefined);
    const baseline = await perConnection(bare, [], product.ca);
    await bare.stop();
    const measured = await perConnection(product, product.seats, product.ca);
    const result = { product: measured, baseline, ratio: measured / baseline, bound: BOUND[name], reference: REFERENCE[name] };
    console.log(name, jsonOf(result));
    return result;
  } finally {
    await product.stop();
  }
}

try {
  const wss = await compare("wss");
  const ws = await compare("ws");
  finish({
    name: "idle",
    product: ws.product,
    baseline: ws.baseline,
    ratio: ws.ratio,
    bound: ws.bound,
    unit: "KiB per idle agent",
    valid: isValid(ws.baseline, ws.reference) && isValid(wss.baseline, wss.reference),
    figures: { agents, reference: REFERENCE.ws, wss, goals: { [`TLS within ${BOUND.wss}`]: wss.ratio <= wss.bound } },
  });
} finally {
  await endAll();
}
