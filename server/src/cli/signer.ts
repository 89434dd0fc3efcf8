// `vigia-server signer verify`: checks the signer's journal from its beginning, also while the signer runs.
import path from "node:path";
import { readConfig } from "../config.ts";
import { verifyJournal } from "../signer/index.ts";
import { StartError } from "../start-error.ts";

/** Answers 0 when every line follows from those before it, 1 when one does not. Throws StartError. */
export async function signerCommand([verb, ...rest]: readonly string[]): Promise<number> {
  if (verb !== "verify" || rest.length > 0)
    throw new StartError(`there is no command "signer ${[verb ?? "", ...rest].join(" ")}"`, "Use: vigia-server signer verify");
  const { entries, from, broken } = await verifyJournal(path.join(readConfig().dataDir, "signer"));
  const extent = from === 1 ? `${entries} entries` : `${entries} entries from number ${from}`;
  console.log(
    broken === undefined
      ? `intact, ${extent}`
      : `BROKEN at line ${broken.line} of ${broken.file}: ${broken.reason}; ${extent} before it hold`,
  );
  return broken === undefined ? 0 : 1;
}
