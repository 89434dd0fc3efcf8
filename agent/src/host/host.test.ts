import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFixtureHost, systemError } from "./fixture-host.ts";
import { execOptional, type Host, isAbsent, linkTarget, readOptional } from "./host.ts";
import { createNodeHost, runsAsRoot } from "./node-host.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "vigia-host-"));
  writeFileSync(join(folder, "file"), "text\n");
  symlinkSync("file", join(folder, "link"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the real machine", () => {
  const host = createNodeHost();

  test("reads files, folders and links", async () => {
    expect(await host.readFile(join(folder, "file"))).toBe("text\n");
    expect([...(await host.readBytes(join(folder, "file")))]).toEqual([...Buffer.from("text\n")]);
    expect((await host.readDir(folder)).toSorted((a, b) => a.localeCompare(b))).toEqual(["file", "link"]);
    expect(await host.readLink(join(folder, "link"))).toBe("file");
  });

  test("tells a file system's room", async () => {
    const space = await host.statfs(folder);
    expect(space.totalBytes).toBeGreaterThan(0);
    expect(space.freeBytes).toBeLessThanOrEqual(space.totalBytes);
    expect(space.availableBytes).toBeLessThanOrEqual(space.freeBytes);
    expect(host.countedSpace(folder, "ext4")?.totalBytes).toBe(space.totalBytes);
    expect(host.countedSpace(folder, "btrfs")).toBeUndefined();
  });

  test("runs a program, and rejects when it fails or is stopped", async () => {
    const never = new AbortController().signal;
    expect(await host.exec(process.execPath, ["-p", "6 * 7"], never)).toBe("42\n");
    expect(await host.exec(process.execPath, ["-p", "process.env.LC_ALL"], never)).toBe("C.UTF-8\n");
    expect(await execOptional(host, join(folder, "no-program"), [], never)).toBeUndefined();
    await expect(host.exec(process.execPath, ["-e", "process.exit(3)"], never)).rejects.toThrow();
    await expect(host.exec(process.execPath, ["-e", "setInterval(() => 0, 1000)"], AbortSignal.abort())).rejects.toThrow();
  });

  test("tells what the runtime knows", () => {
    const { hostname: name, cpus, totalMemory, networkInterfaces, timeZone, runtimeVersion } = host.os();
    expect(name).toBe(hostname());
    expect(cpus.length).toBeGreaterThan(0);
    expect(totalMemory).toBeGreaterThan(0);
    expect(networkInterfaces.some(({ internal }) => internal)).toBe(true);
    expect(timeZone).not.toBe("");
    expect(runtimeVersion).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test.runIf(process.geteuid !== undefined)("root is who has the user number 0", () => {
    expect(runsAsRoot()).toBe(process.geteuid?.() === 0);
  });
});

const captured = createFixtureHost({ files: { "/d/file": "text\n", "/d/link.link": "file" } });

describe.each<[string, Host, () => string]>([
  ["real", createNodeHost(), () => folder],
  ["captured", captured, () => "/d"],
])("what is not there, on a %s machine", (_kind, host, at) => {
  test("is undefined to those who can do without, an error to others", async () => {
    expect(await readOptional(host, `${at()}/file`)).toBe("text\n");
    expect(await readOptional(host, `${at()}/none`)).toBeUndefined();
    expect(await linkTarget(host, `${at()}/link`)).toBe("file");
    expect(await linkTarget(host, `${at()}/file`)).toBeUndefined();
    await expect(host.readFile(`${at()}/none`)).rejects.toSatisfy(isAbsent);
    await expect(host.readDir(`${at()}/none`)).rejects.toSatisfy(isAbsent);
  });
});

test("a failing device is not taken for an absent file", async () => {
  const host = { ...createFixtureHost({}), readFile: () => Promise.reject(systemError("EIO", "/x")) };
  await expect(readOptional(host, "/x")).rejects.toThrow("EIO");
});
