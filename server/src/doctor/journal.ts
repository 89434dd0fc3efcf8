// Whether the signer's journal is whole, and the one this server knows: as `vigia-server signer verify` looks at it.
import path from "node:path";
import { anchorFile, describeStanding, readAnchor, standingOf, type Verdict, verifyJournal } from "../signer/index.ts";
import { type Finding, fault, ok, warning } from "./finding.ts";
import type { Check } from "./patient.ts";

const CHECK = "journal";

/** @param heard its end as the server last heard it; undefined before the first time */
function judgeJournal(verdict: Verdict, heard: { readonly number: number; readonly hash: string } | undefined): Finding {
  const { broken, entries, head } = verdict;
  if (broken !== undefined)
    return fault(
      CHECK,
      `does not hold from line ${broken.line} of ${broken.file} on: ${broken.reason}; ${entries} entries before it do`,
      "Stop the server, put the signer's folder back from the newest backup, start it, and run `vigia-server signer accept`.",
    );
  const standing = heard === undefined ? "holds" : standingOf(verdict, heard);
  if (heard === undefined || standing === "holds") return ok(CHECK, `${entries} entries hold`);
  return fault(
    CHECK,
    `was set back: ${describeStanding(standing, heard, head)}; nobody can use a second factor`,
    "Put the newest copy of the signer's folder back; if this one is meant to be there, run `vigia-server signer accept`.",
  );
}

export const journalCheck: Check = {
  name: CHECK,
  async run({ config: { dataDir, signerSocket } }) {
    if (signerSocket !== undefined) return [ok(CHECK, "is kept elsewhere; `vigia-server signer verify --folder FOLDER` looks at it there")];
    try {
      // Before the journal is read: it only grows.
      const heard = await readAnchor(anchorFile(dataDir));
      return [judgeJournal(await verifyJournal(path.join(dataDir, "signer"), heard?.number), heard)];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
      return [warning(CHECK, "may be read by the signer's user alone", "Run this as root to have it looked at.")];
    }
  },
};
