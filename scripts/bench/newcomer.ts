// Goal 12: a newcomer's path from fetched sources, packages in place, to the first machine online: steps that a person takes, and machine
// time of everything that runs for it.
//   node --conditions=vigia-source scripts/bench/newcomer.ts
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setUp } from "../../server/test/kit/api.ts";
import { temporaryFolder, until } from "../../server/test/kit/processes.ts";
import { finish } from "./kit/line.ts";
import { cloneInto } from "./newcomer/clone.ts";
import { treeSeconds } from "./newcomer/tree-seconds.ts";

/** performance.md: MeshCentral's machine time, seconds. */
const REFERENCE_S = 38;
const BOUND = 0.5;
const MOST_STEPS = 4;
const TIMEOUT_MS = 180_000;

const folder = temporaryFolder("newcomer");
const steps: string[] = [];
try {
  cloneInto(folder);
  steps.push("git clone");
  // What bootstrap.mjs writes after it has installed: without it, it would ask the registry.
  const lock = createHash("sha256").update(readFileSync(path.join(folder, "package-lock.json")));
  writeFileSync(path.join(folder, "node_modules/.vigia-lock"), lock.digest("hex"));

  const startedAt = performance.now();
  const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? folder, VIGIA_PORT: "0", NO_COLOR: "1" };
  const program = spawn("npm", ["start"], { cwd: folder, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  // All that it started hold these pipes until their end.
  const ended = new Promise((resolve) => program.once("close", resolve));
  steps.push("npm start");
  try {
    let output = "";
    for (const stream of [program.stdout, program.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    const address = () => /Vigia\s+(http:\/\/localhost:\d+)/.exec(output)?.[1];
    const url = await until("the console's address", () => (program.exitCode === null ? address() : ""), TIMEOUT_MS);
    if (url === "") throw new Error(output);
    const servingAfter = (performance.now() - startedAt) / 1_000;
    const api = await setUp(url, path.join(folder, "data"));
    steps.push("open the address, fill in the set-up form with the code");
    await until(
      "this machine is online",
      async () => {
        const { items } = await api.ok<{ items: { online: boolean }[] }>("GET", "/api/v1/resources");
        return items[0]?.online === true ? true : undefined;
      },
      TIMEOUT_MS,
    );
    const onlineAfter = (performance.now() - startedAt) / 1_000;
    const product = treeSeconds(program.pid ?? 0);
    finish({
      name: "newcomer",
      product,
      baseline: REFERENCE_S,
      ratio: product / REFERENCE_S,
      bound: BOUND,
      unit: "CPU-s to the first agent online",
      valid: true,
      figures: {
        reference: REFERENCE_S,
        steps,
        servingAfter,
        onlineAfter,
        goals: { [`at most ${MOST_STEPS} steps`]: steps.length <= MOST_STEPS },
      },
    });
  } finally {
    // Ctrl-C, as a terminal tells it to the whole group.
    if (program.exitCode === null) process.kill(-(program.pid ?? 0), "SIGINT");
    await ended;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
