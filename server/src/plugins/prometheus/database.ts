// The database's connections, and what stands in its queues.
import type { Clock } from "../../clock.ts";
import type { Database, PoolUse } from "../../database/index.ts";
import type { Log } from "../../log.ts";
import { countBacklog } from "../../modules/notify/index.ts";
import { countUnpublished, listOrganizations } from "../../outbox/index.ts";
import { by, type Figure, plain } from "./figure.ts";
import { sampled } from "./sample.ts";

interface Backlog {
  events: number;
  /** Milliseconds since 1970. */
  oldestEventAt: number | undefined;
  mails: { waiting: number; dead: number };
  webhooks: { waiting: number; dead: number };
}

export function databaseFigures({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Figure[] {
  const use = (part: (use: PoolUse) => number) => () => Object.fromEntries(database.pools().map((one) => [one.role, part(one)]));
  const backlog = sampled(
    clock,
    () => readBacklog(database),
    (error) => log.warn({ err: error }, "the queues in the database could not be counted"),
  );
  const ready = sampled(
    clock,
    () => database.ready(),
    (error) => log.warn({ err: error }, "the database could not be asked whether it answers"),
  );
  return [
    by(
      "role",
      "gauge",
      "database_connections_limit",
      "Most connections that a role may have",
      use(({ most }) => most),
    ),
    by(
      "role",
      "gauge",
      "database_connections_open",
      "Open connections to PostgreSQL",
      use(({ open }) => open),
    ),
    by(
      "role",
      "gauge",
      "database_connections_idle",
      "Open connections without work",
      use(({ idle }) => idle),
    ),
    by(
      "role",
      "gauge",
      "database_connections_waiting",
      "Pieces of work that wait for a connection",
      use(({ waiting }) => waiting),
    ),
    plain("gauge", "database_up", "1 while the database answers both roles", async () => ((await ready()) === true ? 1 : 0)),
    plain("gauge", "outbox_waiting", "Domain events that nobody was told of yet", async () => (await backlog())?.events),
    plain("gauge", "outbox_oldest_seconds", "Age of the oldest of them, 0 when there is none", async () => {
      const found = await backlog();
      return found && Math.max(0, clock.now() - (found.oldestEventAt ?? clock.now())) / 1_000;
    }),
    by("state", "gauge", "mails", "Mails that wait to be sent, and mails that were given up", async () => (await backlog())?.mails),
    by(
      "state",
      "gauge",
      "webhook_deliveries",
      "Webhook deliveries that wait, and those that were given up",
      async () => (await backlog())?.webhooks,
    ),
  ];
}

/** Counts the queues of all organizations, one after the other: row-level security shows one at a time. */
async function readBacklog(database: Database): Promise<Backlog> {
  const all: Backlog = { events: 0, oldestEventAt: undefined, mails: { waiting: 0, dead: 0 }, webhooks: { waiting: 0, dead: 0 } };
  for (const organizationId of await listOrganizations(database)) {
    const { events, left } = await database.withTenant(organizationId, async (tx) => ({
      events: await countUnpublished(tx, organizationId),
      left: await countBacklog(tx),
    }));
    all.events += events.waiting;
    const oldest = events.oldest?.getTime();
    if (oldest !== undefined) all.oldestEventAt = Math.min(oldest, all.oldestEventAt ?? oldest);
    for (const queue of ["mails", "webhooks"] as const)
      for (const state of ["waiting", "dead"] as const) all[queue][state] += left[queue][state];
  }
  return all;
}
