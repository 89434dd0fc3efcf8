// A process that writes a signer's journal as fast as it can, with a new segment every three entries, and tells what is on disk.
import { openJournal } from "../../src/signer/journal.ts";
import { createLedger } from "../../src/signer/ledger.ts";

const journal = await openJournal(process.argv[2] ?? "");
const ledger = createLedger(journal, { now: () => Date.now() }, 3);
process.once("disconnect", () => process.exit(1));
for (;;) {
  await ledger.record({ kind: "host.unlocked", userId: "0190aaaa-0000-7000-8000-000000000001" });
  process.send?.(journal.head.number);
}
