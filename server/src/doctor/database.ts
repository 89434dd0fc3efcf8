// The database: reachable, the right version and schema, roles that row-level security holds, promises that are kept, room to work.
import type pg from "pg";
import { findMissing, inspectDatabase, type RoleNames, verifyRoles } from "../database/index.ts";
import { createLog } from "../log.ts";
import { StartError } from "../start-error.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "database";
const OLDEST = 150_000;
/** Connections that one server may open. */
const WANTED_CONNECTIONS = 40;
const BUSY_SHARE = 0.9;
/** Transaction ids that PostgreSQL can be behind before it stops taking writes (2^31), and when that is in sight. */
const IDS_SOON = 500_000_000;
const IDS_NOW = 1_500_000_000;
/** Dead rows of one table that make it slow. */
const DEAD_ROWS = 100_000;

export interface DatabaseFacts {
  readonly version: number;
  readonly versionName: string;
  readonly synchronousCommit: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly autovacuum: string;
  readonly maxConnections: number;
  readonly connections: number;
  /** Age of the oldest transaction id that is still needed. */
  readonly idAge: number;
  /** The table with the most dead rows, when it has more of them than living ones. */
  readonly bloated: { readonly name: string; readonly dead: number } | null;
}

export function judgeFacts(facts: DatabaseFacts): Finding[] {
  const { version, versionName, maxConnections, connections, idAge, bloated } = facts;
  const findings = [
    version < OLDEST
      ? fault(CHECK, `PostgreSQL ${versionName} is too old`, "Upgrade it to 15 or newer.")
      : ok(CHECK, `PostgreSQL ${versionName}`),
  ];
  if (facts.fsync !== "on") findings.push(fault(CHECK, "fsync is off: a power cut destroys the database", "Set fsync = on and reload."));
  if (facts.fullPageWrites !== "on")
    findings.push(warning(CHECK, "full_page_writes is off: a power cut can tear pages", "Set full_page_writes = on and reload."));
  // `local` and more keep the promise on this machine; off acknowledges what a crash takes back.
  if (facts.synchronousCommit === "off")
    findings.push(
      fault(
        CHECK,
        "synchronous_commit is off: what agents were told is stored can be lost",
        "Set synchronous_commit = on for the server's roles.",
      ),
    );
  if (facts.autovacuum !== "on") findings.push(warning(CHECK, "autovacuum is off: tables only grow", "Set autovacuum = on and reload."));
  if (maxConnections < WANTED_CONNECTIONS)
    findings.push(
      warning(CHECK, `max_connections is ${maxConnections}`, `Set it to ${WANTED_CONNECTIONS} or more and restart PostgreSQL.`),
    );
  if (connections >= maxConnections * BUSY_SHARE)
    findings.push(
      warning(
        CHECK,
        `${connections} of ${maxConnections} connections are taken`,
        "Close other programs' connections, or raise max_connections.",
      ),
    );
  if (idAge > IDS_SOON) {
    const said = `the oldest transaction id is ${idAge} old`;
    const cure = "Find what holds back VACUUM (old transactions, replication slots), then run: vacuumdb --freeze";
    findings.push(idAge > IDS_NOW ? fault(CHECK, said, cure) : warning(CHECK, said, cure));
  }
  if (bloated !== null && bloated.dead > DEAD_ROWS)
    findings.push(
      warning(
        CHECK,
        `${bloated.name} has ${bloated.dead} dead rows, more than living ones`,
        `Find what holds back VACUUM, then run: VACUUM ${bloated.name};`,
      ),
    );
  return findings;
}

/** @param missing names of migrations that are not applied */
export function judgeMigrations(missing: readonly string[], running: boolean): Finding {
  if (missing.length === 0) return ok(CHECK, "every migration is applied");
  if (running)
    return fault(CHECK, `the running server is older than this command: ${missing.join(", ")} is not applied`, "Restart the server.");
  return ok(CHECK, `the next start applies ${missing.join(", ")}`);
}

export const databaseCheck: Check = {
  name: CHECK,
  async run({ config: { dataDir, databaseUrl: url }, running }) {
    const where = { dataDir, url, running: running !== undefined, log: createLog("silent") };
    try {
      return await inspectDatabase(where, (owner, names) => examine(owner, names, running !== undefined));
    } catch (error) {
      if (!(error instanceof StartError)) throw error;
      return [fault(CHECK, error.problem, error.cure)];
    }
  },
};

async function examine(owner: pg.Client, names: RoleNames, running: boolean): Promise<Finding[]> {
  const findings = judgeFacts(await readFacts(owner, names));
  // Each refuses in its own words; one does not keep the other from being looked at.
  for (const look of [async () => judgeMigrations(await findMissing(owner), running), () => lookAtRoles(owner, names)])
    findings.push(
      await look().catch((error: unknown) => {
        if (error instanceof StartError) return fault(CHECK, error.problem, error.cure);
        throw error;
      }),
    );
  return findings;
}

async function lookAtRoles(owner: pg.Client, names: RoleNames): Promise<Finding> {
  const { rowCount } = await owner.query("select from pg_roles where rolname = any($1)", [[names.app, names.telemetry]]);
  if (rowCount !== 2)
    return warning(
      CHECK,
      `the roles ${names.app} and ${names.telemetry} are not both there`,
      "Start the server: it makes them, or prints the SQL that does.",
    );
  await verifyRoles(owner, names);
  return ok(CHECK, `row-level security holds ${names.app}`);
}

async function readFacts(owner: pg.Client, names: RoleNames): Promise<DatabaseFacts> {
  const { rows } = await owner.query<Omit<DatabaseFacts, "bloated" | "synchronousCommit">>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as "versionName",
        current_setting('fsync') as fsync, current_setting('full_page_writes') as "fullPageWrites",
        current_setting('autovacuum') as autovacuum, current_setting('max_connections')::int as "maxConnections",
        (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
        (select max(age(datfrozenxid))::float8 from pg_database) as "idAge"`,
  );
  const facts = rows[0];
  if (facts === undefined) throw new Error("the database answered nothing about itself");
  const bloated = await owner.query<{ name: string; dead: number }>(
    `select schemaname || '.' || relname as name, n_dead_tup::float8 as dead from pg_stat_user_tables
      where n_dead_tup > n_live_tup order by n_dead_tup desc limit 1`,
  );
  return { ...facts, synchronousCommit: await promiseOf(owner, names), bloated: bloated.rows[0] ?? null };
}

/** synchronous_commit as the server's roles get it: "off" when one of them does, else the database's own. */
async function promiseOf(owner: pg.Client, names: RoleNames): Promise<string> {
  const { rows } = await owner.query<{ setting: string }>(
    `select substring(one from '=(.*)') as setting
       from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole left join pg_database d on d.oid = s.setdatabase, unnest(s.setconfig) one
      where one like 'synchronous_commit=%' and (r.rolname is null or r.rolname = any($1)) and (d.datname is null or d.datname = current_database())`,
    [[names.app, names.telemetry]],
  );
  if (rows.some(({ setting }) => setting === "off")) return "off";
  const own = await owner.query<{ setting: string }>("select reset_val as setting from pg_settings where name = 'synchronous_commit'");
  return own.rows[0]?.setting ?? "on";
}
