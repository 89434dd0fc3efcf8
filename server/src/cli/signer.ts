// `vigia-server signer verify` and `signer accept`: whether the signer's store is whole and the one this server knows.
import { readConfig } from "../config.ts";
import { anchorFile, describeStanding, findSignerPlace, readAnchor, standingOf, verifyJournal, writeAnchor } from "../signer/index.ts";
import { StartError } from "../start-error.ts";
import { withSigner } from "./with-signer.ts";

const USE = "Use: vigia-server signer verify [--folder FOLDER], or vigia-server signer accept";

/** Answers 0 when all is well, 1 when the store is damaged or was set back. Throws StartError. */
export async function signerCommand(words: readonly string[]): Promise<number> {
  if (words.length === 1 && words[0] === "verify") return verify();
  if (words.length === 3 && words[0] === "verify" && words[1] === "--folder") return verify(words[2]);
  if (words.length === 1 && words[0] === "accept") return accept();
  throw new StartError(`there is no command "signer ${words.join(" ")}"`, USE);
}

/** Walks the whole journal, also while the signer runs, and compares its end with what the server heard. */
async function verify(folder?: string): Promise<number> {
  const config = readConfig();
  const heard = await readAnchor(anchorFile(config.dataDir));
  if (config.signerSocket !== undefined && folder === undefined)
    throw new StartError(
      "the signer runs elsewhere, as VIGIA_SIGNER_SOCKET says",
      "Name its folder: vigia-server signer verify --folder FOLDER",
    );
  const verdict = await verifyJournal(folder ?? (await findSignerPlace(config.dataDir)).folder, heard?.number);
  const { entries, from, head, broken } = verdict;
  const extent = from === 1 ? `${entries} entries` : `${entries} entries from number ${from}`;
  if (broken !== undefined) {
    console.log(`BROKEN at line ${broken.line} of ${broken.file}: ${broken.reason}; ${extent} before it hold`);
    return 1;
  }
  console.log(`intact, ${extent}`);
  if (heard === undefined) return 0;
  const standing = standingOf(verdict, heard);
  if (standing === "holds") return 0;
  console.log(`SET BACK: ${describeStanding(standing, heard, head)}. If you restored it on purpose: vigia-server signer accept`);
  return 1;
}

/** Makes the store that is there the one the server knows; the journal says so. */
async function accept(): Promise<number> {
  const config = readConfig();
  const file = anchorFile(config.dataDir);
  const heard = await readAnchor(file);
  if (heard === undefined) {
    console.log("The server has heard of no signer's journal yet: there is nothing to accept.");
    return 0;
  }
  await withSigner(config, async (signer) => {
    const { standing, head } = await signer.ask("journal.check", heard);
    if (standing === "holds") return console.log(`The signer's journal holds everything the server heard, up to entry ${heard.number}.`);
    await writeAnchor(file, await signer.ask("host.accept", heard));
    console.log(
      `Accepted: ${describeStanding(standing, heard, head)}. Who used a code or changed a factor since then should look at their factors.`,
    );
  });
  return 0;
}
