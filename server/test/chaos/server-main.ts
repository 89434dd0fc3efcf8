// The server with a place to die at, or with few database connections. Run as: server-main.ts POOL PLACE TIMES (0, "" and 0 for none)
import { run } from "../../src/cli/run.ts";

const [pool = "0", place = "", times = "0"] = process.argv.slice(2);
let left = Number(times);
process.exit(
  await run({
    ...(pool !== "0" && { pool: Number(pool) }),
    failpoint(reached) {
      if (reached === place && --left <= 0) process.kill(process.pid, "SIGKILL");
    },
  }),
);
