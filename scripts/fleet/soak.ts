// The soak: an hour of 1,000 agents at ten-fold pace, then an agent whose server is away for a week.
// Ten-fold means that everything agents do happens ten times as often as usual: a report every 3 s instead of 30, half of the connections
// dropped every minute instead of 5 %. An hour so brings as many records, commits and connections as ten. Clocks are real: pings, presence
// and back-off keep their pace, so a limit in MiB an hour is held per real hour, which is the stricter way to read it.
//   npm run soak -- [--agents 1000] [--seconds 3600] [--days 7] [--only fleet|week]
import { parseArgs } from "node:util";
import { endAll } from "../../server/test/kit/processes.ts";
import { readOptions } from "./options.ts";
import { describe } from "./oracle/verdict.ts";
import { table } from "./report.ts";
import { runFleet } from "./run.ts";
import { runWeek } from "./week.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { agents: text, seconds: text, days: text, only: text } });
const startedAt = performance.now();
const say = (line: string) => console.log(`${((performance.now() - startedAt) / 1_000).toFixed(0).padStart(5)} s  ${line}`);
const print = (line: object) =>
  console.log(JSON.stringify(line, (_, value) => (typeof value === "number" ? Number(value.toPrecision(6)) : value)));
const collect = globalThis.gc;
if (collect === undefined) throw new Error("run it as `npm run soak`: garbage has to be collected before memory is measured");

let ok = true;
try {
  if (values.only !== "week") {
    const pace = ["--interval", "3", "--churn", "50", "--ramp", "50"];
    const size = ["--agents", values.agents ?? "1000", "--seconds", values.seconds ?? "3600"];
    const report = await runFleet(readOptions([...size, ...pace], 0), say);
    if (report.verdict !== undefined) console.log(describe(report.verdict));
    console.log(table(report));
    print({ soak: report });
    ok = report.verdict?.ok === true && report.troubles.length === 0;
  }
  if (values.only !== "fleet") {
    const week = await runWeek(Number(values.days ?? 7), () => void collect(), say);
    console.log(describe(week.verdict));
    print({ week });
    ok &&= week.ok;
  }
  process.exitCode = ok ? 0 : 1;
} finally {
  await endAll();
}
