// `npm run fuzz -- [--seconds N] [--seed S]`: the readers under fuzz for as long as wanted. Finds are put into the corpus.
import { parseArgs } from "node:util";
import { fuzz, keep } from "./run.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "600" }, seed: { type: "string" } } });
const seconds = Number(values.seconds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!(seconds > 0) || !Number.isInteger(seed)) throw new Error("--seconds is a number above 0, --seed a whole number");

console.log(`fuzzing for ${seconds} s, seed ${seed}`);
const { inputs, finds } = await fuzz(seconds, seed);
console.log(JSON.stringify(inputs));
for (const find of finds) {
  keep(find);
  console.log(`\n${find.target}: ${find.hex}\n${find.problem}`);
}
console.log(finds.length === 0 ? "no find" : `${finds.length} finds, kept in the corpus`);
process.exitCode = finds.length === 0 ? 0 : 1;
