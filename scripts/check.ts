// Static checks: format and lint, types, walls, dead code, the wire's rules, generated code up to date. `npm run check`.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { prepare, root } from "./setup/prepare.ts";

interface Check {
  readonly name: string;
  readonly command: readonly string[];
  readonly folder?: string;
}

const released = fs.readdirSync(path.join(root, "protocol/released")).filter((file) => file.endsWith(".binpb"));

const checks: readonly Check[] = [
  { name: "format and lint", command: ["biome", "ci", "--colors=off", "--diagnostic-level=warn", "--error-on-warnings", "."] },
  { name: "types", command: ["tsc", "-b"] },
  { name: "types of tests and scripts", command: ["tsc", "-p", "tsconfig.tests.json"] },
  {
    name: "walls",
    command: ["depcruise", "--config", ".dependency-cruiser.cjs", "protocol/src", "agent/src", "server/src", "console/src"],
  },
  { name: "dead code", command: ["knip"] },
  { name: "wire: lint", command: ["buf", "lint"], folder: "protocol" },
  ...released.map((image) => ({
    name: `wire: compatible with ${image}`,
    command: ["buf", "breaking", "--against", `released/${image}`],
    folder: "protocol",
  })),
  { name: "generated code is up to date", command: ["node", "--conditions=vigia-source", "scripts/testing/generated.ts"] },
];

function run(check: Check): Promise<{ ok: boolean; output: string; seconds: number }> {
  const started = performance.now();
  const [file = "", ...args] = check.command;
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: path.join(root, check.folder ?? "."), stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    child.on("error", (error) => resolve({ ok: false, output: error.message, seconds: 0 }));
    child.on("close", (code) => resolve({ ok: code === 0, output, seconds: (performance.now() - started) / 1000 }));
  });
}

/** Runs every check, prints one line each and the words of those that fail. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const check of checks) {
    const result = await run(check);
    console.log(`  ${result.ok ? "✓" : "✗"} ${check.name} (${result.seconds.toFixed(1)} s)`);
    if (result.ok) continue;
    failed++;
    console.log(result.output.trim());
  }
  return { passed: checks.length - failed, failed };
}

if (process.argv[1] === import.meta.filename) {
  await prepare((line) => console.log(`  ${line}`), ["database client"]);
  process.exitCode = (await runChecks()).failed === 0 ? 0 : 1;
}
