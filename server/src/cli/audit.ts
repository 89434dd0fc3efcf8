// `vigia-server audit verify`: walks the chains of the audit log from their beginning, against the signed checkpoints.
import { createPublicKey } from "node:crypto";
import { parseArgs } from "node:util";
import { validate } from "uuid";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import type { Database } from "../database/index.ts";
import { loadOrMakeKeys } from "../keys/index.ts";
import { type BrokenRow, checkpointFile, createCheckpoints, verifyChain } from "../modules/audit/index.ts";
import { StartError } from "../start-error.ts";
import { withDatabase } from "./with-database.ts";

const USAGE = "vigia-server audit verify [--organization ID]";

const WORDS: Readonly<Record<BrokenRow["reason"], string>> = {
  changed: "the entry is not the one that was written",
  missing: "the entry is gone",
  not_as_signed: "the chain up to here is not the one that a signed checkpoint has seen",
  cut_short: "this entry and those after it are gone",
  not_in_chain: "the entry was put in past the chain",
};

/** Answers 0 when every chain holds, 1 when one does not. Throws StartError. */
export async function auditCommand(args: readonly string[]): Promise<number> {
  const only = parse(args);
  const config = readConfig();
  return withDatabase(config, async (database) => {
    const keys = await loadOrMakeKeys(config.dataDir, { configured: true, now: systemClock.now() });
    const seen = await createCheckpoints(checkpointFile(config.dataDir), { verify: createPublicKey(keys.identity) }).read();
    let broken = 0;
    for (const { id, name } of await organizationsOf(database, only)) {
      const found = await verifyChain(database, id, seen.get(id) ?? new Map());
      if (found.broken !== undefined) broken += 1;
      console.log(`${name} (${id}): ${describe(found)}`);
    }
    return broken === 0 ? 0 : 1;
  });
}

function describe({ entries, broken }: Awaited<ReturnType<typeof verifyChain>>): string {
  if (broken === undefined) return `intact, ${entries} entries`;
  const row = broken.entryId === undefined ? `number ${broken.number}` : `number ${broken.number}, id ${broken.entryId}`;
  return `BROKEN at ${row}: ${WORDS[broken.reason]}; ${entries} entries before it hold`;
}

function parse([verb, ...rest]: readonly string[]): string | undefined {
  if (verb !== "verify") throw new StartError(`there is no command "audit ${verb ?? ""}"`, `Use: ${USAGE}`);
  try {
    const { organization } = parseArgs({ args: rest, options: { organization: { type: "string" } } }).values;
    if (organization !== undefined && !validate(organization)) throw new Error(`"${organization}" is not an organization's id`);
    return organization;
  } catch (error) {
    throw new StartError((error as Error).message, `Use: ${USAGE}`, { cause: error });
  }
}

async function organizationsOf(database: Database, only: string | undefined): Promise<{ id: string; name: string }[]> {
  const listed = await database.global((tx) => tx.organizationDirectory.findMany({ orderBy: { id: "asc" } }));
  const chosen = listed.filter(({ id }) => only === undefined || id === only);
  if (only !== undefined && chosen.length === 0) throw new StartError(`there is no organization ${only}`, `Use: ${USAGE}`);
  const names = chosen.map(({ id }) =>
    database.withTenant(id, (tx) => tx.organization.findUniqueOrThrow({ where: { id }, select: { id: true, name: true } })),
  );
  return Promise.all(names);
}
