// Refused machines in the audit log, without letting them fill it: one line per key each minute, and a limit per organization.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { Log } from "../../log.ts";
import type { AuditRecord, Marks } from "./needs.ts";

const WINDOW_MS = 60_000;
const LINES_PER_WINDOW = 120;
const MOST_ORGANIZATIONS = 1_000;

export interface RefusalAudit {
  /** Writes the line, or counts it towards the next one of the same key. Never throws. */
  tell(refusal: { organizationId: string; key: string; record: AuditRecord }): void;
  /** Resolves when every line told so far is written or given up. */
  settled(): Promise<void>;
}

interface Window {
  startedAt: number;
  readonly keys: Map<string, number>;
}

/** Builds it. Lines for an organization that does not exist are dropped: there is nobody to read them. */
export function createRefusalAudit({
  database,
  clock,
  log,
  marks,
}: {
  database: Database;
  clock: Clock;
  log: Log;
  marks: Marks;
}): RefusalAudit {
  const windows = new Map<string, Window>();
  const writing = new Set<Promise<void>>();

  /** How many like it were left out before, or undefined when this one is left out too. */
  function admit(organizationId: string, key: string): number | undefined {
    const now = clock.now();
    let window = windows.get(organizationId);
    const earlier = window?.keys.get(key) ?? 0;
    if (window === undefined || now - window.startedAt >= WINDOW_MS) {
      if (window === undefined && windows.size >= MOST_ORGANIZATIONS) windows.clear();
      window = { startedAt: now, keys: new Map() };
      windows.set(organizationId, window);
    } else if (window.keys.has(key) || window.keys.size >= LINES_PER_WINDOW) {
      if (window.keys.has(key)) window.keys.set(key, earlier + 1);
      return undefined;
    }
    window.keys.set(key, 0);
    return earlier;
  }

  async function write(organizationId: string, record: AuditRecord, leftOut: number): Promise<void> {
    try {
      await database.withTenant(organizationId, async (tx) => {
        if ((await tx.organization.count({ where: { id: organizationId } })) === 0) return;
        await marks.audit(tx, organizationId, leftOut === 0 ? record : { ...record, details: { ...record.details, moreBefore: leftOut } });
      });
    } catch (error) {
      log.error({ err: error, action: record.action, organizationId }, "a refusal could not be audited");
    }
  }

  return {
    tell({ organizationId, key, record }) {
      const leftOut = admit(organizationId, key);
      if (leftOut === undefined) return;
      const done = write(organizationId, record, leftOut).finally(() => writing.delete(done));
      writing.add(done);
    },
    async settled() {
      await Promise.all(writing);
    },
  };
}
