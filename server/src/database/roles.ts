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

/** Refuses to work with roles that row-level security would not hold. Run after the migrations. */
export async function verifyRoles(owner: pg.ClientBase, names: RoleNames): Promise<void> {
  const { rows } = await owner.query<{ name: string; mighty: boolean; owned: string }>(
    `select rolname as name, rolsuper or rolbypassrls as mighty,
        (select count(*) from pg_class where relowner = pg_roles.oid) as owned
       from pg_roles where rolname = any($1)`,
    [[names.app, names.telemetry]],
  );
  for (const { name, mighty, owned } of rows) {
    if (mighty) {
      throw new StartError(
        `the database role ${name} can step around row-level security`,
        `Run: ALTER ROLE ${pg.escapeIdentifier(name)} NOSUPERUSER NOBYPASSRLS;`,
      );
    }
    if (name === names.app && owned !== "0") {
      throw new StartError(
        `the database role ${name} owns ${owned} tables, so it could switch their row-level security off`,
        `Run: REASSIGN OWNED BY ${pg.escapeIdentifier(name)} TO the owner of the database;`,
      );
    }
  }
}
