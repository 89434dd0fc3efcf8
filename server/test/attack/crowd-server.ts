// The server with other limits for open connections than its own. Run as: crowd-server.ts OPEN STRANGERS STRANGERS_PER_ADDRESS ("none": no limit)
import { run } from "../../src/cli/run.ts";

const [open = 0, strangers = 0, strangersPerAddress = 0] = process.argv
  .slice(2)
  .map((word) => (word === "none" ? Number.POSITIVE_INFINITY : Number(word)));
process.exit(await run({ admission: { open, strangers, strangersPerAddress } }));
