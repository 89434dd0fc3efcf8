// A PostgreSQL for tests: the bundled one in a temporary folder, with a migrated template that each test database is copied from.
// Usable from anywhere; vitest's tests go through database.ts, which shares one per run.
import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { createLocalRoles, type Database, migrate, openDatabase, type RoleNames, startEmbedded } from "../src/database/index.ts";
import { createLog } from "../src/log.ts";

const TEMPLATE = "vigia_template";
/** Roles belong to the whole cluster, so all test databases share these. */
export const TEST_ROLES: RoleNames = { app: "vigia_app", telemetry: "vigia_telemetry" };
/** A test that keeps a connection longer than this after close() has leaked it. */
const LEAK_MS = 5_000;

/** How to reach a running test PostgreSQL; plain data, so that it can travel between processes. */
export interface TestCluster {
  readonly socket: string;
  readonly owner: string;
}

export interface TestDatabase {
  readonly database: Database;
  /** The superuser's connection to this database, for looking behind row-level security. */
  readonly ownerConfig: pg.ClientConfig;
  readonly appConfig: pg.ClientConfig;
  readonly telemetryConfig: pg.ClientConfig;
  /** Closes the connections and drops the database. Throws when a connection was leaked. */
  close(): Promise<void>;
}

/** Starts a PostgreSQL of its own. It dies with this process, even when this process is killed. */
export async function startTestCluster(): Promise<TestCluster & { stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "vigia-test-"));
  await chmod(folder, 0o755);
  const embedded = await startEmbedded(folder, createLog("silent"), { fsync: "off", full_page_writes: "off", max_connections: "100" });
  const undertaker = spawn(
    "sh",
    ["-c", 'read -r _; kill -QUIT "$1" 2>/dev/null; sleep 1; rm -rf "$2"', "sh", String(embedded.pid()), folder],
    {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    },
  );
  undertaker.unref();
  const cluster = { socket: embedded.socket, owner: embedded.owner };
  await withOwner({ ...config(cluster, "postgres"), user: cluster.owner }, async (owner) => {
    await createLocalRoles(owner, TEST_ROLES);
    await owner.query(`create database ${TEMPLATE}`);
  });
  await withOwner({ ...config(cluster, TEMPLATE), user: cluster.owner }, async (owner) => {
    await migrate(owner, TEST_ROLES);
  });
  return {
    ...cluster,
    async stop() {
      await embedded.stop();
      undertaker.kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A fresh, migrated, empty database on this PostgreSQL. */
export async function createTestDatabase(cluster: TestCluster): Promise<TestDatabase> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const maintenance = { ...config(cluster, "postgres"), user: cluster.owner };
  await withOwner(maintenance, (owner) => owner.query(`create database ${name} template ${TEMPLATE}`));
  const appConfig = { ...config(cluster, name), user: TEST_ROLES.app };
  const telemetryConfig = { ...config(cluster, name), user: TEST_ROLES.telemetry };
  const database = openDatabase({ app: { ...appConfig, max: 8 }, telemetry: { ...telemetryConfig, max: 4 } });
  return {
    database,
    ownerConfig: { ...config(cluster, name), user: cluster.owner },
    appConfig,
    telemetryConfig,
    async close() {
      const leaked = await Promise.race([database.close().then(() => false), delay(LEAK_MS).then(() => true)]);
      await withOwner(maintenance, (owner) => owner.query(`drop database ${name} with (force)`));
      if (leaked) throw new Error("a connection was taken from a pool and never given back");
    },
  };
}

const config = (cluster: TestCluster, database: string) => ({ host: cluster.socket, port: 5432, database });

const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

async function withOwner<T>(connection: pg.ClientConfig, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client(connection);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
