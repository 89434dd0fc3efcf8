#!/usr/bin/env node
// Starts the agent: the bundle where there is one, else the sources, under a Node that can run them.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = file("../src/main.ts");

if (!existsSync(source)) {
  await import("../dist/vigia-agent.mjs");
} else if (process.features.typescript && module.registerHooks !== undefined) {
  // The workspace's packages answer with their sources under this condition. Type stripping says once that it is experimental.
  process.removeAllListeners("warning");
  module.registerHooks({
    resolve: (specifier, context, next) => next(specifier, { ...context, conditions: [...context.conditions, "vigia-source"] }),
  });
  await import("../src/main.ts");
} else {
  const node = file(`../../node_modules/.bin/node${process.platform === "win32" ? ".cmd" : ""}`);
  const child = spawn(existsSync(node) ? node : "node", [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
}
