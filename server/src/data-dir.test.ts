import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { serverUsing, takeDataDir } from "./data-dir.ts";
import { startOf } from "./database/processes.ts";

let parent: string;
let data: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), "vigia-dir-"));
  data = path.join(parent, "deep/data");
});
afterEach(() => rmSync(parent, { recursive: true }));

test("is made, closed to others' eyes, and given back", async () => {
  const release = await takeDataDir(data);
  expect(statSync(data).mode & 0o066).toBe(0);
  await release();
  expect(existsSync(path.join(data, "server.pid"))).toBe(false);
});

test("is refused while another living server uses it, and free once that one is gone", async () => {
  await (await takeDataDir(data))();
  const other = spawn("sleep", ["30"]);
  const pid = Number(other.pid);
  writeFileSync(path.join(data, "server.pid"), `${pid}\n${startOf(pid)}\n`);
  expect(await serverUsing(data)).toBe(pid);
  await expect(takeDataDir(data)).rejects.toThrow(`another Vigia server (process ${pid}) uses ${data}. Stop it`);
  other.kill();
  await new Promise((resolve) => other.once("exit", resolve));
  expect(await serverUsing(data)).toBeUndefined();
  await (await takeDataDir(data))();
});

test("is not held by a process that merely has the old server's id", async () => {
  await (await takeDataDir(data))();
  writeFileSync(path.join(data, "server.pid"), `${process.ppid}\nlong ago\n`);
  await expect(takeDataDir(data)).resolves.toBeDefined();
});

test("is refused in one line where it cannot be", async () => {
  writeFileSync(path.join(parent, "deep"), "a file");
  await expect(takeDataDir(data)).rejects.toThrow(/data directory .* cannot be used: .*set VIGIA_DATA/);
});

test("goes to one of several servers that start together, also over the lock of a dead one", async () => {
  await (await takeDataDir(data))();
  writeFileSync(path.join(data, "server.pid"), `${process.ppid}\nlong ago\n`);
  const script = `
    const { takeDataDir } = await import(${JSON.stringify(path.join(import.meta.dirname, "data-dir.ts"))});
    await takeDataDir(process.argv[1]).then(() => console.log("taken"), (error) => console.log(error.message));
    process.stdin.resume();`;
  const rivals = Array.from({ length: 6 }, () => spawn("node", ["--conditions=vigia-source", "--input-type=module", "-e", script, data]));
  const said = await Promise.all(
    rivals.map(({ stdout }) => new Promise<string>((resolve) => stdout.once("data", (line) => resolve(String(line))))),
  );
  for (const rival of rivals) rival.kill();
  expect(said.filter((line) => line.startsWith("taken"))).toHaveLength(1);
  expect(said.filter((line) => line.includes("another Vigia server"))).toHaveLength(5);
  expect(readdirSync(data)).toEqual(["server.pid"]);
});
