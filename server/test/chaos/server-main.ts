// The server with a place to die at, with few database connections, or with a bug that the pack must find.
// Run as: server-main.ts POOL PLACE TIMES BUG (0, "", 0 and "" for none)
import { PLANTED } from "../../../scripts/fleet/planted/bugs.ts";
import { run } from "../../src/cli/run.ts";

const [pool = "0", place = "", times = "0", bug = ""] = process.argv.slice(2);
let left = Number(times);
process.exit(
  await run({
    ...(pool !== "0" && { pool: Number(pool) }),
    planted: PLANTED.find(({ name }) => name === bug)?.bug,
    failpoint(reached) {
      if (reached === place && --left <= 0) process.kill(process.pid, "SIGKILL");
    },
  }),
);
