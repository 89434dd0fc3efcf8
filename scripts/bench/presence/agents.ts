// Two real agents, one that measures every half minute and one that only is there, and a bare heartbeat: what each costs on the wire.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { WebSocket } from "ws";
import { formatId, IdentityStore } from "../../../agent/src/identity.ts";
import { agentCommand, startAgent, until } from "../../../server/test/kit/processes.ts";
import { type Product, startBare } from "../kit/servers.ts";
import { wireBytes } from "./wire.ts";

/** The longest interval there is: nothing is measured within the benchmark. */
const NEVER_S = 3_600;
const HEARTBEAT_BYTES = 60;
const HEARTBEAT_MS = 30_000;

export interface Wires {
  /** IP bytes so far. */
  read(): { reporting: number; present: number; heartbeat: number };
  readonly resourceIds: readonly string[];
  stop(): Promise<void>;
}

async function startOne(
  product: Product,
  dir: string,
  caFile: string,
  interval: number,
): Promise<{ id: string; pid: number; stop(): Promise<unknown> }> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const { code, output } = await agentCommand(dir, ["enroll", "--server", product.origin, "--token", product.token, "--ca", caFile]);
  if (code !== 0) throw new Error(`a real agent could not be enrolled: ${output}`);
  const id = formatId((await new IdentityStore(dir).load())?.resourceId ?? "");
  const { agent } = await product.api.ok<{ agent: { state: string } }>("GET", `/api/v1/resources/${id}`);
  // The second shows the hardware of the first, and has to be let in.
  if (agent.state === "pending") await product.api.ok("POST", `/api/v1/resources/${id}/approve`, {});
  const program = startAgent(dir, { VIGIA_AGENT_METRICS_INTERVAL: String(interval), VIGIA_AGENT_CA: caFile });
  const pid = program.child.pid ?? 0;
  const port = Number(new URL(product.url).port);
  await until("a real agent is connected", () => (wireBytes(pid, port) > 0 ? true : undefined));
  return { id, pid, stop: () => program.end("SIGKILL") };
}

/** The smallest thing that shows presence: a bare TLS WebSocket with a heartbeat each half minute, which nobody answers. */
async function startHeartbeat(product: Product) {
  const bare = await startBare(product.tlsFolder);
  const socket = new WebSocket(bare.url, { perMessageDeflate: false, ...(product.ca === undefined ? {} : { ca: product.ca }) });
  await new Promise<void>((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const timer = setInterval(() => socket.send(Buffer.alloc(HEARTBEAT_BYTES)), HEARTBEAT_MS);
  return {
    read: () => wireBytes(process.pid, Number(new URL(bare.url).port)),
    async stop() {
      clearInterval(timer);
      socket.terminate();
      await bare.stop();
    },
  };
}

/** Starts all three. */
export async function startWires(product: Product): Promise<Wires> {
  const folder = mkdtempSync(path.join(tmpdir(), "vigia-bench-agents-"));
  const caFile = path.join(folder, "ca.pem");
  writeFileSync(caFile, product.ca ?? "");
  const reporting = await startOne(product, path.join(folder, "reporting"), caFile, 30);
  const present = await startOne(product, path.join(folder, "present"), caFile, NEVER_S);
  const heartbeat = await startHeartbeat(product);
  const port = Number(new URL(product.url).port);
  return {
    read: () => ({ reporting: wireBytes(reporting.pid, port), present: wireBytes(present.pid, port), heartbeat: heartbeat.read() }),
    resourceIds: [reporting.id, present.id],
    async stop() {
      await heartbeat.stop();
      await Promise.all([reporting.stop(), present.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
