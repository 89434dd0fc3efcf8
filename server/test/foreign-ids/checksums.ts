// Every row of every table as one number a table: what a refused request must leave as it was.
import type pg from "pg";
import { expect } from "vitest";

export type Checksums = Readonly<Record<string, string>>;

/** All tables, all organizations, telemetry too. Partitions count with the table they belong to. */
export async function checksums(owner: pg.Client): Promise<Checksums> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'telemetry') and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const parts = tables.map(
    ({ name }) => `select '${name}' as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from ${name} t`,
  );
  const { rows } = await owner.query<{ name: string; sum: string }>({ name: "checksums", text: parts.join(" union all ") });
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** Names of the tables in which something is different. */
export const changedTables = (before: Checksums, after: Checksums): string[] =>
  Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);

/** The checksums once everything that earlier requests set off is done: events told, mails and webhooks tried. */
export async function settled(owner: pg.Client): Promise<Checksums> {
  let now: Checksums = {};
  await expect
    .poll(
      async () => {
        const before = now;
        // Asked first: what is marked as told between the two shows in the checksums.
        const { rowCount: untold } = await owner.query("select from outbox where published_at is null");
        if (untold !== 0) return untold;
        now = await checksums(owner);
        return changedTables(before, now).length;
      },
      { timeout: 20_000, interval: 10 },
    )
    .toBe(0);
  return now;
}
