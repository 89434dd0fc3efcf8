// Puts the database back to an earlier copy of itself, as after a restored backup, and lets the server go on with it.
import fs from "node:fs";
import path from "node:path";
import { settle } from "./pack.ts";
import type { World } from "./world.ts";

export async function restoreEarlierCopy(world: World): Promise<void> {
  const { site } = world;
  const { cluster } = await site.place();
  const copy = `${cluster}.copy`;
  await site.server.program.end();
  fs.cpSync(cluster, copy, { recursive: true, preserveTimestamps: true });
  const { uid, gid } = fs.statSync(cluster);
  await site.start();
  await world.works(4_000);
  await settle(world);
  await site.server.program.end();
  fs.rmSync(cluster, { recursive: true });
  fs.renameSync(copy, cluster);
  if (process.getuid?.() === 0) chownAll(cluster, uid, gid);
  fs.chmodSync(cluster, 0o700);
  await site.start();
  await world.flows();
  // Here, and only here, a server may have less than it acknowledged.
  for (const machine of world.loaded) machine.putBack = machine.truth().behind.length;
}

function chownAll(folder: string, uid: number, gid: number): void {
  fs.chownSync(folder, uid, gid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) chownAll(full, uid, gid);
    else fs.lchownSync(full, uid, gid);
  }
}
