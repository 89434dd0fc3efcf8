// The two servers that are compared, each a process of its own: the whole product as it is shipped, and a bare one.
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import tls from "node:tls";
import { type Api, makeToken, setUp } from "../../../server/test/kit/api.ts";
import { Program, startServer, temporaryFolder } from "../../../server/test/kit/processes.ts";
import { postmasterOf } from "../../fleet/load/server-watch.ts";
import { type Ask, bundledDatabase, openOracle } from "../../fleet/oracle/database.ts";
import { postgresSeconds } from "../ingest-postgres.ts";
import type { MemoryWords } from "./memory-words.ts";
import { cpuSeconds, rssBytes } from "./process-figures.ts";
import { makeSeats, type Seat } from "./seats.ts";

export interface Measured {
  /** Where agents connect, ws:// or wss://. */
  readonly url: string;
  /** CPU seconds of the server's process so far, and of its database. */
  cpu(): { node: number; postgres: number };
  /** Resident memory of the server's process after it collected its garbage, bytes. */
  memory(): Promise<number>;
  /** Writes a snapshot of its heap into this file. */
  snapshot(file: string): Promise<void>;
  stop(): Promise<void>;
}

export interface Product extends Measured {
  /** Where people come, http:// or https://. */
  readonly origin: string;
  readonly pid: number;
  readonly api: Api;
  readonly ask: Ask;
  readonly seats: readonly Seat[];
  /** The folder with cert.pem and key.pem. */
  readonly tlsFolder: string;
  /** PEM; undefined without TLS. */
  readonly ca: string | undefined;
  /** A token that enrols and approves by itself. */
  readonly token: string;
}

/** Its resident memory once it has done this, bytes. */
function collected(program: Program, words: MemoryWords = "gc"): Promise<number> {
  return new Promise((resolve) => {
    const heard = (answer: unknown): void => {
      if (answer !== "collected") return;
      program.child.off("message", heard);
      resolve(rssBytes(program.child.pid ?? 0));
    };
    program.child.on("message", heard);
    program.child.send(words);
  });
}

/** Flags that write a profile of the server's CPU into this folder at its end. */
const profiling = (folder: string | undefined): string[] => (folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`]);

export interface ProductOptions {
  readonly tls: boolean;
  readonly seats: number;
  readonly profile?: string | undefined;
}

/** Starts the product on a fresh folder, sets it up, and writes the agents. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const dataDir = temporaryFolder("bench");
  const env = options.tls ? { VIGIA_TLS: "self" } : {};
  const { program, url } = await startServer(dataDir, env, [
    "--expose-gc",
    ...profiling(options.profile),
    "scripts/bench/kit/product-main.ts",
  ]);
  const tlsFolder = path.join(dataDir, "tls");
  const ca = options.tls ? readFileSync(path.join(tlsFolder, "cert.pem"), "utf8") : undefined;
  if (ca !== undefined) tls.setDefaultCACertificates([...tls.getCACertificates("default"), ca]);
  const api = await setUp(url, dataDir);
  const { token, clientId, siteId } = await makeToken(api);
  const config = await bundledDatabase(dataDir);
  const oracle = await openOracle(config);
  const [place] = await oracle.ask<{ organization_id: string }>("select organization_id from clients where id = $1", [clientId]);
  if (place === undefined) throw new Error("the new client is not in the database");
  const seats = await makeSeats(oracle.ask, { organizationId: place.organization_id, clientId, siteId }, options.seats);
  const pid = program.child.pid ?? 0;
  const postmaster = postmasterOf(config.cluster);
  const agentUrl = new URL("/agent/v1", url);
  agentUrl.protocol = options.tls ? "wss:" : "ws:";
  // The address, not the name: connections are told apart by the loopback addresses they come from.
  agentUrl.hostname = "127.0.0.1";
  return {
    url: agentUrl.href,
    origin: url,
    pid,
    api,
    ask: oracle.ask,
    seats,
    tlsFolder,
    ca,
    token,
    cpu: () => ({ node: cpuSeconds(pid), postgres: postgresSeconds(postmaster) }),
    memory: () => collected(program),
    snapshot: async (snapshot) => void (await collected(program, { snapshot })),
    async stop() {
      await oracle.close();
      await program.end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Starts the bare server; `tlsFolder` holds the certificate, none: without TLS. */
export async function startBare(tlsFolder: string | undefined): Promise<Measured> {
  const program = new Program(["--expose-gc", "scripts/bench/kit/bare-server.ts", ...(tlsFolder === undefined ? [] : [tlsFolder])], {});
  const url = await new Promise<string>((resolve, reject) => {
    program.child.once("message", (words: { url: string }) => resolve(words.url));
    program.child.once("exit", (code) => reject(new Error(`the bare server ended with ${code}: ${program.output}`)));
  });
  return {
    url: url.replace("http", "ws"),
    cpu: () => ({ node: cpuSeconds(program.child.pid ?? 0), postgres: 0 }),
    memory: () => collected(program),
    snapshot: async (snapshot) => void (await collected(program, { snapshot })),
    stop: async () => void (await program.end()),
  };
}
