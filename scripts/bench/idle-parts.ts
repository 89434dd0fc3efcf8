// Not a goal but a look: what an idle connected agent keeps in V8's heap, by class, in the product and in the bare server without TLS.
//   node --conditions=vigia-source --max-old-space-size=8192 scripts/bench/idle-parts.ts [--agents 2000] [--most 60]
import { rmSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { endAll, temporaryFolder } from "../../server/test/kit/processes.ts";
import { heapByClass } from "./kit/heap-snapshot.ts";
import { startLoad } from "./kit/load.ts";
import type { Seat } from "./kit/seats.ts";
import { type Measured, startBare, startProduct } from "./kit/servers.ts";

const { values } = parseArgs({ options: { agents: { type: "string", default: "2000" }, most: { type: "string", default: "60" } } });
const agents = Number(values.agents);
const WARM_UP = 500;
const AT_ONCE = 50;
const PER_ADDRESS = 25;
const SETTLE_MS = 5_000;
/** Classes of which an agent has less than this are noise, bytes. */
const LEAST_BYTES = 4;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Bytes and objects an agent adds, by class. */
async function parts(server: Measured, seats: readonly Seat[], folder: string): Promise<Map<string, { bytes: number; count: number }>> {
  const [before, after] = [path.join(folder, "before.heapsnapshot"), path.join(folder, "after.heapsnapshot")];
  const open = async (count: number) => {
    const load = startLoad({ url: server.url, count, seats, ca: undefined, perAddress: PER_ADDRESS });
    const { failed, reasons } = await load.connect(AT_ONCE);
    if (failed > 0) throw new Error(`${failed} of ${count} could not connect: ${reasons.join("; ")}`);
    return load;
  };
  const first = await open(WARM_UP);
  await first.drop();
  first.stop();
  await wait(SETTLE_MS);
  await server.snapshot(before);
  const load = await open(agents);
  await wait(SETTLE_MS);
  await server.snapshot(after);
  await load.drop();
  load.stop();
  const [old, now] = [heapByClass(before), heapByClass(after)];
  const grown = new Map<string, { bytes: number; count: number }>();
  for (const [name, { bytes, count }] of now) {
    const was = old.get(name) ?? { bytes: 0, count: 0 };
    grown.set(name, { bytes: (bytes - was.bytes) / agents, count: (count - was.count) / agents });
  }
  return grown;
}

const folder = temporaryFolder("heap");
const product = await startProduct({ tls: false, seats: agents });
try {
  const bare = await startBare(undefined);
  const ofBare = await parts(bare, [], folder);
  await bare.stop();
  const ofProduct = await parts(product, product.seats, folder);
  const more = [...ofProduct]
    .map(([name, { bytes, count }]) => ({ name, count, bytes, bare: ofBare.get(name)?.bytes ?? 0 }))
    .filter(({ bytes, bare: other }) => Math.max(Math.abs(bytes), other) >= LEAST_BYTES)
    .sort((a, b) => b.bytes - b.bare - (a.bytes - a.bare));
  const sum = (of: Map<string, { bytes: number }>) => [...of.values()].reduce((all, { bytes }) => all + bytes, 0);
  console.log(`bytes an agent: product ${sum(ofProduct).toFixed(0)}, bare ${sum(ofBare).toFixed(0)}`);
  console.log("more than bare | product | bare | objects | class");
  for (const { name, bytes, bare: other, count } of more.slice(0, Number(values.most)))
    console.log([(bytes - other).toFixed(0), bytes.toFixed(0), other.toFixed(0), count.toFixed(2), name].join(" | "));
} finally {
  await product.stop();
  rmSync(folder, { recursive: true, force: true });
  await endAll();
}
