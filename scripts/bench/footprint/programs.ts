// The two agents as they are shipped: one file each, run by a copy of Node of their own, so that no other process shares its pages.
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { prepare, root } from "../../setup/prepare.ts";

/** Brings the product's bundle up to date and answers where it is. */
export async function bundleProduct(): Promise<string> {
  await prepare(() => undefined, ["agent"]);
  return path.join(root, "agent/dist/vigia-agent.mjs");
}

/** Bundles the floor agent into `folder` with the product's options. */
export async function bundleFloor(folder: string): Promise<string> {
  const outfile = path.join(folder, "floor-agent.mjs");
  await build({
    entryPoints: [path.join(import.meta.dirname, "floor-agent.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20.19",
    format: "esm",
    alias: { long: path.join(root, "scripts/setup/no-long.cjs") },
    external: ["bufferutil", "utf-8-validate"],
    banner: { js: `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);` },
    minifySyntax: true,
    logLevel: "warning",
  });
  return outfile;
}

/** Starts a program under its own copy of Node; what it says goes nowhere, and so does this process's environment. */
export function runAlone(folder: string, name: string, args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const node = path.join(folder, `node-${name}`);
  copyFileSync(process.execPath, node);
  return spawn(node, args, { env: { PATH: process.env["PATH"] ?? "", ...env }, stdio: "ignore" });
}

/** Ends it in order and waits until it has let go of its files. */
export async function endProgram(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGTERM");
  await ended;
}
