// A believable small fleet over the real wire, for screenshots: clients, sites, machines of three systems with a day of history.
import { randomBytes } from "node:crypto";
import { encode, Lane, type Metrics, Platform, type WireRecord } from "@vigia/protocol";
import { type AgentSocket, FakeAgent } from "../fake-agent.ts";
import { inventoryRecords, MACHINE } from "../inventory.ts";
import type { Api } from "./api.ts";

const CLIENTS = [
  "Acme Logistics",
  "Borealis Dental",
  "Café São Jorge",
  "Delta Engenharia e Consultoria Ltda.",
  "Evergreen Schools",
  "Farmácia Vida",
  "Granite Legal",
  "Ilha Hotéis",
];
const NAMES = ["DC-01", "FILE-01", "FIN-07", "RECEPTION", "CAD-3", "NB-MARINA"];
const SYSTEMS = [
  { platform: Platform.PLATFORM_WINDOWS, osName: "Microsoft Windows Server 2022 Standard", mounts: ["C:", "D:"] },
  { platform: Platform.PLATFORM_LINUX, osName: "Debian GNU/Linux 12 (bookworm)", mounts: ["/", "/var", "/srv"] },
  { platform: Platform.PLATFORM_WINDOWS, osName: "Microsoft Windows 11 Pro", mounts: ["C:"] },
  { platform: Platform.PLATFORM_MACOS, osName: "macOS 15.1 Sequoia", mounts: ["/"] },
] as const;
const GIB = 2 ** 30;
const STEP_MS = 120_000;

/** mulberry32: the same fleet every time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One report of an imaginary machine at a time of day. */
function report(atMs: number, load: number, roll: () => number, mounts: readonly string[]): Metrics {
  const day = (Math.sin(((atMs / 3_600_000 - 9) / 24) * 2 * Math.PI) + 1) / 2;
  const busy = Math.min(0.99, Math.max(0.01, load * (0.25 + 0.75 * day) + (roll() - 0.5) * 0.12));
  const total = 16 * GIB;
  return {
    cpu: { busy, ioWait: roll() * 0.02, load1: busy * 4 },
    memory: {
      totalBytes: total,
      usedBytes: Math.round(total * (0.35 + 0.4 * load + 0.08 * day)),
      swapTotalBytes: 4 * GIB,
      swapUsedBytes: Math.round(load * GIB),
    },
    volumes: mounts.map((mount, i) => {
      const size = (i + 1) * 256 * GIB;
      const used = Math.round(size * Math.min(0.97, 0.35 + load * 0.6 + i * 0.07));
      return {
        mount,
        filesystem: mount.startsWith("/") ? "ext4" : "NTFS",
        totalBytes: size,
        usedBytes: used,
        freeBytes: size - used,
        inodesTotal: 0,
        inodesUsed: 0,
      };
    }),
    disks: [{ device: "sda", readBytesPerSecond: roll() * 4e6, writtenBytesPerSecond: busy * 6e6, busy: busy / 3 }],
    interfaces: [
      { name: "eth0", receivedBytesPerSecond: busy * 9e6 * roll(), sentBytesPerSecond: busy * 2e6 * roll(), errorsPerSecond: 0, up: true },
    ],
    uptimeSeconds: 86_400 * (1 + load * 40),
  } as Metrics;
}

/** Sends a day of reports with a hole of two hours in the night; resolves when the last one is acknowledged. */
async function sendHistory(
  agent: FakeAgent,
  socket: AgentSocket,
  load: number,
  mounts: readonly string[],
  roll: () => number,
): Promise<void> {
  const now = Date.now();
  const records: WireRecord[] = [];
  // Finer in the last hour, which lists show as a small curve.
  for (let at = now - 86_400_000; at <= now; at += now - at < 3_600_000 ? STEP_MS / 4 : STEP_MS) {
    const hour = (now - at) / 3_600_000;
    if (hour > 17 && hour < 19) continue;
    records.push({ seq: records.length + 1, atMs: at, body: "metrics", metrics: report(at, load, roll, mounts) } as WireRecord);
  }
  for (let from = 0; from < records.length; from += 100)
    socket.socket.send(
      encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: agent.epoch, records: records.slice(from, from + 100) } }),
    );
  while (!socket.received.some((envelope) => envelope.ack?.seq === records.length)) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Fills a server that was just set up. A few machines wait for approval, some fell silent; the rest stays connected until `stop`. */
export async function makeDemo(api: Api): Promise<{ stop(): void }> {
  const roll = dice(7);
  const sockets: AgentSocket[] = [];
  for (const [i, name] of CLIENTS.entries()) {
    const client = await api.ok<{ id: string }>("POST", "/api/v1/clients", { name });
    const site = await api.ok<{ id: string }>("POST", "/api/v1/sites", { clientId: client.id, name: "Headquarters" });
    const tokenOf = (approval: string) =>
      api.ok<{ token: string }>("POST", "/api/v1/enrollment-tokens", { clientId: client.id, siteId: site.id, approval });
    const { token } = await tokenOf("automatic");
    for (const [j, machine] of NAMES.entries()) {
      const system = SYSTEMS[(i + j) % SYSTEMS.length] ?? SYSTEMS[1];
      const agent = new FakeAgent(`${api.url.replace(/^http/, "ws")}/agent/v1`);
      agent.hardwareHint = randomBytes(32);
      const pending = j === 5 && i % 4 === 0;
      const facts = {
        hostname: `${name.slice(0, 3).toUpperCase().trim()}-${machine}`,
        platform: system.platform,
        osName: system.osName,
        addresses: [`10.${i}.0.${10 + j}`],
      };
      await agent.enroll(pending ? (await tokenOf("manual")).token : token, facts);
      const { socket } = await agent.connect();
      if (pending) {
        sockets.push(socket);
        continue;
      }
      const described = {
        ...facts,
        osVersion: "",
        kernel: "",
        architecture: "x64",
        cpuModel: "Intel(R) Xeon(R) E-2336 CPU @ 2.90GHz",
        cpuCount: 6,
      };
      const hostFacts = {
        ...described,
        memoryBytes: 16 * GIB,
        bootAtMs: Date.now() - 86_400_000,
        timeZone: "America/Sao_Paulo",
        agentVersion: "0.1.0",
      };
      const state = { seq: 1, atMs: Date.now(), body: "hostFacts", hostFacts } as WireRecord;
      socket.send({ body: "batch", batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records: [state] } });
      const version = system.platform === Platform.PLATFORM_WINDOWS ? MACHINE.os.version : "";
      const inventory = { ...MACHINE, os: { ...MACHINE.os, name: facts.osName, version, hostname: facts.hostname } };
      const records = inventoryRecords(2, Date.now(), inventory);
      socket.send({ body: "batch", batch: { lane: Lane.LANE_STATE, epoch: agent.epoch, records } });
      await sendHistory(agent, socket, 0.1 + roll() * 0.85, system.mounts, roll);
      if (roll() < 0.08) socket.kill();
      else sockets.push(socket);
    }
  }
  return {
    stop() {
      for (const socket of sockets) socket.kill();
    },
  };
}
