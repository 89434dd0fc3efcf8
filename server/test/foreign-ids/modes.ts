// The server under test with both halves of tenancy, and with each half alone.
import pg from "pg";
import { type Bind, type Database, ofTenant, openDatabase } from "../../src/database/index.ts";
import { PERMISSIONS, type Rights } from "../../src/http/principal.ts";
import { buildTestServer, type TestServer } from "../build-app.ts";
import type { TestDatabase } from "../database.ts";
import { turnOffRowSecurity } from "./row-security.ts";

/** `rows alone`: the application checks nothing. `application alone`: row-level security is off. */
export type Mode = "both" | "rows alone" | "application alone";
export const MODES: readonly Mode[] = ["both", "rows alone", "application alone"];

/** Starts it. Closing it closes all of it. */
export async function startServer(mode: Mode): Promise<TestServer> {
  if (mode === "rows alone") return startUnchecked();
  const server = await buildTestServer();
  if (mode === "application alone") await turnOffRowSecurity(server.db.ownerConfig);
  return server;
}

const EVERYTHING: Rights = { permissions: new Set(PERMISSIONS), reach: () => "all", isAdministrator: true };

/** Everybody may do everything everywhere, and no query names the organization. */
async function startUnchecked(): Promise<TestServer> {
  let database: Database | undefined;
  const server = await buildTestServer((db) => {
    database = unbound(db);
    return { database, readRights: async () => EVERYTHING };
  });
  return {
    ...server,
    close: async () => {
      await database?.close();
      await server.close();
    },
  };
}

function unbound({ appConfig, telemetryConfig }: TestDatabase): Database {
  const bare: Bind = (prisma) => prisma;
  const config = { ...appConfig, max: 8, Client: ForgetfulClient };
  return openDatabase({ app: config, telemetry: { ...telemetryConfig, max: 4 } }, undefined, bare);
}

const CONDITION = new RegExp(
  ofTenant("x")
    .sql.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    .replace(/^x/, "[\\w.]+"),
  "g",
);

/** A connection that leaves the application's own condition out of every statement. */
class ForgetfulClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the overloads of pg's query are passed through as they are.
  override query(statement: any, ...rest: any[]): any {
    const text: unknown = typeof statement === "string" ? statement : statement?.text;
    if (typeof text !== "string") return super.query(statement, ...rest);
    const forgotten = text.replace(CONDITION, "true");
    return super.query(typeof statement === "string" ? forgotten : { ...statement, text: forgotten }, ...rest);
  }
}
