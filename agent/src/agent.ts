// Wiring: which services the agent has, in which order they start, and what it says about its own life. The only file that knows them all.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { AgentEventKind, type SectionName } from "@vigia/protocol";
import type { systemClock } from "./clock.ts";
import { createMeasuring, type Measuring } from "./collectors/schedule.ts";
import type { Config } from "./config.ts";
import { type Host, readOptional } from "./host/host.ts";
import { IdentityStore } from "./identity.ts";
import type { TakenInventory } from "./inventory/child.ts";
import { createInventory } from "./inventory/schedule.ts";
import { createInventoryStore } from "./inventory/store.ts";
import { createLink } from "./link/link.ts";
import { createServerClock } from "./link/server-clock.ts";
import type { Connect } from "./link/transport.ts";
import type { Log } from "./log.ts";
import { createLogsService } from "./logs/service.ts";
import type { Service } from "./service.ts";
import { isFull, nodeFiles, type OpenSpool, openSpool } from "./spool/index.ts";
import { createStatusFile, readStatus } from "./status-file.ts";
import { supervise } from "./supervisor.ts";

const STOP_MS = 900;
const GOODBYE_MS = 1_000;

export interface AgentParts {
  readonly config: Config;
  readonly host: Host;
  readonly clock: typeof systemClock;
  readonly log: Log;
  readonly agentVersion: string;
  readonly connect: Connect;
  readonly random: () => number;
  /** Makes a zip of this machine's logs in a file, outside this process. */
  collectLogs(file: string, signal: AbortSignal): Promise<void>;
  /** Takes one inventory of the machine without some sections, outside this process. */
  takeInventory(signal: AbortSignal, skip: readonly SectionName[]): Promise<TakenInventory>;
}

