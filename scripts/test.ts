// `npm test`: set-up, static checks, unit and database tests, then whole processes and a browser; one closing line over all.
import { runChecks } from "./check.ts";
import { chromium, ensureTools, wine } from "./setup/debian.ts";
import { prepare } from "./setup/prepare.ts";
import { type Tally, tap, vitest } from "./testing/parts.ts";

const wanted = new Set(process.argv.slice(2));
const times: string[] = [];
const total: Tally = { passed: 0, failed: 0, skipped: [] };

async function part(name: string, work: () => Promise<Tally | undefined>): Promise<void> {
  if (wanted.size > 0 && name !== "set-up" && !wanted.has(name)) return;
  console.log(`\n── ${name}`);
  const started = performance.now();
  const tally = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  times.push(`${name} ${seconds} s`);
  if (tally === undefined) return;
  total.passed += tally.passed;
  total.failed += tally.failed;
  total.skipped.push(...tally.skipped);
  console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped in ${seconds} s`);
}

console.log(`vigia: tests on Node ${process.version} as ${process.getuid?.() === 0 ? "root" : "an ordinary user"}`);
let absent: string[] = [];
await part("set-up", async () => {
  absent = ensureTools([chromium], (line) => console.log(`  ${line}`));
  await prepare((line) => console.log(`  ${line}`));
  return undefined;
});
await part("checks", async () => ({ ...(await runChecks()), skipped: [] }));
await part("unit", vitest);
await part("processes", () => tap("server/test/e2e"));
await part("chaos", () => tap("server/test/chaos"));
await part("attack", () => tap("server/test/attack"));
await part("wine", () => {
  // Without it the tests skip themselves and say so.
  ensureTools([wine], (line) => console.log(`  ${line}`));
  return tap("server/test/wine");
});
await part("browser", async () => (absent.length > 0 ? { passed: 0, failed: 0, skipped: absent } : tap("server/test/browser")));

for (const line of total.skipped) console.log(`skipped: ${line}`);
console.log(`\nTime: ${times.join(", ")}`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
