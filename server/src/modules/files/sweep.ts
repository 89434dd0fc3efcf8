// What is taken away: files whose time is over, content that no file names, and what a crash left of an upload.
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type { Clock } from "../../clock.ts";
import { type Database, ofTenant } from "../../database/index.ts";
import type { Audit } from "../audit/index.ts";
import type { Files } from "./files.ts";
import type { FileStore } from "./store.ts";

/** What nobody names, or nobody writes any more, for so long is left over, milliseconds: no upload takes a day. */
const LEFT_OVER_MS = 86_400_000;
/** Files or hashes of one transaction. */
const MOST = 500;

/** How much went. */
export interface Swept {
  /** Files whose time was over. */
  readonly expired: number;
  /** Content that no file named: of deleted files, and of files that were never finished. */
  readonly unnamed: number;
  /** Halves of uploads. */
  readonly halves: number;
}

export interface SweepParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly store: FileStore;
  readonly files: Pick<Files, "clear">;
  /** Absolute; where uploads lie that are under way. */
  readonly incoming: string;
}

/** Sweeps what belongs to one organization. May be interrupted anywhere: the next time finds the rest. */
export async function sweep(parts: SweepParts, organizationId: string): Promise<Swept> {
  const expired = await sweepExpired(parts, organizationId);
  const unnamed = await sweepUnnamed(parts, organizationId);
  return { expired, unnamed, halves: await sweepHalves(parts, organizationId) };
}

async function sweepExpired({ database, clock, audit, files }: SweepParts, organizationId: string): Promise<number> {
  for (let total = 0; ; ) {
    const gone = await database.withTenant(organizationId, async (tx) => {
      const found = await tx.file.findMany({
        where: { keepUntil: { lte: new Date(clock.now()) } },
        select: { id: true, hash: true, size: true },
        take: MOST,
      });
      if (found.length === 0) return found;
      await tx.file.deleteMany({ where: { id: { in: found.map(({ id }) => id) } } });
      const bytes = found.reduce((sum, { size }) => sum + Number(size), 0);
      await audit.record(tx, {
        organizationId,
        actor: { kind: "server" },
        action: "files.expired",
        details: { count: found.length, bytes },
      });
      return found;
    });
    total += gone.length;
    for (const { hash } of gone) await files.clear(organizationId, hash);
    if (gone.length < MOST) return total;
  }
}

async function sweepUnnamed({ database, clock, store, files }: SweepParts, organizationId: string): Promise<number> {
  const old = clock.now() - LEFT_OVER_MS;
  let total = 0;
  async function clear(hashes: readonly Buffer[]): Promise<void> {
    const named = await database.withTenant(
      organizationId,
      (tx) => tx.$queryRaw<{ hash: string }[]>`
      select distinct encode(f.hash, 'hex') as hash from files f where ${ofTenant("f")} and f.hash = any(${hashes.map((one) => new Uint8Array(one))}::bytea[])`,
    );
    const known = new Set(named.map(({ hash }) => hash));
    for (const hash of hashes.filter((one) => !known.has(hex(one)))) {
      // Asked again in its turn: it may have been named in between.
      await files.clear(organizationId, hash);
      total++;
    }
  }
  let batch: Buffer[] = [];
  for await (const { hash, at } of store.list(organizationId)) {
    if (at.getTime() < old) batch.push(hash);
    if (batch.length < MOST) continue;
    await clear(batch);
    batch = [];
  }
  if (batch.length > 0) await clear(batch);
  return total;
}

const hex = (hash: Buffer): string => hash.toString("hex");

async function sweepHalves({ clock, incoming }: SweepParts, organizationId: string): Promise<number> {
  const folder = path.join(incoming, organizationId);
  let total = 0;
  for (const name of await namesIn(folder)) {
    const half = path.join(folder, name);
    const found = await stat(half).catch(goneMeanwhile);
    if (found === undefined || found.mtimeMs >= clock.now() - LEFT_OVER_MS) continue;
    await rm(half, { force: true });
    total++;
  }
  return total;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(goneMeanwhile)) ?? [];
}

function goneMeanwhile(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
  return undefined;
}