/** Runs the agent of an enrolled machine until `signal` aborts or its identity is wiped. Answers which of the two it was. */
export async function runAgent(parts: AgentParts, signal: AbortSignal): Promise<"stopped" | "unenrolled"> {
  const { config, host, log, random, agentVersion } = parts;
  const identity = new IdentityStore(config.dataDir, (error) => log.warn("the identity could not be written", { error }));
  const who = await identity.load();
  if (who === undefined) return "unenrolled";
  // The server moved: its proof of identity decides, not its address.
  if (config.server !== undefined && who.servers[0] !== config.server)
    await identity.update({ servers: [config.server, ...who.servers.filter((server) => server !== config.server)] });
  const key = await identity.key();
  const bootId = await readBootId(host);
  const booted = await wasBooted(parts, who.bootId, bootId);

  const gone = new AbortController();
  const ends = AbortSignal.any([signal, gone.signal]);
  let spool: OpenSpool | undefined;
  const tell = async (kind: AgentEventKind, detail: string): Promise<void> => {
    try {
      await spool?.event({ kind, detail }, clock.now());
    } catch (error) {
      log.error("an event could not be kept", { event: AgentEventKind[kind], error });
    }
  };
  const clock = createServerClock({
    clock: parts.clock,
    uptimeMs: parts.clock.uptimeMs,
    offsetMs: who.clockOffsetMs,
    onStep: (byMs) => void tell(AgentEventKind.AGENT_EVENT_KIND_CLOCK_STEPPED, `The clock jumped by ${Math.round(byMs / 1000)} seconds.`),
  });
  const status = createStatusFile({
    dir: config.dataDir,
    agentVersion,
    clock: parts.clock,
    log,
    lanes: () => spool?.lanes ?? [],
    stillEnrolled: () => identity.exists(),
    onGone: () => gone.abort(),
  });

  const spooling: Service = {
    name: "spool",
    async start() {
      spool = await openSpool({
        files: nodeFiles,
        dir: join(config.dataDir, "spool"),
        maxBytes: config.spoolMaxBytes,
        randomBytes,
        now: () => clock.now(),
        onTrouble(lane, error) {
          if (error !== undefined) log.error("the spool cannot write", { lane, error });
          status.spoolProblem(error === undefined ? "" : isFull(error) ? "the disk is full" : "the spool cannot be written");
        },
      });
    },
    async stop() {
      await spool?.close();
    },
  };

  const care = { log, random, stopMs: STOP_MS };
  const started: Service[] = [];
  const start = async (service: Service): Promise<void> => {
    if (ends.aborted) return;
    started.push(service);
    await service.start(ends);
  };

  await start(supervise(status, care));
  await start(supervise(spooling, care));
  if (spool !== undefined) {
    const kept = spool;
    if (booted) void tell(AgentEventKind.AGENT_EVENT_KIND_MACHINE_BOOTED, "");
    void tell(AgentEventKind.AGENT_EVENT_KIND_STARTED, `Vigia agent ${agentVersion}`);
    await identity.update({ bootId: bootId.toString("hex") });
    const measuring: Measuring = createMeasuring({
      host,
      clock,
      log: log.child({ part: "measuring" }),
      random,
      settings: {},
      metricsIntervalSeconds: config.metricsIntervalSeconds,
      agentVersion,
      emit: {
        metrics(report, atMs) {
          status.awake();
          kept.metrics(report, atMs);
        },
        state(name, body, atMs) {
          if ("collectorStatus" in body) status.collector(body.collectorStatus);
          kept.state(name, body, atMs);
        },
      },
    });
    const inventory = createInventory({
      host,
      store: createInventoryStore(config.dataDir, who.agentId),
      log: log.child({ part: "inventory" }),
      random,
      steadyMs: parts.clock.uptimeMs,
      take: (ends, skip) => parts.takeInventory(ends, skip),
      emit: (name, body) => kept.state(name, body, clock.now()),
      resend: () => kept.resendStates(),
    });
    const logs = createLogsService({
      file: join(config.dataDir, "logs.zip"),
      collect: parts.collectLogs,
      log: log.child({ part: "logs" }),
      steadyMs: parts.clock.uptimeMs,
      say: (envelope) => link.say(envelope),
    });
    const link = createLink({
      ...parts,
      identity,
      key,
      bootId,
      spool: kept,
      clock,
      log: log.child({ part: "link" }),
      randomBytes,
      onSettings: (settings) => measuring.apply(settings),
      onInventoryRequest: (full) => inventory.request(full),
      logs,
      onStatus(now) {
        status.link(now);
        if (now.phase === "connected") inventory.linked();
      },
      onGone: () => gone.abort(),
    });
    await start(supervise(measuring, care));
    await start(supervise(inventory, care));
    await start(supervise(logs, care));
    // The link hears only the stop below: the last words need it after `ends`.
    const last = supervise(link, care);
    if (!ends.aborted) {
      started.push(last);
      await last.start(new AbortController().signal);
    }
    log.info("the agent runs", { version: agentVersion, agent: who.agentId, server: identity.current.servers[0] });
    await aborted(ends);
    if (!gone.signal.aborted) {
      await tell(AgentEventKind.AGENT_EVENT_KIND_STOPPED, "");
      await link.drain(GOODBYE_MS);
    }
  }
  for (const service of started.reverse()) await service.stop();
  log.info("the agent stopped", {});
  return gone.signal.aborted ? "unenrolled" : "stopped";
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** 16 bytes that name the machine's boot; zeroes where the system does not say. */
async function readBootId(host: Host): Promise<Buffer> {
  const text = (await readOptional(host, "/proc/sys/kernel/random/boot_id"))?.replaceAll("-", "").trim() ?? "";
  return /^[0-9a-f]{32}$/i.test(text) ? Buffer.from(text, "hex") : Buffer.alloc(16);
}

/** Whether the machine was booted since the agent ran last. */
async function wasBooted({ config, clock, log }: AgentParts, known: string, bootId: Buffer): Promise<boolean> {
  if (bootId.some((byte) => byte !== 0)) return known !== "" && known !== bootId.toString("hex");
  try {
    const last = await readStatus(config.dataDir);
    return last !== undefined && clock.now() - clock.uptimeMs() > last.updatedAtMs;
  } catch (error) {
    log.warn("the last status could not be read", { error });
    return false;
  }
}
