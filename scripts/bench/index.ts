// `npm run bench [names]`: runs the benchmarks one after the other, each beside its own baseline in the same run, and prints one table.
// Exit code 1 when a goal is missed, a run is invalid or failed. `--json FILE` keeps all lines.
import { existsSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { BENCHES } from "./kit/benches.ts";
import { runBench } from "./kit/run-bench.ts";
import { type Outcome, tableOf, verdictOf } from "./kit/table.ts";

const { values, positionals } = parseArgs({ options: { json: { type: "string" } }, allowPositionals: true });
const known = BENCHES.filter(({ file }) => existsSync(path.join(import.meta.dirname, file)));
const unknown = positionals.filter((name) => !known.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(", ")}; there are ${known.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
console.log(`${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, ${memory}, Node ${process.version}`);
const outcomes: Outcome[] = [];
for (const bench of known) {
  if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
  console.log(`\n${bench.name}`);
  const result = await runBench(path.join(import.meta.dirname, bench.file), [], (line) => console.log(`  ${line}`));
  outcomes.push({ bench, result });
  console.log(`  ${verdictOf(result)}`);
}
if (values.json !== undefined) writeFileSync(values.json, outcomes.map(({ result }) => `${JSON.stringify(result)}\n`).join(""));
console.log(`\n${tableOf(outcomes)}`);
process.exitCode = outcomes.every(({ result }) => verdictOf(result) === "holds") ? 0 : 1;
