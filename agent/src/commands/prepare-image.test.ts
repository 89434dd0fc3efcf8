import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Lane } from "@vigia/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServer } from "../link/testing/fake-server.ts";

const PROGRAM = fileURLToPath(new URL("../../bin/vigia-agent.js", import.meta.url));

let server: FakeServer;
let url: string;
let base: string;
let dir: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  server = new FakeServer();
  url = await server.listen();
  base = await mkdtemp(join(tmpdir(), "vigia-agent-"));
  dir = join(base, "data");
});
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await server.close();
  await rm(base, { recursive: true, force: true });
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args, "--data", dir], { stdio: ["pipe", "pipe", "pipe"] });
  children.push(child);
  return child;
}

async function run(args: readonly string[], answer = ""): Promise<{ code: number | null; text: string }> {
  const child = start(...args);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (text += part));
  child.stdin?.end(answer);
  const [code] = await once(child, "close");
  return { code, text };
}

const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

describe("vigia-agent prepare-image", () => {
  it("refuses while the agent runs; then leaves nothing of the machine, and the copy enrols as itself", async () => {
    await run(["enroll", "--server", url, "--token", server.token]);
    await writeFile(join(dir, "inventory.json"), "{}");
    const running = start("run");
    await until(() => expect(server.lanes[Lane.LANE_METRIC].cursor).toBeGreaterThan(0));
    expect(await run(["prepare-image", "--yes"])).toMatchObject({ code: 1, text: expect.stringContaining("stop its service first") });
    expect(await readdir(dir)).toContain("agent.key");
    running.kill("SIGTERM");
    await once(running, "close");

    const { token } = server;
    expect((await run(["prepare-image", "--yes", "--token", token])).text).toContain("Each copy enrols");
    expect((await readdir(dir)).sort()).toEqual(["agent.json", "agent.lock", "logs"]);
    expect(await readdir(join(dir, "logs"))).toEqual([]);
    expect(JSON.parse(await readFile(join(dir, "agent.json"), "utf8"))).toEqual({ server: url, enrollmentToken: token });

    const before = server.enrolments.length;
    start("run");
    await until(() => expect(server.enrolments).toHaveLength(before + 1));
    await until(async () => expect(await readdir(dir)).toContain("identity.json"));
  });

  it("asks first, and without a yes changes nothing", async () => {
    await run(["enroll", "--server", url, "--token", server.token]);
    const identity = await readFile(join(dir, "identity.json"), "utf8");
    for (const answer of ["", "no\n", "y\n"]) {
      const asked = await run(["prepare-image"], answer);
      expect(asked).toMatchObject({ code: 1, text: expect.stringContaining("Nothing was changed") });
      expect(asked.text).toContain("Example MSP");
    }
    expect(await readFile(join(dir, "identity.json"), "utf8")).toBe(identity);
    expect(await run(["prepare-image"], "yes\n")).toMatchObject({ code: 0, text: expect.stringContaining("no identity any more") });
    expect(await readdir(dir)).not.toContain("agent.key");
    expect(await run(["run"])).toMatchObject({ code: 2, text: expect.stringContaining("not enrolled") });
  });

  it("wipes an identity that is damaged, too", async () => {
    await run(["enroll", "--server", url, "--token", server.token]);
    await writeFile(join(dir, "identity.json"), "not json");
    expect((await run(["prepare-image", "--yes"])).code).toBe(0);
    expect(await readdir(dir)).toEqual(["agent.lock"]);
  });
});
