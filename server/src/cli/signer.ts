// `vigia-server signer verify`: checks the signer's journal from its beginning, also while the signer runs.
import path from "node:path";
import { readConfig } from "../config.ts";
import { JOURNAL_FILE, verifyJournal } from "../signer/index.ts";
import { StartError } from "../start-error.ts";

/** Answers 0 when every line follows from those before it, 1 when one does not. Throws StartError. */
export async function signerCommand([verb, ...rest]: readonly string[]): Promise<number> {
  if (verb !== "verify" || rest.length > 0)
    throw new StartError(`there is no command "signer ${[verb ?? "", ...rest].join(" ")}"`, "Use: vigia-server signer verify");
  const { entries, brokenAt } = await verifyJournal(path.join(readConfig().dataDir, "signer", JOURNAL_FILE));
  console.log(brokenAt === undefined ? `intact, ${entries} entries` : `BROKEN at line ${brokenAt}; ${entries} entries before it hold`);
  return brokenAt === undefined ? 0 : 1;
}
