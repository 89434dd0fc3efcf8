// Fails when generated files that are committed differ from what the sources give.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "../setup/prepare.ts";

const committed = [
  "protocol/src/gen/vigia.js",
  "protocol/src/gen/vigia.d.ts",
  "protocol/src/gen/shape.js",
  "console/src/api/openapi.json",
  "console/src/api/schema.gen.ts",
];
const read = () => committed.map((file) => fs.readFileSync(path.join(root, file), "utf8"));
const before = read();
for (const part of ["wire", "api"])
  execFileSync(process.execPath, ["scripts/generate.mjs", part], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
const after = read();
const stale = committed.filter((_, i) => before[i] !== after[i]);
if (stale.length > 0) {
  console.error(`Run "npm run generate" and commit: ${stale.join(", ")}`);
  process.exit(1);
}
