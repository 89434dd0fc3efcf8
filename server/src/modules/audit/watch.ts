// The log's guardian: signs the head of every chain from time to time, and walks all chains in the background.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import type { Log } from "../../log.ts";
import { findHead, listOrganizations } from "./chain-queries.ts";
import type { Checkpoint, Checkpoints } from "./checkpoints.ts";
import { type BrokenRow, verifyChain } from "./verify.ts";

export interface Verification {
  readonly state: "intact" | "broken" | "not_checked";
  readonly checkedAt: string | null;
  /** Rows that hold, from the first. */
  readonly entries: number;
  readonly brokenAt: { readonly number: number; readonly id: string | null; readonly reason: BrokenRow["reason"] } | null;
}

export interface AuditWatch {
  /** What the last walk through this organization's chain found. */
  verification(organizationId: string): Verification;
  /** How the chains stood at the last walk, when it ended and when the heads were last signed (milliseconds since 1970). */
  standing(): {
    readonly intact: number;
    readonly broken: number;
    readonly walkedAt: number | undefined;
    readonly signedAt: number | undefined;
  };
  /** Signs the head of every chain now. */
  checkpoint(): Promise<void>;
  /** Walks all chains now. */
  verifyAll(): Promise<void>;
  start(): void;
  /** Signs a last time, so that a stop leaves nothing unsigned. */
  stop(): Promise<void>;
}

const CHECKPOINT_MS = 10 * 60_000;
const VERIFY_MS = 3_600_000;

/** @param checkpoints where the heads are signed */
export function createAuditWatch(deps: { database: Database; clock: Clock; log: Log; checkpoints: Checkpoints }): AuditWatch {
  const { database, clock, log, checkpoints } = deps;
  const found = new Map<string, Verification>();
  const timers: NodeJS.Timeout[] = [];
  let work: Promise<void> = Promise.resolve();
  let stopped = false;
  let signedAt: number | undefined;
  let walkedAt: number | undefined;

  async function checkpoint(): Promise<void> {
    const heads: Checkpoint[] = [];
    for (const organizationId of await database.global(listOrganizations)) {
      const { number, hash } = await database.withTenant(organizationId, findHead);
      if (hash !== undefined) heads.push({ organizationId, number, hash: hash.toString("hex") });
    }
    await checkpoints.append(heads, new Date(clock.now()));
    signedAt = clock.now();
  }

  async function verifyAll(): Promise<void> {
    const seen = await checkpoints.read();
    for (const organizationId of await database.global(listOrganizations)) {
      if (stopped) return;
      const { entries, broken } = await verifyChain(database, organizationId, seen.get(organizationId) ?? new Map());
      if (broken !== undefined) log.error({ organizationId, ...broken }, "the audit log was changed behind the server's back");
      found.set(organizationId, {
        state: broken === undefined ? "intact" : "broken",
        checkedAt: new Date(clock.now()).toISOString(),
        entries,
        brokenAt: broken === undefined ? null : { number: broken.number, id: broken.entryId ?? null, reason: broken.reason },
      });
    }
    walkedAt = clock.now();
  }

  /** One after the other; what fails is told and tried again at its next time. */
  function queue(task: () => Promise<void>, what: string): Promise<void> {
    work = work.then(task).catch((error: unknown) => log.error({ err: error }, what));
    return work;
  }
  const sign = () => queue(checkpoint, "the audit log's checkpoint could not be written");
  const walk = () => queue(verifyAll, "the audit log could not be verified");

  return {
    verification: (organizationId) => found.get(organizationId) ?? { state: "not_checked", checkedAt: null, entries: 0, brokenAt: null },
    standing() {
      const broken = [...found.values()].filter(({ state }) => state === "broken").length;
      return { intact: found.size - broken, broken, walkedAt, signedAt };
    },
    checkpoint,
    verifyAll,
    start() {
      // Verified before the first signature: a chain that was changed while the server stood still is not signed over.
      void walk();
      void sign();
      timers.push(
        setInterval(() => void sign(), CHECKPOINT_MS),
        setInterval(() => void walk(), VERIFY_MS),
      );
      for (const timer of timers) timer.unref();
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      stopped = true;
      await sign();
    },
  };
}
