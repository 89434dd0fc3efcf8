// Notices that the database was restored from a backup. A counter rises in the database and then in a file outside of it;
// a file ahead of its database means the database is from the past. The generation then rises, and agents send again what
// they still hold.
import path from "node:path";
import type { Database } from "../database/index.ts";
import { makePrivateFolder, readIfThere, writePrivate } from "../files.ts";
import type { Log } from "../log.ts";

export interface Generation {
  /** 1 at first, one more for each restored database. */
  readonly value: number;
  /** Stops counting; waits for a count under way. */
  stop(): Promise<void>;
}

interface Mark {
  readonly generation: number;
  readonly ticks: number;
}

/** Settles the generation in both places and counts from now on, every `intervalMs`. */
export async function startGeneration(options: {
  database: Database;
  dataDir: string;
  log: Log;
  intervalMs?: number;
}): Promise<Generation> {
  const { database, log, intervalMs = 30_000 } = options;
  const file = path.join(options.dataDir, "keys", "generation.json");
  await makePrivateFolder(path.dirname(file));
  const value = await settle(database, file, log);

  let counting = Promise.resolve();
  const count = async () => {
    try {
      await writeMark(file, await advance(database));
    } catch (error) {
      log.warn({ err: error }, "the restore counter could not be advanced; it will be with the next turn");
    }
  };
  const timer = setInterval(() => {
    counting = counting.then(count);
  }, intervalMs);
  timer.unref();
  return {
    value,
    async stop() {
      clearInterval(timer);
      await counting;
    },
  };
}

async function settle(database: Database, file: string, log: Log): Promise<number> {
  const inDatabase = await readDatabase(database);
  const inFile = await readMark(file);
  const next = decide(inDatabase, inFile);
  if (next.generation !== inDatabase.generation) {
    log.warn(
      { generation: next.generation, ticksInDatabase: inDatabase.ticks, ticksInFile: inFile === "damaged" ? null : inFile?.ticks },
      "the database was restored from a backup: agents are asked to send again what they still hold",
    );
  }
  // The database first: a crash in between leaves it level with the file, and its higher generation stands.
  await writeDatabase(database, next);
  await writeMark(file, next);
  return next.generation;
}

/** What holds from now on, given both marks. A damaged file counts as a restore: sending again is safe, missing data is not. */
function decide(inDatabase: Mark, inFile: Mark | "damaged" | undefined): Mark {
  if (inFile === undefined) return inDatabase;
  if (inFile === "damaged") return { generation: inDatabase.generation + 1, ticks: inDatabase.ticks };
  if (inFile.ticks <= inDatabase.ticks) return { ...inDatabase, generation: Math.max(inDatabase.generation, inFile.generation) };
  return { generation: Math.max(inDatabase.generation, inFile.generation) + 1, ticks: inFile.ticks };
}

const toMark = (row: { generation: bigint; ticks: bigint }): Mark => ({ generation: Number(row.generation), ticks: Number(row.ticks) });

const readDatabase = (database: Database): Promise<Mark> =>
  database.global(async (tx) => toMark(await tx.installation.findUniqueOrThrow({ where: { id: 1 } })));

const advance = (database: Database): Promise<Mark> =>
  database.global(async (tx) => toMark(await tx.installation.update({ where: { id: 1 }, data: { ticks: { increment: 1 } } })));

async function writeDatabase(database: Database, mark: Mark): Promise<void> {
  await database.global((tx) => tx.installation.update({ where: { id: 1 }, data: { generation: mark.generation, ticks: mark.ticks } }));
}

const writeMark = (file: string, mark: Mark): Promise<void> => writePrivate(file, `${JSON.stringify(mark)}\n`);

async function readMark(file: string): Promise<Mark | "damaged" | undefined> {
  const content = await readIfThere(file);
  if (content === undefined) return undefined;
  try {
    const { generation, ticks } = JSON.parse(content.toString("utf8")) as Partial<Mark>;
    if (Number.isSafeInteger(generation) && Number.isSafeInteger(ticks)) return { generation, ticks } as Mark;
  } catch {
    // Not JSON: damaged, as below.
  }
  return "damaged";
}
