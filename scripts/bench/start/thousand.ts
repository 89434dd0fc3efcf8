// A server that ends and comes back while a fleet of simulated agents is connected: how long it is away, and when all are back.
import { type Api, makeToken, setUp } from "../../../server/test/kit/api.ts";
import { type RunningServer, startServer } from "../../../server/test/kit/processes.ts";
import { enrolOne, insertAgents } from "../../fleet/load/enrol.ts";
import { startFleet } from "../../fleet/load/fleet.ts";
import { type Back, backAfter } from "../../fleet/load/storm.ts";
import { bundledDatabase, openOracle } from "../../fleet/oracle/database.ts";
import { readTruth } from "../../fleet/oracle/read-truth.ts";

/** The server as `npm start` runs it. */
const SERVER = ["server/dist/bundle/main.mjs"];
/** Ordinary agents: a report each half minute. */
const INTERVAL_MS = 30_000;
const RAMP_MS = 10_000;
const SEED = 1;
const TIMEOUT_MS = 120_000;

export interface Site {
  /** Holds the agents' identities and spools. */
  readonly folder: string;
  /** The port that it has and gets again. */
  readonly port: string;
  server: RunningServer;
  readonly api: Api;
}

/** A server of our own, set up, on a port that was free a moment ago. */
export async function openSite(folder: string, dataDir: string, port: string): Promise<Site> {
  const server = await startServer(dataDir, { VIGIA_PORT: port }, SERVER);
  return { folder, port, server, api: await setUp(server.url, server.dataDir) };
}

/** Stops it in order and starts it again; answers seconds from the start of its process until it listens. */
export async function restart(site: Site): Promise<number> {
  await site.server.program.end();
  const startedAt = performance.now();
  site.server = await startServer(site.server.dataDir, { VIGIA_PORT: site.port }, SERVER);
  return (performance.now() - startedAt) / 1_000;
}

/** Connects so many agents, restarts the server, and answers when they were back, in seconds after it listened again. */
export async function timeReturn(site: Site, agents: number): Promise<Back> {
  const { token } = await makeToken(site.api);
  const { ask, close } = await openOracle(await bundledDatabase(site.server.dataDir));
  const like = await enrolOne(site.folder, 0, site.server.url, token, 0);
  await insertAgents(ask, site.folder, like, 1, agents - 1);
  await close();
  const fleet = startFleet(
    agents,
    { folder: site.folder, seed: SEED, intervalMs: INTERVAL_MS, rampMs: RAMP_MS, perAddress: 1 },
    (sentence) => console.error(sentence),
  );
  try {
    await fleet.until("all spools are open", ({ opened }) => opened === agents, TIMEOUT_MS);
    fleet.order({ do: "connect" });
    await fleet.until("all agents are connected", ({ connected }) => connected === agents, TIMEOUT_MS);
    await restart(site);
    const listeningAt = Date.now();
    await fleet.until("all agents are back", ({ connected }) => connected === agents, TIMEOUT_MS);
    fleet.order({ do: "hush" });
    fleet.order({ do: "write" });
    await fleet.until("the truth is written", ({ written }) => written, TIMEOUT_MS);
    return backAfter(await readTruth(fleet.truthFiles), listeningAt);
  } finally {
    await fleet.stop();
  }
}
