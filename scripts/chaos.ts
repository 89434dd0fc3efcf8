// `npm run test:chaos -- [--cycles N] [--seed S] [--long]`: the pack of faults alone, as long as wanted; the gate runs 20 cycles of it.
// --long also stops processes for as long as their time-outs are (90 s).
import { spawn } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { prepare } from "./setup/prepare.ts";

const ROOT = path.resolve(import.meta.dirname, "..");
/** What one cycle may take at most, seconds. */
const CYCLE_SECONDS = { short: 120, long: 400 };

const { values } = parseArgs({
  options: { cycles: { type: "string", default: "20" }, seed: { type: "string" }, long: { type: "boolean", default: false } },
});
const cycles = Number(values.cycles);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isInteger(cycles) || cycles < 1 || !Number.isInteger(seed)) throw new Error("--cycles and --seed are whole numbers");

await prepare((line) => console.log(line));
const child = spawn(process.execPath, ["--conditions=vigia-source", "server/test/chaos/pack.tap.ts"], {
  cwd: ROOT,
  stdio: ["ignore", "inherit", "inherit"],
  env: {
    ...process.env,
    TAP_TIMEOUT: String(600 + cycles * (values.long ? CYCLE_SECONDS.long : CYCLE_SECONDS.short)),
    VIGIA_CHAOS_CYCLES: String(cycles),
    VIGIA_CHAOS_SEED: String(seed),
    VIGIA_CHAOS_LONG: values.long ? "1" : "0",
  },
});
child.on("close", (code) => {
  process.exitCode = code ?? 1;
});
