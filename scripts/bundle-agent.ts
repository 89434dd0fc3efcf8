// Bundles the agent into one file that any Node >= 20.19 runs: what the console's copy-paste line downloads.
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const version = (JSON.parse(fs.readFileSync(path.join(root, "agent/package.json"), "utf8")) as { version: string }).version;

const outfile = path.join(root, "agent/dist/vigia-agent.mjs");

await build({
  entryPoints: [path.join(root, "agent/src/main.ts")],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20.19",
  format: "esm",
  conditions: ["vigia-source"],
  // protobufjs asks for `long` only where numbers would not do; bufferutil is native and optional.
  alias: { long: path.join(root, "scripts/setup/no-long.cjs") },
  external: ["bufferutil", "utf-8-validate"],
  banner: {
    js: `#!/usr/bin/env node\nimport { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);`,
  },
  define: { __VIGIA_VERSION__: JSON.stringify(version) },
  legalComments: "none",
  minifySyntax: true,
  // The running agent keeps this text in memory: names stay for whoever reads a stack, spaces do not.
  minifyWhitespace: true,
  lineLimit: 160,
  charset: "ascii",
  logLevel: "warning",
});

// One character beyond ASCII (in a regular expression, where it is not escaped) doubles that text in memory.
const foreign = /[^\0-\x7f]/.exec(fs.readFileSync(outfile, "utf8"))?.[0];
if (foreign !== undefined) throw new Error(`the agent's file holds "${foreign}": write it as an escape`);
