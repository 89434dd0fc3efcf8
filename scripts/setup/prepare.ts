// Makes what the programs need from the sources: the database client, the agent as one file, the console. Skips what is up to date.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
export const root = path.resolve(import.meta.dirname, "../..");
const stamps = path.join(root, "node_modules/.vigia");

function* filesOf(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name.localeCompare(b.name))) {
    if (["node_modules", "dist", "dist-types", "generated"].includes(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesOf(full);
    else yield full;
  }
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    const full = path.join(root, source);
    for (const file of fs.statSync(full).isDirectory() ? filesOf(full) : [full])
      hash.update(path.relative(root, file)).update("\0").update(fs.readFileSync(file));
  }
  return hash.digest("hex");
}

interface Step {
  readonly name: string;
  readonly sources: readonly string[];
  readonly product: string;
  readonly make: () => Promise<unknown>;
}

const node = process.execPath;
const steps: readonly Step[] = [
  {
    name: "database client",
    sources: ["server/prisma/schema", "scripts/generate.mjs", "package-lock.json"],
    product: "server/src/generated/prisma/client.ts",
    make: () => run(node, ["scripts/generate.mjs", "database"], { cwd: root }),
  },
  {
    name: "agent",
    sources: ["agent/src", "agent/package.json", "protocol/src", "scripts/bundle-agent.ts", "package-lock.json"],
    product: "agent/dist/vigia-agent.mjs",
    make: () => run(node, ["--conditions=vigia-source", "scripts/bundle-agent.ts"], { cwd: root }),
  },
  {
    name: "server",
    sources: ["server/src", "server/prisma/schema", "server/package.json", "protocol/src", "scripts/bundle-server.ts", "package-lock.json"],
    product: "server/dist/bundle/main.mjs",
    make: () => run(node, ["--conditions=vigia-source", "scripts/bundle-server.ts"], { cwd: root }),
  },
  {
    name: "console",
    sources: ["console", "package-lock.json"],
    product: "console/dist/index.html",
    make: () => run(node, ["../node_modules/vite/bin/vite.js", "build", "--logLevel=warn"], { cwd: path.join(root, "console") }),
  },
];

/** Brings every product up to date; `say` hears one line a step that had to be made. Throws with the tool's own words. */
export async function prepare(say: (line: string) => void, only?: readonly string[]): Promise<void> {
  fs.mkdirSync(stamps, { recursive: true });
  for (const step of steps) {
    if (only !== undefined && !only.includes(step.name)) continue;
    const stamp = path.join(stamps, `${step.name.replaceAll(" ", "-")}.sha256`);
    const hash = hashOf(step.sources);
    if (fs.existsSync(path.join(root, step.product)) && fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === hash) continue;
    const started = performance.now();
    await step.make();
    fs.writeFileSync(stamp, hash);
    say(`${step.name} ready (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
}
