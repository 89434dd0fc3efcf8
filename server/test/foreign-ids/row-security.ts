// Looks behind, and switches off, what protects rows in a test database.
import pg from "pg";

/** Switches row-level security off for every table of this database, for good. The application's conditions are then alone. */
export async function turnOffRowSecurity(ownerConfig: pg.ClientConfig): Promise<void> {
  const owner = new pg.Client(ownerConfig);
  await owner.connect();
  try {
    const { rows } = await owner.query<{ name: string }>(
      "select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relkind in ('r', 'p')",
    );
    for (const { name } of rows) await owner.query(`alter table ${name} disable row level security, no force row level security`);
  } finally {
    await owner.end();
  }
}
