// The fleet simulator: thousands of agents, each with the agent's own spool, link and codec, against a real server; then an oracle compares
// what was safe on their disks with what the database holds. `npm run fleet -- --agents 1000 --seconds 60 --churn 5 --storm`
import { readFileSync } from "node:fs";
import { endAll } from "../../server/test/kit/processes.ts";
import { type FleetOptions, readOptions, USAGE } from "./options.ts";
import { describe } from "./oracle/verdict.ts";
import { table } from "./report.ts";
import { runFleet } from "./run.ts";

const OPEN_FILES = /^Max open files\s+(\d+)/m;

function options(): FleetOptions | undefined {
  try {
    const files = Number(OPEN_FILES.exec(readFileSync("/proc/self/limits", "utf8"))?.[1] ?? 1_024);
    return readOptions(process.argv.slice(2), files);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const wanted = options();
if (wanted === undefined) process.exitCode = 2;
else {
  const startedAt = performance.now();
  const say = (line: string) => console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(5)} s  ${line}`);
  try {
    const report = await runFleet(wanted, say);
    if (report.verdict !== undefined) console.log(describe(report.verdict));
    console.log(table(report));
    console.log(JSON.stringify({ fleet: report }, (_, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value)));
    process.exitCode = report.verdict?.ok === false || report.troubles.length > 0 ? 1 : 0;
  } finally {
    await endAll();
  }
}
