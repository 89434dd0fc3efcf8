// One server from its configuration to a listening socket, and back: whatever was started is stopped in reverse order.
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { buildApp } from "./app.ts";
import type { AppDeps } from "./app-deps.ts";
import { systemClock } from "./clock.ts";
import { type Config, childEnvironment } from "./config.ts";
import { takeDataDir } from "./data-dir.ts";
import { type Database, startDatabase } from "./database/index.ts";
import { createSetupCode, loadOrMakeKeys, removeSetupCode, type SetupCode, startGeneration } from "./keys/index.ts";
import type { Log } from "./log.ts";
import { checkpointFile } from "./modules/audit/index.ts";
import { openS3Place } from "./modules/files/index.ts";
import { type MachineNames, originsOf, usesHttps } from "./origins.ts";
import { INSTALLATION, PACKAGE } from "./places.ts";
import { kekBackup, openKek } from "./secrets/index.ts";
import {
  anchorFile,
  createAnchoredSigner,
  createSignerClient,
  findSignerPlace,
  findSignerUser,
  giveToSigner,
  type Signer,
  superviseSigner,
} from "./signer/index.ts";
import { StartError } from "./start-error.ts";
import { loadCertificate } from "./tls.ts";

export interface RunningServer {
  /** Where people open the console. */
  readonly url: string;
  /** What they are asked there, undefined once the server is set up. */
  readonly setupCode: string | undefined;
  /** A token that enrols this very machine; undefined until the server is set up. */
  firstMachineToken(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Connections that may wait to be taken: a fleet comes back within a moment, and one that finds no room tries again a second later. */
const BACKLOG = 4_096;

/** This server's version, as in its package.json. */
export const serverVersion = (): string =>
  (JSON.parse(readFileSync(path.join(PACKAGE, "package.json"), "utf8")) as { version: string }).version;

/** What a test's own entry program may ask for besides. */
export interface Trial {
  readonly failpoint?: AppDeps["failpoint"];
  readonly planted?: AppDeps["planted"];
  readonly admission?: AppDeps["admission"];
  /** Most database connections of each of the two roles. */
  readonly pool?: number | undefined;
}

/**
 * Starts everything and answers when the console can be opened. Throws StartError; then nothing is left running.
 * @param say receives lines for the person at the terminal
 */
export async function startServer(config: Config, log: Log, say: (line: string) => void, trial: Trial = {}): Promise<RunningServer> {
  const undo: (() => Promise<void>)[] = [];
  try {
    return await start(config, log, say, trial, undo);
  } catch (error) {
    await unwind(undo, log);
    throw error;
  }
}

async function start(
  config: Config,
  log: Log,
  say: (line: string) => void,
  trial: Trial,
  undo: (() => Promise<void>)[],
): Promise<RunningServer> {
  const clock = systemClock;
  undo.push(await takeDataDir(config.dataDir));
  // Early, so that a port in use is told before a database is made.
  const port = await findPort(config.host, config.port);
  const machine = machineNames();
  const tls = await loadCertificate(config.tls, config.dataDir, machine, clock.now());

  const s3 = config.files.s3 && (await openS3Place(config.files.s3));

  const { database, stop, applied } = await startDatabase({ dataDir: config.dataDir, url: config.databaseUrl, log, say, pool: trial.pool });
  undo.push(stop);
  if (applied.length > 0) log.info({ migrations: applied }, "the database was brought to this version");

  const configured = await isConfigured(database);
  const keys = await loadOrMakeKeys(config.dataDir, {
    configured,
    now: clock.now(),
    signerElsewhere: config.signerSocket !== undefined,
  });
  const kek = await openKek(database, config.dataDir);
  const { signer, started: signerStarted } = await startSigner(config, log, undo);
  const generation = await startGeneration({ database, dataDir: config.dataDir, log });
  undo.push(() => generation.stop());
  const setupCode = await openSetup(config.dataDir, configured);

  const origins = originsOf(config, port, machine);
  const app = await buildApp({
    config: {
      version: serverVersion(),
      origins,
      secureCookies: usesHttps(config),
      trustedProxies: config.trustedProxies,
      metricsToken: config.metricsToken,
      mailServer: config.mailServer,
      webhookAllow: config.webhookAllow,
      tls,
    },
    database,
    keys,
    kek,
    kekBackup: kekBackup(config.dataDir),
    dataDir: config.dataDir,
    checkpointFile: checkpointFile(config.dataDir),
    filesFolder: path.join(config.dataDir, "files"),
    s3,
    mostOfFiles: config.files.most,
    signer,
    clock,
    log,
    setupCode,
    failpoint: trial.failpoint,
    planted: trial.planted,
    admission: trial.admission,
    generation: generation.value,
    consoleFiles: path.join(INSTALLATION, "console/dist"),
    agentBundle: path.join(INSTALLATION, "agent/dist/vigia-agent.mjs"),
  });
  undo.push(() => app.close());
  await app.ready();
  await signerStarted;
  await app.listen({ host: config.host, port, backlog: BACKLOG }).catch((error: unknown) => {
    throw cannotListen(config.host, port, error as NodeJS.ErrnoException);
  });
  return {
    url: origins[0] ?? "",
    setupCode: setupCode?.text,
    firstMachineToken: () => app.firstMachineToken(),
    stop: () => unwind(undo, log),
  };
}

/**
 * Runs a signer beside this server, or uses the one that somebody else runs. Answers who is asked, and when the signer has started and
 * was compared with what this server last heard of it: a process needs a while, in which the rest of the server is built.
 */
async function startSigner(config: Config, log: Log, undo: (() => Promise<void>)[]): Promise<{ signer: Signer; started: Promise<void> }> {
  let socket = config.signerSocket;
  let launched: Promise<unknown> = Promise.resolve();
  if (socket === undefined) {
    const { dataDir, logLevel } = config;
    const user = config.signerUser === undefined ? undefined : findSignerUser(config.signerUser);
    const place = await findSignerPlace(dataDir);
    if (user !== undefined) await giveToSigner(place, user);
    socket = place.socket;
    const supervised = superviseSigner({ dataDir, logLevel, environment: childEnvironment(), user, log });
    undo.push(async () => (await supervised).stop());
    launched = supervised;
  }
  const client = createSignerClient(socket, () => anchored.forget());
  const anchored = createAnchoredSigner({ signer: client, file: anchorFile(config.dataDir), log });
  undo.push(() => anchored.close().finally(() => client.close()));
  // A signer that was set back is told now; one that is away, with its first question.
  const started = launched
    .then(() => anchored.check())
    .catch((error: unknown) => log.warn({ err: error }, "second factors cannot be checked"));
  return { signer: anchored, started };
}

/** Stops in reverse order; a part that fails to stop does not keep the others running. */
async function unwind(undo: (() => Promise<void>)[], log: Log): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) {
    await step().catch((error: unknown) => log.error({ err: error }, "a part of the server did not stop cleanly"));
  }
}

