#!/usr/bin/env node
// Runs the built server.
import { existsSync } from "node:fs";

const main = new URL("../dist/bundle/main.mjs", import.meta.url);
if (!existsSync(main)) {
  console.error("vigia-server: the server is not built. Run: npm run build");
  process.exit(1);
}
await import(main.href);
