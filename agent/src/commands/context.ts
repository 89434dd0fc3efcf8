// What every command needs, gathered once.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../clock.ts";
import { type Config, readConfig } from "../config.ts";
import type { Host } from "../host/host.ts";
import { createNodeHost, runsAsRoot } from "../host/node-host.ts";
import type { Connect } from "../link/transport.ts";
import { connectWebSocket } from "../link/ws-transport.ts";
import { createLog, type Log } from "../log.ts";

/** The command could not do its work; the message is one sentence for people. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Context {
  readonly config: Config;
  readonly warnings: readonly string[];
  readonly host: Host;
  readonly clock: typeof systemClock;
  readonly agentVersion: string;
  /** Writes one line for people. */
  out(line: string): void;
  /** The agent's log; `terminal` also shows it to whoever looks on. */
  log(terminal: boolean): Log;
  /** How to reach servers; `caFile` names certificates to trust besides the usual ones. */
  connect(caFile?: string): Promise<Connect>;
}

/** The certificates given at enrolment are kept here. */
export const caPath = (config: Config) => join(config.dataDir, "server-ca.pem");

/** Reads a file that may be missing. */
export async function readMaybe(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

export async function createContext(agentVersion: string, dataDir: string | undefined): Promise<Context> {
  const host = createNodeHost();
  const { config, warnings } = await readConfig({
    dataDir,
    platform: host.platform,
    isRoot: runsAsRoot(),
    readFile: (path) => readFile(path, "utf8"),
  });
  return {
    config,
    warnings,
    host,
    clock: systemClock,
    agentVersion,
    out: (line) => process.stdout.write(`${line}\n`),
    log(terminal) {
      const show = (line: string) => process.stderr.write(line);
      return createLog({ dir: config.logDir, level: config.logLevel, clock: systemClock, terminal: terminal ? show : undefined });
    },
    async connect(caFile = config.caFile) {
      if (caFile === undefined) return connectWebSocket(await readMaybe(caPath(config)));
      const ca = await readMaybe(caFile);
      if (ca === undefined) throw new CommandError(`there is no file ${caFile} with certificates`);
      return connectWebSocket(ca);
    },
  };
}
