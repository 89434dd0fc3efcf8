import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createNodeHost } from "./host/node-host.ts";
import { lockHolder, takeLock } from "./lock.ts";

const host = createNodeHost();
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "vigia-lock-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it("lets one in and tells the second who is there", async () => {
  const lock = await takeLock(host, dir);
  expect(await takeLock(host, dir)).toBe(process.pid);
  expect(await lockHolder(host, dir)).toBe(process.pid);
  if (typeof lock === "number") throw new Error("the first must get in");
  await lock.release();
  expect(await lockHolder(host, dir)).toBeUndefined();
  expect(await readdir(dir)).toEqual(["agent.lock"]);
  expect(typeof (await takeLock(host, dir))).toBe("object");
});

it("lets exactly one in of many that come at once, also over a dead holder's lock", async () => {
  const child = spawn(process.execPath, ["-e", ""]);
  await once(child, "close");
  await writeFile(join(dir, "agent.lock"), JSON.stringify({ pid: child.pid, start: "1", id: "dead" }));
  const results = await Promise.all(Array.from({ length: 8 }, () => takeLock(host, dir)));
  expect(results.filter((result) => typeof result !== "number")).toHaveLength(1);
});

it("is not fooled by another process with the dead holder's number", async () => {
  await writeFile(join(dir, "agent.lock"), JSON.stringify({ pid: process.pid, start: "1", id: "dead" }));
  expect(typeof (await takeLock(host, dir))).toBe("object");
});

it("takes a lock file that is no lock as none", async () => {
  await writeFile(join(dir, "agent.lock"), "{");
  expect(typeof (await takeLock(host, dir))).toBe("object");
});
