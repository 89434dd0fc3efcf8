// Goal 4: what a storm of authenticated TLS reconnects costs the server, beside a bare TLS WebSocket server in the same run.
// Every connection is dropped, then all come back at once, each with a full handshake, its hello and its Welcome.
//   node --conditions=vigia-source scripts/bench/storm.ts [--agents 5000] [--rounds 3] [--profile DIR]
import { parseArgs } from "node:util";
import { endAll } from "../../server/test/kit/processes.ts";
import { finish, isValid, jsonOf } from "./kit/line.ts";
import { type Load, startLoad } from "./kit/load.ts";
import { type Measured, startBare, startProduct } from "./kit/servers.ts";

const { values } = parseArgs({
  options: {
    agents: { type: "string", default: "5000" },
    rounds: { type: "string", default: "3" },
    profile: { type: "string" },
  },
});
const agents = Number(values.agents);
/** performance.md: bare wss P-256, CPU seconds per 1,000 reconnects. */
const REFERENCE = 0.78;
const BOUND = 1.5;
const BACK_BOUND_S = 10;
/** After the last Welcome the server still writes presences: that belongs to the storm. It is over once a second costs less than this. */
const CALM_CPU_S = 0.06;
const CALM_WITHIN_MS = 180_000;
/** So many machines share a site's address. */
const PER_ADDRESS = 25;

interface Round {
  /** CPU seconds per 1,000. */
  readonly node: number;
  readonly postgres: number;
  readonly drop: number;
  readonly backSeconds: number;
  readonly failed: number;
  readonly reasons: readonly string[];
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const per1000 = (seconds: number): number => (seconds / agents) * 1_000;

/** Resolves when the server has nothing to do any more. Rejects when that takes too long. */
async function calm(server: Measured): Promise<void> {
  const until = performance.now() + CALM_WITHIN_MS;
  for (let before = server.cpu(); performance.now() < until; ) {
    await wait(1_000);
    const now = server.cpu();
    if (now.node + now.postgres - before.node - before.postgres < CALM_CPU_S) return;
    before = now;
  }
  throw new Error("the server does not come to rest");
}

/** Drops what stands and lets all come back. */
async function storm(server: Measured, load: Load): Promise<Round> {
  const standing = server.cpu();
  await load.drop();
  await calm(server);
  const before = server.cpu();
  const { seconds, failed, reasons } = await load.connect(agents);
  await calm(server);
  const after = server.cpu();
  return {
    node: per1000(after.node - before.node),
    postgres: per1000(after.postgres - before.postgres),
    drop: per1000(before.node - standing.node + before.postgres - standing.postgres),
    backSeconds: seconds,
    failed,
    reasons,
  };
}

const median = (rounds: readonly Round[], of: (round: Round) => number): number =>
  rounds.map(of).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? 0;

const product = await startProduct({ tls: true, seats: agents, profile: values.profile });
try {
  const bare = await startBare(product.tlsFolder);
  const common = { count: agents, ca: product.ca, perAddress: PER_ADDRESS };
  const sides = [
    { name: "bare", server: bare, load: startLoad({ ...common, url: bare.url, seats: [] }), rounds: [] as Round[] },
    { name: "product", server: product, load: startLoad({ ...common, url: product.url, seats: product.seats }), rounds: [] as Round[] },
  ];
  for (const { load, server } of sides) {
    await load.connect(agents);
    await calm(server);
  }
  for (let round = 0; round <= Number(values.rounds); round++)
    for (const { name, server, load, rounds } of sides) {
      // The first compiles the code and fills the pools.
      const figures = await storm(server, load);
      console.log(name, round === 0 ? "warm-up" : "round", jsonOf(figures));
      if (round > 0) rounds.push(figures);
    }
  const [bareRounds = [], productRounds = []] = sides.map(({ rounds }) => rounds);
  const cpu = ({ node, postgres }: Round): number => node + postgres;
  const baseline = median(bareRounds, cpu);
  const measured = median(productRounds, cpu);
  const back = median(productRounds, ({ backSeconds }) => backSeconds);
  const refused = productRounds.reduce((sum, { failed }) => sum + failed, 0);
  finish({
    name: "storm",
    product: measured,
    baseline,
    ratio: measured / baseline,
    bound: BOUND,
    unit: "CPU-s per 1,000 reconnects",
    valid: isValid(baseline, REFERENCE),
    figures: {
      reference: REFERENCE,
      agents,
      node: median(productRounds, ({ node }) => node),
      postgres: median(productRounds, ({ postgres }) => postgres),
      ratioOfTheProcess: median(productRounds, ({ node }) => node) / baseline,
      backSeconds: back,
      bareBackSeconds: median(bareRounds, ({ backSeconds }) => backSeconds),
      refused,
      goals: { [`back within ${BACK_BOUND_S} s`]: back <= BACK_BOUND_S, "none refused": refused === 0 },
    },
  });
  for (const { load } of sides) load.stop();
  await bare.stop();
} finally {
  await product.stop();
  await endAll();
}
