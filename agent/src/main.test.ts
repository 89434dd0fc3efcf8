import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { AgentEventKind, AgentState, Lane } from "@vigia/protocol";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeServer } from "./link/testing/fake-server.ts";

const PROGRAM = fileURLToPath(new URL("../bin/vigia-agent.js", import.meta.url));
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 30_000, interval: 50 });

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
  const child = spawn(process.execPath, [PROGRAM, ...args, "--data", dir], { stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  return child;
}

async function run(...args: string[]): Promise<{ code: number | null; text: string }> {
  const child = start(...args);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part) => (text += part));
  const [code] = await once(child, "close");
  return { code, text };
}

const status = async () => JSON.parse((await run("status", "--json")).text);

describe("the program", () => {
  it("enrols, runs, survives kill -9, says when it stops, and leaves for good", async () => {
    const enrolled = await run("enroll", "--server", url, "--token", server.token);
    expect(enrolled.text).toContain("Enrolled with Example MSP");
    expect(enrolled.code).toBe(0);
    expect(server.enrolments[0]?.host?.hostname).not.toBe("");
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, "agent.key"))).mode & 0o777).toBe(0o600);
    expect((await run("enroll", "--server", url, "--token", server.token)).text).toContain("already enrolled");
    expect(await run("status")).toMatchObject({ code: 1, text: expect.stringContaining("not running") });

    const first = start("run");
    await until(() => expect(server.lanes[Lane.LANE_METRIC].cursor).toBeGreaterThan(0));
    await until(async () =>
      expect(await status()).toMatchObject({ state: "connected", exitCode: 0, agent: { link: { phase: "connected" } } }),
    );
    expect(await run("run")).toMatchObject({ code: 1, text: expect.stringContaining("running already") });
    first.kill("SIGKILL");
    await once(first, "close");
    expect((await status()).state).toBe("not-running");

    const second = start("run");
    await until(() => expect(server.lanes[Lane.LANE_EVENT].cursor).toBe(2));
    second.kill("SIGTERM");
    expect((await once(second, "close"))[0]).toBe(0);
    expect(server.problems).toEqual([]);
    const { AGENT_EVENT_KIND_STARTED, AGENT_EVENT_KIND_STOPPED } = AgentEventKind;
    expect(server.lanes[Lane.LANE_EVENT].kinds).toEqual([AGENT_EVENT_KIND_STARTED, AGENT_EVENT_KIND_STARTED, AGENT_EVENT_KIND_STOPPED]);

    const logs = await run("logs", "--lines", "3");
    expect(logs.text.trim().split("\n")).toHaveLength(3);
    expect(logs.text).toContain("the agent stopped");

    expect(await run("unenroll")).toMatchObject({ code: 0, text: expect.stringContaining("no longer enrolled") });
    expect(server.unenrolled).toBe(1);
    expect(await readdir(dir)).not.toContain("agent.key");
    expect(await run("status")).toMatchObject({ code: 2, text: expect.stringContaining("not enrolled") });
    expect(await run("run")).toMatchObject({ code: 2 });
  });

  it("does not send its token to another server than the token's", async () => {
    const other = new FakeServer();
    expect(await run("enroll", "--server", url, "--token", other.token)).toMatchObject({
      code: 1,
      text: expect.stringContaining("the token was not sent"),
    });
    expect(server.enrolments).toEqual([]);
  });

  it("pins nothing that the server did not sign", async () => {
    const lies: Parameters<FakeServer["enrolled"]>[1][] = [
      { key: makeKey() },
      { signer: makeKey() },
      { identityKey: rawPublicKey(makeKey()) },
    ];
    for (const lie of lies) {
      server.onEnroll = (peer) => peer.send(server.enrolled(peer, lie));
      expect(await run("enroll", "--server", url, "--token", server.token)).toMatchObject({
        code: 1,
        text: expect.stringContaining("nothing was kept"),
      });
    }
    expect(await readdir(dir)).toEqual(["agent.lock"]);
  });

  it("shows that it waits for approval", async () => {
    server.state = AgentState.AGENT_STATE_PENDING;
    expect((await run("enroll", "--server", url, "--token", server.token)).text).toContain("waits for approval");
    expect(JSON.parse(await readFile(join(dir, "identity.json"), "utf8"))).toMatchObject({ standing: "pending" });
  });

  it("started with a clock that is years wrong, tells the right times from its first record on", async () => {
    expect((await run("enroll", "--server", url, "--token", server.token)).code).toBe(0);
    const year = 365 * 86_400_000;
    server.timeMs = () => Date.now() + 3 * year;
    server.acks = false;
    start("run");
    for (const lane of [Lane.LANE_EVENT, Lane.LANE_STATE, Lane.LANE_METRIC] as const) {
      await until(() => expect(server.lanes[lane].cursor).toBeGreaterThan(0));
      expect(Math.abs(server.lanes[lane].lastAtMs - server.timeMs())).toBeLessThan(60_000);
    }
  });

  it("says in one sentence what is wrong", async () => {
    const one = async (...args: string[]) => {
      const { code, text } = await run(...args);
      expect(code).toBe(1);
      expect(text.trim().split("\n")).toHaveLength(1);
      return text;
    };
    expect(await one("enroll", "--server", "http://127.0.0.1:9", "--token", server.token)).toContain(
      "nothing answers at http://127.0.0.1:9",
    );
    expect(await one("enroll", "--server", url, "--token", "enr_short")).toContain("not a whole enrolment token");
    expect(await one("enroll", "--server", "ftp://x", "--token", server.token)).toContain("not a server's address");
    expect(await one("dance")).toContain("no command");
    await run("status");
    await run("enroll", "--server", url, "--token", server.token);
    await chmod(dir, 0o777);
    expect(await one("run")).toContain("chmod 700");
  });
});

describe("logs collect", () => {
  it("makes a zip without secrets with no server, which only its owner can read, and overwrites none", { timeout: 60_000 }, async () => {
    await mkdir(join(dir, "logs"), { recursive: true, mode: 0o700 });
    await writeFile(
      join(dir, "agent.json"),
      JSON.stringify({ server: "https://vigia.example.com", enrollmentToken: "enr_planted-token-1234567890" }),
    );
    await writeFile(join(dir, "logs/agent.log"), '{"message":"mail to ana.souza@example.com","password":"planted password"}\n');
    const out = join(base, "logs.zip");
    const { code, text } = await run("logs", "collect", "--out", out);
    expect([code, text]).toEqual([0, expect.stringContaining("logs/agent.log")]);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    const files = Object.entries(unzipSync(await readFile(out))).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]);
    expect(files.map(([name]) => name)).toEqual([
      "contents.txt",
      "status.json",
      "settings.json",
      "machine.json",
      "data.txt",
      "logs/agent.log",
    ]);
    const all = files.map(([, content]) => content).join("\n");
    for (const planted of ["ana.souza", "planted"]) expect(all).not.toContain(planted);
    for (const helps of ["not-enrolled", "https://vigia.example.com", "mail to", "processors"]) expect(all).toContain(helps);
    expect(await run("logs", "collect", "--out", out)).toMatchObject({ code: 1, text: expect.stringContaining("already") });
  });
});
