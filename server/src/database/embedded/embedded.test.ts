import { spawn } from "node:child_process";
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { until } from "../../../test/until.ts";
import { createLog } from "../../log.ts";
import { isAlive } from "../processes.ts";
import { locateBinaries } from "./binaries.ts";
import { explain } from "./cluster.ts";
import { type Embedded, startEmbedded } from "./index.ts";
import { dropStaleLock } from "./lock.ts";
import { findPlace } from "./place.ts";

const asRoot = process.getuid?.() === 0;
const log = createLog("silent");
const fast = { fsync: "off" };
let data: string;
let running: Embedded[];

beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "vigia-pg-"));
  chmodSync(data, 0o755);
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((embedded) => embedded.stop()));
  rmSync(data, { recursive: true });
});

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded(data, log, fast);
  running.push(embedded);
  return embedded;
}

async function query<T extends pg.QueryResultRow>(embedded: Embedded, sql: string): Promise<T[]> {
  const client = new pg.Client({ host: embedded.socket, port: 5432, user: embedded.owner, database: "postgres" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}
const remember = (embedded: Embedded) => query(embedded, "create table kept as select 42 as answer");
const recall = (embedded: Embedded) => query(embedded, "select answer from kept");
const cluster = () => path.join(data, "postgres/cluster");

describe("on a new data directory", () => {
  test("makes a private cluster that only its socket leads to", async () => {
    const embedded = await start();
    expect(lstatSync(cluster()).mode & 0o777).toBe(0o700);
    expect(lstatSync(embedded.socket).mode & 0o777).toBe(0o700);
    expect(
      await query(embedded, "select current_setting('listen_addresses') as tcp, current_setting('synchronous_commit') as sync"),
    ).toEqual([{ tcp: "", sync: "on" }]);
    expect((await query<{ port: boolean }>(embedded, "select inet_server_port() is null as port"))[0]?.port).toBe(true);
  });

  test("an initdb that was cut short is done again", async () => {
    mkdirSync(path.join(data, "postgres/cluster.half/base"), { recursive: true });
    writeFileSync(path.join(data, "postgres/cluster.half/PG_VERSION"), "18\n");
    expect(await query(await start(), "select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a path too long for a socket gets a short one, and keeps it", async () => {
    const deep = path.join(data, "x".repeat(60), "y".repeat(60));
    mkdirSync(deep, { recursive: true });
    const first = await findPlace(deep, log);
    expect(Buffer.byteLength(first.socket)).toBeLessThan(90);
    expect((await findPlace(deep, log)).socket).toBe(first.socket);
    rmSync(first.socket, { recursive: true });
  });
});

describe("after a clean stop", () => {
  test("the process and its lock are gone and the data is there at the next start", async () => {
    const first = await startEmbedded(data, log, fast);
    await remember(first);
    const pid = first.pid();
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(path.join(cluster(), "postmaster.pid"))).toBe(false);
    expect(await recall(await start())).toEqual([{ answer: 42 }]);
  });
});

describe("when PostgreSQL is killed", () => {
  test("it is started again with its data, and the exit is told", async () => {
    const embedded = await start();
    await remember(embedded);
    const told = vi.fn();
    embedded.onExit(told);
    const first = embedded.pid();
    process.kill(first, "SIGKILL");
    await until(async () => expect(await recall(embedded)).toEqual([{ answer: 42 }]));
    expect(told).toHaveBeenCalledOnce();
    // It answers a moment before its number is known.
    await until(() => expect(embedded.pid()).not.toBe(first));
  });
});

describe("when the server is killed", () => {
  /** Starts PostgreSQL from a process of its own and kills that process without warning. Answers PostgreSQL's id. */
  async function orphan(): Promise<number> {
    const program = `
      import { startEmbedded } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, "index.ts")).href)};
      import { createLog } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, "../../log.ts")).href)};
      const embedded = await startEmbedded(${JSON.stringify(data)}, createLog("silent"), { fsync: "off" });
      process.send(embedded.pid());
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    const pid = await new Promise<number>((resolve, reject) => {
      child.once("message", (message) => resolve(Number(message)));
      child.once("exit", (code) => reject(new Error(`ended with ${code}`)));
    });
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("close", resolve));
    return pid;
  }

  test("the next one takes over the PostgreSQL that still runs, watches it and stops it", async () => {
    const pid = await orphan();
    const embedded = await start();
    expect(embedded.pid()).toBe(pid);
    await remember(embedded);
    process.kill(pid, "SIGKILL");
    await until(async () => expect(await recall(embedded)).toEqual([{ answer: 42 }]));
    await embedded.stop();
    running = [];
    expect(isAlive(embedded.pid())).toBe(false);
  });

  test("and PostgreSQL with it, the left-over lock is no obstacle", async () => {
    const pid = await orphan();
    process.kill(pid, "SIGKILL");
    expect(await query(await start(), "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

describe("a left-over lock", () => {
  const lock = () => path.join(cluster(), "postmaster.pid");
  const write = (pid: number) => {
    mkdirSync(cluster(), { recursive: true });
    writeFileSync(lock(), `${pid}\n${cluster()}\n`);
  };

  test("is dropped when another program has its process id", async () => {
    write(process.pid);
    expect(await dropStaleLock(cluster())).toBe(true);
    expect(existsSync(lock())).toBe(false);
  });

  test("is kept while a living process could be its holder", async () => {
    const sleeper = spawn("sh", ["-c", "read -r _", cluster()], { stdio: ["pipe", "ignore", "ignore"] });
    write(Number(sleeper.pid));
    expect(await dropStaleLock(cluster())).toBe(false);
    sleeper.kill();
    await new Promise((resolve) => sleeper.once("exit", resolve));
    expect(await dropStaleLock(cluster())).toBe(true);
  });

  test.skipIf(process.platform !== "linux")("is kept while a child of its dead holder still works in the cluster", async () => {
    write(2 ** 22 - 1);
    const child = spawn("sh", ["-c", "read -r _"], { cwd: cluster(), stdio: ["pipe", "ignore", "ignore"] });
    expect(await dropStaleLock(cluster())).toBe(false);
    child.kill();
    await new Promise((resolve) => child.once("exit", resolve));
    expect(await dropStaleLock(cluster())).toBe(true);
  });

  test("of a reused process id does not stop the start", async () => {
    const first = await startEmbedded(data, log, fast);
    await remember(first);
    await first.stop();
    // PostgreSQL itself believes a lock whose process lives under its own user.
    const stranger = spawn("sleep", ["30"], { ...(asRoot && idOf(cluster())), stdio: "ignore" });
    writeFileSync(lock(), `${stranger.pid}\n${cluster()}\n0\n5432\n\n\n`);
    const { uid, gid } = idOf(cluster());
    if (asRoot) chownSync(lock(), uid, gid);
    try {
      expect(await recall(await start())).toEqual([{ answer: 42 }]);
    } finally {
      stranger.kill();
    }
  });
  const idOf = (folder: string) => ({ uid: lstatSync(folder).uid, gid: lstatSync(folder).gid });
});

describe("refuses, in one line with the cure,", () => {
  const one = async (work: Promise<unknown>): Promise<string> => {
    const message = await work.then(
      () => "nothing",
      (error: Error) => error.message,
    );
    expect(message).not.toContain("\n");
    return message;
  };

  test("a cluster of another major version, and leaves it as it is", async () => {
    mkdirSync(cluster(), { recursive: true });
    writeFileSync(path.join(cluster(), "PG_VERSION"), "17\n");
    expect(await one(start())).toMatch(/made by PostgreSQL 17, the bundled one is 18\. Start the Vigia version/);
    expect(readFileSync(path.join(cluster(), "PG_VERSION"), "utf8")).toBe("17\n");
  });

  test("a folder that is no cluster", async () => {
    mkdirSync(cluster(), { recursive: true });
    expect(await one(start())).toMatch(/is no database: PG_VERSION is missing/);
  });

  test("a damaged record of the place", async () => {
    writeFileSync(path.join(data, "postgres.json"), "{");
    expect(await one(start())).toMatch(/postgres\.json, which says where the database is, is damaged/);
  });

  test("a platform without a package", () => {
    expect(() => locateBinaries("linux", "mips")).toThrow(/for linux-mips .* is not installed.*DATABASE_URL/);
    expect(() => locateBinaries("win32", "x64")).toThrow(/does not run on Windows.*DATABASE_URL/);
  });

  test("what keeps PostgreSQL from starting", async () => {
    const place = await findPlace(data, log);
    expect(explain("initdb: error while loading shared libraries: libxml2.so.2: cannot open", place).message).toMatch(
      /system library libxml2\.so\.2, which is missing.*Install it/,
    );
    expect(explain("/lib/libc.so.6: version `GLIBC_2.27' not found", place).message).toMatch(/glibc 2\.27/);
    expect(explain("could not write: No space left on device", place).message).toMatch(/no space is left/);
    expect(explain("could not open: Permission denied", place).message).toMatch(/no permission/);
  });

  test("a setting that PostgreSQL does not know, with PostgreSQL's words", async () => {
    expect(await one(startEmbedded(data, log, { no_such_setting: "1" }))).toMatch(/does not start: .*no_such_setting/);
  });
});

describe.runIf(asRoot)("as root", () => {
  test("PostgreSQL runs as another user", async () => {
    const embedded = await start();
    expect(lstatSync(`/proc/${embedded.pid()}`).uid).not.toBe(0);
  });

  test("a data directory closed to that user has its database beside it, and keeps it there", async () => {
    chmodSync(data, 0o700);
    const embedded = await start();
    const { folder } = JSON.parse(readFileSync(path.join(data, "postgres.json"), "utf8")) as { folder: string };
    expect(folder).toMatch(/\/vigia-[0-9a-f]{8}$/);
    expect(lstatSync(folder).mode & 0o777).toBe(0o700);
    await remember(embedded);
    await embedded.stop();
    running = [];
    expect(await recall(await start())).toEqual([{ answer: 42 }]);
    await running.pop()?.stop();
    rmSync(folder, { recursive: true });
  });

  test("an ordinary user can start it too", async () => {
    chownSync(data, 65_534, 65_534);
    const program = `
      import { startEmbedded } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, "index.ts")).href)};
      import { createLog } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, "../../log.ts")).href)};
      const embedded = await startEmbedded(${JSON.stringify(data)}, createLog("silent"), { fsync: "off" });
      await embedded.stop();
      console.log("started and stopped as", process.getuid());`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      uid: 65_534,
      gid: 65_534,
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
    await new Promise((resolve) => child.once("close", resolve));
    expect(said.trim()).toBe("started and stopped as 65534");
    expect(lstatSync(cluster()).uid).toBe(65_534);
  });
});
