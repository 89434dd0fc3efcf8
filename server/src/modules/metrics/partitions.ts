// The partitions of the telemetry tables: made ahead, made on demand for late reports, dropped when their time is over.
// A partition is made beside its table and then attached, so that readers and writers never wait for it.
import type pg from "pg";
import type { Clock } from "../../clock.ts";
import { KINDS } from "./kinds.ts";
import { LEVELS, RAW_KEEP_MS, type SourceName } from "./levels.ts";

const DAY_MS = 86_400_000;
/** Any number that no other part of Vigia uses: only one server changes partitions at a time. */
const ADVISORY_LOCK = 7_301_001;
const DAYS_AHEAD = 2;
/** Kept beyond the promise, so that work under way never loses the ground under its feet, milliseconds. */
const MARGIN_MS = DAY_MS;
/** How long a drop may wait for readers before it is left for the next round. */
const DROP_WAIT = "3s";

/** The partitioned tables of one resolution. */
interface Family {
  readonly source: SourceName;
  readonly tables: readonly string[];
  readonly keepMs: number;
  readonly every: "day" | "month";
}

const FAMILIES: readonly Family[] = [
  { source: "raw", tables: ["report_raw"], keepMs: RAW_KEEP_MS, every: "day" },
  ...LEVELS.map(({ name, keepMs, partition }) => {
    return { source: name, tables: KINDS.map((kind) => `${kind.name}_${name}`), keepMs, every: partition };
  }),
];

interface Span {
  /** What the partitions of this span are called: the day or month, digits only. */
  readonly label: string;
  readonly from: Date;
  readonly to: Date;
}

/** The day or month (UTC) that holds an instant, `ahead` of it further on. */
export function spanOf(every: "day" | "month", atMs: number, ahead = 0): Span {
  const at = new Date(atMs);
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  const [from, to] =
    every === "day"
      ? [new Date(Date.UTC(year, month, day + ahead)), new Date(Date.UTC(year, month, day + ahead + 1))]
      : [new Date(Date.UTC(year, month + ahead, 1)), new Date(Date.UTC(year, month + ahead + 1, 1))];
  return {
    label: from
      .toISOString()
      .slice(0, every === "day" ? 10 : 7)
      .replaceAll("-", ""),
    from,
    to,
  };
}

/** The span a partition's label names; the reverse of spanOf. */
function spanOfLabel(every: "day" | "month", label: string): Span {
  const [year, month, day] = [label.slice(0, 4), label.slice(4, 6), label.slice(6, 8)].map(Number);
  return spanOf(every, Date.UTC(year ?? 0, (month ?? 1) - 1, every === "day" ? day : 1));
}

export interface Partitions {
  /** Makes the partitions that reports of these times (milliseconds) need, where they are missing. Cheap when they are there. */
  ensure(times: Iterable<number>): Promise<void>;
  /** Makes today's and the next ones, drops those whose time is over and that every level has been made from. Answers how many it dropped. */
  maintain(): Promise<number>;
}

export function createPartitions(pool: pg.Pool, clock: Clock): Partitions {
  /** `${source}:${label}` of what is known to exist. */
  const known = new Set<string>();

  async function make(wanted: ReadonlyMap<string, { family: Family; span: Span }>): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await client.query("select pg_advisory_xact_lock($1)", [ADVISORY_LOCK]);
      const there = new Set(await names(client));
      for (const { family, span } of wanted.values()) {
        for (const table of family.tables) {
          const partition = `${table}_${span.label}`;
          if (there.has(partition)) continue;
          await client.query(`create table telemetry.${partition} (like telemetry.${table} including all)`);
          await client.query(
            `alter table telemetry.${table} attach partition telemetry.${partition} for values from ('${span.from.toISOString()}') to ('${span.to.toISOString()}')`,
          );
        }
      }
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
    for (const key of wanted.keys()) known.add(key);
  }

  function want(wanted: Map<string, { family: Family; span: Span }>, family: Family, span: Span): void {
    const key = `${family.source}:${span.label}`;
    if (!known.has(key)) wanted.set(key, { family, span });
  }

  return {
    async ensure(times) {
      const now = clock.now();
      const wanted = new Map<string, { family: Family; span: Span }>();
      const days = new Set<number>();
      for (const atMs of times) days.add(Math.floor(atMs / DAY_MS));
      for (const day of days) {
        for (const family of FAMILIES) {
          // A day that ends before what the family keeps gets no rows there.
          if ((day + 1) * DAY_MS > now - family.keepMs) want(wanted, family, spanOf(family.every, day * DAY_MS));
        }
      }
      if (wanted.size > 0) await make(wanted);
    },
    async maintain() {
      const now = clock.now();
      const wanted = new Map<string, { family: Family; span: Span }>();
      for (const family of FAMILIES) {
        const ahead = family.every === "day" ? DAYS_AHEAD : 1;
        for (let step = 0; step <= ahead; step++) want(wanted, family, spanOf(family.every, now, step));
      }
      if (wanted.size > 0) await make(wanted);
      return dropOld(pool, now, known);
    },
  };
}

async function names(client: pg.ClientBase | pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'telemetry' and c.relkind = 'r'`,
  );
  return rows.map((row) => row.name);
}

/** Drops what is older than it is kept, but never what a level is still to be made from. */
async function dropOld(pool: pg.Pool, now: number, known: Set<string>): Promise<number> {
  const { rows } = await pool.query<{ upto: Date | null }>("select min(upto) as upto from telemetry.rollup_progress");
  const rolledUpTo = rows[0]?.upto?.getTime() ?? 0;
  let dropped = 0;
  for (const name of await names(pool)) {
    const [, source, label] = /^[a-z]+_(raw|1m|5m|1h)_(\d+)$/.exec(name) ?? [];
    const family = FAMILIES.find((one) => one.source === source);
    if (family === undefined || label === undefined) continue;
    const end = spanOfLabel(family.every, label).to.getTime();
    if (end > now - family.keepMs - MARGIN_MS || end > rolledUpTo) continue;
    known.delete(`${family.source}:${label}`);
    await drop(pool, name);
    dropped++;
  }
  return dropped;
}

async function drop(pool: pg.Pool, name: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query(`set local lock_timeout = '${DROP_WAIT}'`);
    await client.query(`drop table telemetry.${name}`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}