async function isConfigured(database: Database): Promise<boolean> {
  const row = await database.global((tx) => tx.installation.findUnique({ where: { id: 1 } }));
  return row !== null && row.configuredAt !== null;
}

async function openSetup(dataDir: string, configured: boolean): Promise<SetupCode | undefined> {
  if (!configured) return createSetupCode(dataDir);
  await removeSetupCode(dataDir);
  return undefined;
}

/** The port to listen on; for 0 one that is free now. Throws StartError when it cannot be listened on. */
function findPort(host: string, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) => reject(cannotListen(host, wanted, error)));
    probe.listen({ host, port: wanted }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : wanted));
    });
  });
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): StartError {
  const because = { cause: error };
  switch (error.code) {
    case "EADDRINUSE":
      return new StartError(
        `port ${port} on ${host} is in use by another program`,
        "Stop that program, or set VIGIA_PORT to another port",
        because,
      );
    case "EACCES":
      return new StartError(`this user may not listen on port ${port}`, "Set VIGIA_PORT to 1024 or higher", because);
    case "EADDRNOTAVAIL":
      return new StartError(`this machine has no address ${host}`, "Set VIGIA_HOST to one of its own, or leave it out", because);
    default:
      return new StartError(`cannot listen on ${host} port ${port}: ${error.message}`, "Correct VIGIA_HOST and VIGIA_PORT", because);
  }
}

function machineNames(): MachineNames {
  const addresses = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  const usable = addresses.filter(({ internal, scopeid }) => !internal && !scopeid).map(({ address }) => address);
  return [os.hostname().toLowerCase(), ...usable];
}
