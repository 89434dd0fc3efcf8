// Bundles the agent into one file that any Node >= 20.19 runs: what the console's copy-paste line downloads.
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const version = (JSON.parse(fs.readFileSync(path.join(root, "agent/package.json"), "utf8")) as { version: string }).version;

await build({
  entryPoints: [path.join(root, "agent/src/main.ts")],
  outfile: path.join(root, "agent/dist/vigia-agent.mjs"),
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
  logLevel: "warning",
});
