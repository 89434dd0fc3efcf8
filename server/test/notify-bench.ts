// Notify over a test database, without the rest of the server.
import { randomBytes } from "node:crypto";
import type { Database, Tx } from "../src/database/index.ts";
import { createLog } from "../src/log.ts";
import type { AuditEntry } from "../src/modules/audit/index.ts";
import { createGuard, createNotify, type Notify, type NotifyDeps } from "../src/modules/notify/index.ts";
import { createOutbox, type Outbox, waking } from "../src/outbox/index.ts";
import { kekOf } from "../src/secrets/index.ts";
import { TestClock } from "./build-app.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";
import { makeOrganization, makeUser } from "./factories.ts";

export interface Place {
  readonly organizationId: string;
  readonly user: { id: string; email: string; name: string };
}

export interface NotifyBench {
  readonly db: TestDatabase;
  readonly clock: TestClock;
  readonly outbox: Outbox;
  readonly database: Database;
  readonly notify: Notify;
  readonly audited: AuditEntry[];
  readonly live: { userId: string; name: string; data: unknown }[];
  /** A new organization with one administrator. */
  place(): Promise<Place>;
  /** Another server over the same database. */
  another(parts?: Partial<NotifyDeps>): Notify;
  in<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Tells every event and sends all that is due. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export async function buildNotify(parts: Partial<NotifyDeps> = {}): Promise<NotifyBench> {
  const db = await startTestDatabase();
  const clock = new TestClock();
  const log = createLog("silent");
  const outbox = createOutbox({ database: db.database, clock, log });
  const database = waking(db.database, outbox.wake);
  const kek = kekOf(randomBytes(32));
  const audited: AuditEntry[] = [];
  const live: NotifyBench["live"] = [];
  const administrators = new Map<string, string>();
  const make = (over: Partial<NotifyDeps>): Notify =>
    createNotify({
      database,
      clock,
      log,
      random: randomBytes,
      outbox,
      audit: { record: async (_tx: Tx, entry: AuditEntry) => void audited.push(entry) } as unknown as NotifyDeps["audit"],
      sealer: {
        seal: async (_tx, organizationId, text, aad) => kek.wrap(Buffer.from(text), `${organizationId}|${aad}`),
        open: async (_tx, organizationId, sealed, aad) => kek.unwrap(sealed, `${organizationId}|${aad}`).toString(),
      },
      guard: createGuard(["127.0.0.1"], async () => [{ address: "127.0.0.1", family: 4 }]),
      defaultMailServer: undefined,
      administrators: async (_tx, organizationId) => [administrators.get(organizationId) ?? ""].filter((id) => id !== ""),
      tellLive: ({ userId }, name, data) => live.push({ userId, name, data }),
      ...parts,
      ...over,
    });
  const notify = make({});
  return {
    db,
    clock,
    outbox,
    database,
    notify,
    audited,
    live,
    async place() {
      const { id: organizationId } = await makeOrganization(db.database);
      const user = await makeUser(db.database, organizationId);
      administrators.set(organizationId, user.id);
      return { organizationId, user };
    },
    // Its own outbox: only what the sweep finds is its work.
    another: (over = {}) => make({ ...over, outbox: createOutbox({ database: db.database, clock, log }) }),
    in: (organizationId, work) => database.withTenant(organizationId, work),
    async settle() {
      await outbox.sweep();
      await notify.sweep();
    },
    async close() {
      await outbox.stop();
      await notify.stop();
      await db.close();
    },
  };
}
