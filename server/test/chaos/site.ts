// The server's side of the pack: its process, its PostgreSQL and its signer, each on disks of their own, and who may sign in there.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import tls from "node:tls";
import type pg from "pg";
import { findPlace } from "../../src/database/embedded/place.ts";
import { createLog } from "../../src/log.ts";
import { Api, setUp } from "../kit/api.ts";
import { ask } from "../kit/database.ts";
import { Program, type RunningServer, startServer, until } from "../kit/processes.ts";
import { Disk } from "./tmpfs.ts";

const SERVER_MEGABYTES = 64;
const DATABASE_MEGABYTES = 2_000;

/** What the next server process is to suffer from; nothing when left out. */
export interface ServerTrial {
  /** Database connections for each role. */
  readonly pool?: number;
  /** Where it dies, the n-th time. */
  readonly place?: "mid-batch" | "before-commit" | "after-commit";
  readonly times?: number;
}

export class Site {
  readonly dataDir: string;
  readonly disk: Disk;
  readonly databaseDisk: Disk;
  /** Name of the bug that every server from here on has; none when empty (scripts/fleet/planted). */
  planted = "";
  #server: RunningServer | undefined;
  #port = "0";

  constructor(folder: string) {
    this.dataDir = path.join(folder, "server");
    this.disk = new Disk(this.dataDir, SERVER_MEGABYTES, "711");
    this.databaseDisk = new Disk(path.join(this.dataDir, "postgres"), DATABASE_MEGABYTES, "700");
  }

  get server(): RunningServer {
    if (this.#server === undefined) throw new Error("the server was never started");
    return this.#server;
  }

  get port(): number {
    return Number(this.#port);
  }

  /** The certificate that agents are told to trust. */
  get certificate(): string {
    return path.join(this.dataDir, "tls/cert.pem");
  }

  /** Starts the server, always on the port of the first time. */
  async start(trial: ServerTrial = {}): Promise<void> {
    const { pool = 0, place = "", times = 0 } = trial;
    const entry = ["server/test/chaos/server-main.ts", String(pool), place, String(times), this.planted];
    this.#server = await startServer(this.dataDir, { VIGIA_PORT: this.#port, VIGIA_TLS: "self" }, entry);
    if (this.#port !== "0") return;
    this.#port = new URL(this.#server.url).port;
    // From here on this process trusts the server's certificate as well.
    tls.setDefaultCACertificates([...tls.getCACertificates("default"), fs.readFileSync(this.certificate, "utf8")]);
  }

  /** Starts it again after an end, orderly or not. */
  async restart(signal: NodeJS.Signals, trial: ServerTrial = {}): Promise<void> {
    await this.server.program.end(signal);
    await this.start(trial);
  }

  /** Waits until the server and its database answer. */
  async ready(): Promise<void> {
    await until("the server is ready", async () => ((await fetch(`${this.server.url}/readyz`)).status === 200 ? true : undefined), 90_000);
  }

  /** Process id of PostgreSQL's postmaster now. */
  async postmaster(): Promise<number> {
    const { cluster } = await this.place();
    return until("PostgreSQL runs", () => Number(fs.readFileSync(path.join(cluster, "postmaster.pid"), "utf8").split("\n")[0]));
  }

  place() {
    return findPlace(this.dataDir, createLog("silent"));
  }

  /** Process id of the signer now. */
  signer(): Promise<number> {
    const parent = this.server.program.child.pid;
    return until("the signer runs", () => {
      const lines = execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" }).split("\n");
      const found = lines
        .map((line) => line.trim().split(/\s+/))
        .find(([, ppid, stat, ...args]) => Number(ppid) === parent && !stat?.startsWith("Z") && args.join(" ").includes("signer/main"));
      return found === undefined ? undefined : Number(found[0]);
    });
  }

  /** Past row-level security. */
  ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.dataDir, sql, values);
  }

  /** Runs a command of vigia-server on the running server's data. */
  async command(...args: string[]): Promise<{ code: number | null; output: string }> {
    const program = new Program(["server/src/main.ts", ...args], { VIGIA_DATA: this.dataDir });
    const code = await new Promise<number | null>((resolve) => program.child.once("close", resolve));
    return { code, output: program.output };
  }

  /** Sets the server up; answers its first administrator, and that of a second organization. */
  async people(): Promise<{ acme: Api; other: Api }> {
    const acme = await setUp(this.server.url, this.dataDir);
    const email = "olga@example.test";
    const made = await this.command("organization", "create", "--name", "Other IT", "--admin-email", email);
    const password = /: (\S+)\s*$/.exec(made.output)?.[1] ?? "";
    const other = new Api(this.server.url);
    const session = await other.ok<{ csrfToken: string }>("POST", "/api/v1/session", { email, password });
    other.csrfToken = session.csrfToken;
    return { acme, other };
  }

  async remove(): Promise<void> {
    await this.#server?.program.end("SIGTERM");
    for (const disk of [this.databaseDisk, this.disk]) disk.remove();
  }
}
