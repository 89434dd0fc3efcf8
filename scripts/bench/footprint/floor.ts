// The floor agent as one file, and a Node for each agent that no other process shares pages with.
import { copyFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { root } from "../../setup/prepare.ts";

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

/** A copy of this Node in `folder`. */
export function ownNode(folder: string, name: string): string {
  const node = path.join(folder, `node-${name}`);
  copyFileSync(process.execPath, node);
  return node;
}
