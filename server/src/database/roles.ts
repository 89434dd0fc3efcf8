// The two roles the server works with. The owner of the database runs migrations only.
import pg from "pg";
import { StartError } from "../start-error.ts";

export interface RoleNames {
  /** Works through row-level security; owns nothing. */
  readonly app: string;
  /** Owns the schema telemetry; sees nothing else. */
  readonly telemetry: string;
}

/** The role names for a database, so that two Vigias may share one PostgreSQL. */
export const roleNames = (database: string): RoleNames => ({ app: `${database}_app`, telemetry: `${database}_telemetry` });

/** Creates both roles without a password, for a PostgreSQL that only this server can reach. Roles that exist are left as they are. */
export async function createLocalRoles(owner: pg.ClientBase, names: RoleNames): Promise<void> {
  for (const name of [names.app, names.telemetry]) {
    const { rowCount } = await owner.query("select from pg_roles where rolname = $1", [name]);
    if (rowCount === 0) await owner.query(`create role ${pg.escapeIdentifier(name)} login nosuperuser nobypassrls`);
  }
}

/** Refuses to work with roles that row-level security would not hold. Run after the migrations. Throws StartError. */
export async function verifyRoles(owner: pg.ClientBase, names: RoleNames): Promise<void> {
  const { rows } = await owner.query<{ name: string; mighty: boolean; owned: number; mightier: string | null }>(
    `select r.rolname as name, r.rolsuper or r.rolbypassrls as mighty,
        (select count(*)::int from pg_class where relowner = r.oid) as owned,
        (select min(o.rolname) from pg_roles o where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'MEMBER')
          and (o.rolsuper or o.rolbypassrls or exists (select from pg_class where relowner = o.oid))) as mightier
       from pg_roles r where r.rolname = any($1)`,
    [[names.app, names.telemetry]],
  );
  for (const { name, mighty, owned, mightier } of rows) {
    const id = pg.escapeIdentifier(name);
    if (mighty) {
      throw new StartError(
        `the database role ${name} can step around row-level security`,
        `Run: ALTER ROLE ${id} NOSUPERUSER NOBYPASSRLS;`,
      );
    }
    if (mightier !== null) {
      throw new StartError(
        `the database role ${name} is a member of ${mightier}, which can step around row-level security`,
        `Run: REVOKE ${pg.escapeIdentifier(mightier)} FROM ${id};`,
      );
    }
    if (name === names.app && owned > 0) {
      throw new StartError(
        `the database role ${name} owns ${owned} tables or indexes, so it could switch their row-level security off`,
        `Run: REASSIGN OWNED BY ${id} TO the owner of the database;`,
      );
    }
  }
}
