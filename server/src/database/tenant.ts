// The only door to the database. What a piece of work may see is decided here, before it runs, by row-level security.
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { validate } from "uuid";
import { type Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { type Bind, boundTo, type Owner } from "./own-rows.ts";

export type Tx = Prisma.TransactionClient;

export interface Database {
  /**
   * Runs work in one transaction in which row-level security sees this organization alone.
   * Throws TypeError when the id is no UUID; work that throws leaves nothing behind.
   */
  withTenant<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same with only a person set: their memberships and the names of those organizations. */
  withUser<T>(userId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction without an organization, for the global tables only; any other table answers with an error. */
  global<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Connections of the telemetry role, which owns telemetry.* and sees nothing else. */
  readonly telemetry: pg.Pool;
  /** Whether both roles get an answer from the database now. Never throws. */
  ready(): Promise<boolean>;
  /** How the connections of both roles are used now. */
  pools(): readonly PoolUse[];
  /** Waits for running work and closes every connection; a second time changes nothing. */
  close(): Promise<void>;
}

export interface PoolUse {
  readonly role: "app" | "telemetry";
  /** Most connections there may be. */
  readonly most: number;
  readonly open: number;
  readonly idle: number;
  /** Pieces of work that wait for a connection. */
  readonly waiting: number;
}

/** Longest wait for a free connection, and longest life of one transaction, milliseconds. */
const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/**
 * Opens both pools; connects with the first use. A connection lost while idle is dropped and told to `onLost`, never thrown.
 * The roles must be those that migrate() granted to. `bind`: what is left out when row-level security is tested alone.
 */
export function openDatabase(
  roles: { app: pg.PoolConfig; telemetry: pg.PoolConfig },
  onLost: (error: Error) => void = () => undefined,
  bind: Bind = boundTo,
): Database {
  const app = openPool(roles.app, onLost);
  const telemetry = openPool(roles.telemetry, onLost);
  const prisma = new PrismaClient({ adapter: new PrismaPg(app) });

  const inTransaction = <T>(setting: string, id: string, owner: Owner, work: (tx: Tx) => Promise<T>): Promise<T> =>
    bind(prisma, owner).$transaction(async (tx) => {
      await tx.$queryRaw`select set_config(${setting}, ${id}, true)`;
      return work(tx);
    }, TRANSACTION);

  return {
    async withTenant(organizationId, work) {
      return inTransaction("vigia.organization", uuid(organizationId), { organizationId }, work);
    },
    async withUser(userId, work) {
      return inTransaction("vigia.user", uuid(userId), { userId }, work);
    },
    global: (work) => prisma.$transaction(work, TRANSACTION),
    telemetry,
    async ready() {
      const answers = await Promise.allSettled([app.query("select 1"), telemetry.query("select 1")]);
      return answers.every((answer) => answer.status === "fulfilled");
    },
    pools: () => [useOf("app", app), useOf("telemetry", telemetry)],
    async close() {
      await prisma.$disconnect();
      await Promise.all([app, telemetry].filter((pool) => !pool.ending).map((pool) => pool.end()));
    },
  };
}

function openPool(config: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: TRANSACTION.maxWait, keepAlive: true, ...config });
  pool.on("error", onLost);
  // A connection that breaks while work holds it fails that work; the event itself must not end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

const useOf = (role: PoolUse["role"], { options, totalCount, idleCount, waitingCount }: pg.Pool): PoolUse => ({
  role,
  most: options.max,
  open: totalCount,
  idle: idleCount,
  waiting: waitingCount,
});

function uuid(id: string): string {
  if (!validate(id)) throw new TypeError(`not a UUID: ${id.slice(0, 50)}`);
  return id;
}
