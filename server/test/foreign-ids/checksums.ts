// Every row of every table as one number a table: what a refused request must leave as it was.
import type pg from "pg";
import { expect } from "vitest";
import type { Clock } from "../../src/clock.ts";
import { until } from "../until.ts";

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

/** How many events, mails and deliveries of webhooks are under way, or due by now and about to be. Milliseconds since 1970. */
async function countUnderWay(owner: pg.Client, now: number): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select (select count(*) from outbox where published_at is null)
       + (select count(*) from webhook_deliveries where state = 'waiting' and (lease is not null or next_at <= $1))
       + (select count(*) from mails where state = 'waiting' and (lease is not null
           or next_at <= $1 and organization_id in (select organization_id from mail_settings))) as count`,
    [new Date(now)],
  );
  return Number(rows[0]?.count);
}

/** The checksums once everything that earlier requests set off is done: events told, mails and webhooks tried. */
export async function settled(owner: pg.Client, clock: Clock): Promise<Checksums> {
  let now: Checksums = {};
  await until(async () => {
    const before = now;
    // Asked first: what changes between the two shows in the checksums.
    expect(await countUnderWay(owner, clock.now())).toBe(0);
    now = await checksums(owner);
    expect(changedTables(before, now)).toEqual([]);
  });
  return now;
}
