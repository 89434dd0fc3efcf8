// Rows of files and the content behind them: content goes when the last row of its organization that names it has gone.
import { rm } from "node:fs/promises";
import path from "node:path";
import type { Readable } from "node:stream";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import { type Received, receive, tooLarge } from "./incoming.ts";
import { type FileStore, StoreTrouble } from "./store.ts";

/** Bytes. */
export interface FileLimits {
  /** Of one file. */
  readonly file: number;
  /** Of all content of one organization; what is there twice counts once. */
  readonly organization: number;
}

/** The limits that hold for an organization now. */
export type LimitsFor = (tx: Tx, organizationId: string) => Promise<FileLimits>;

export interface FileToAdd {
  readonly name: string;
  /** After this it is taken away, with whatever it hangs on; left out, it stays until somebody deletes it. */
  readonly keepUntil?: Date;
  readonly createdBy: string | null;
  readonly createdAt: Date;
}

export interface Files {
  /**
   * Takes the stream in, lets `work` add it (and whatever hangs on it) in one transaction, and forgets what was not added.
   * `declared`: the bytes the sender announced, refused before anything is read. Throws INVALID_INPUT { mostBytes }.
   */
  take<Answer>(
    organizationId: string,
    content: { stream: Readable; declared: number | undefined },
    work: (tx: Tx, add: (file: FileToAdd) => Promise<string>) => Promise<Answer>,
  ): Promise<Answer>;
  /** The content of a row that was read; throws GONE when the store has lost it. */
  open(organizationId: string, hash: Uint8Array): Promise<Readable>;
  /** Deletes the row inside the caller's transaction; answers what to give to `clear` after COMMIT. */
  remove(tx: Tx, id: string): Promise<Uint8Array | undefined>;
  /** Takes content away that no row names any more. */
  clear(organizationId: string, hash: Uint8Array): Promise<void>;
}

export interface FilesParts {
  readonly database: Database;
  readonly store: FileStore;
  /** Absolute; what is under way lies there. */
  readonly incoming: string;
  readonly limitsFor: LimitsFor;
}

/** Builds it. */
export function createFileRows({ database, store, incoming, limitsFor }: FilesParts): Files {
  async function mustFit(tx: Tx, organizationId: string, { hash, size }: Received): Promise<void> {
    const [used, limits] = [await usedBesides(tx, hash), await limitsFor(tx, organizationId)];
    if (used + size > limits.organization)
      throw new AppError("CONFLICT", `files of an organization may have at most ${limits.organization} bytes together`, {
        details: { field: "file", usedBytes: used, mostBytes: limits.organization },
      });
  }

  async function add(tx: Tx, organizationId: string, received: Received, file: FileToAdd): Promise<string> {
    const { hash, size, mediaType } = received;
    await takeTurn(tx);
    await mustFit(tx, organizationId, received);
    const id = newId();
    await tx.file.create({ data: { id, organizationId, hash: new Uint8Array(hash), size: BigInt(size), mediaType, ...file } });
    // Inside the turn: nobody clears the same content between the two.
    await store.keep(organizationId, received);
    return id;
  }

  return {
    async take(organizationId, { stream, declared }, work) {
      const most = (await database.withTenant(organizationId, (tx) => limitsFor(tx, organizationId))).file;
      if (declared !== undefined && declared > most) throw tooLarge(most);
      const received = await receive(stream, path.join(incoming, organizationId), most);
      try {
        if (store.slow) {
          await database.withTenant(organizationId, (tx) => mustFit(tx, organizationId, received));
          // What is kept and then not named, because the transaction failed, is swept.
          await answered(store.keep(organizationId, received));
        }
        return await answered(database.withTenant(organizationId, (tx) => work(tx, (file) => add(tx, organizationId, received, file))));
      } finally {
        await rm(received.path, { force: true });
      }
    },

    async open(organizationId, hash) {
      const content = await answered(store.open(organizationId, Buffer.from(hash)));
      if (content === undefined) throw new AppError("GONE", "the file's content is not there any more");
      return content;
    },

    async remove(tx, id) {
      const row = await tx.file.findFirst({ where: { id }, select: { hash: true } });
      if (row === null) return undefined;
      await tx.file.deleteMany({ where: { id } });
      return row.hash;
    },

    clear: (organizationId, hash) =>
      database.withTenant(organizationId, async (tx) => {
        await takeTurn(tx);
        if ((await tx.file.count({ where: { hash: new Uint8Array(hash) } })) === 0) await store.remove(organizationId, Buffer.from(hash));
      }),
  };
}

/** A store that does not do its work is told to whoever asked without its address; the cause is for the log. */
async function answered<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof StoreTrouble)) throw error;
    throw new AppError("UNAVAILABLE", "files can be neither stored nor read at the moment", { cause: error });
  }
}

/** One at a time adds and clears files of an organization: else content could go between being found and being named. */
async function takeTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('files ' || current_setting('vigia.organization'), 0))`;
}

/** Bytes of the organization's content, this one left out. */
async function usedBesides(tx: Tx, hash: Buffer): Promise<number> {
  const [row] = await tx.$queryRaw<{ used: number }[]>`select coalesce(sum(size), 0)::double precision as used
    from (select distinct f.hash, f.size from files f where ${ofTenant("f")} and f.hash <> ${new Uint8Array(hash)}) one`;
  return row?.used ?? 0;
}
