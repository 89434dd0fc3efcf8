import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isAlive } from "../database/processes.ts";

const MAIN = path.resolve(import.meta.dirname, "../main.ts");
let parent: string;
let data: string;
let programs: ChildProcess[];

beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), "vigia-cli-"));
  chmodSync(parent, 0o755);
  data = path.join(parent, "data");
  programs = [];
});
afterEach(async () => {
  await Promise.all(programs.map((program) => ended(program, "SIGTERM")));
  rmSync(parent, { recursive: true });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

function launch(args: readonly string[] = [], environment: Record<string, string> = {}): ChildProcess {
  const program = spawn(process.execPath, ["--conditions=vigia-source", MAIN, ...args], {
    env: { PATH: process.env["PATH"], VIGIA_DATA: data, VIGIA_PORT: "0", VIGIA_LOG_LEVEL: "warn", ...environment },
    stdio: ["pipe", "pipe", "pipe", "ipc"],
  });
  programs.push(program);
  return program;
}

async function finish(program: ChildProcess): Promise<Ended> {
  let output = "";
  let errors = "";
  program.stdout?.on("data", (part: Buffer) => {
    output += part.toString();
  });
  program.stderr?.on("data", (part: Buffer) => {
    errors += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => program.once("close", resolve));
  return { code, output, errors };
}

async function ended(program: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (program.exitCode !== null || program.signalCode !== null) return program.exitCode;
  const code = new Promise<number | null>((resolve) => program.once("exit", resolve));
  program.kill(signal);
  return code;
}

const ready = (program: ChildProcess): Promise<{ url: string; setupCode?: string }> =>
  new Promise((resolve, reject) => {
    let errors = "";
    program.stderr?.on("data", (part: Buffer) => {
      errors += part.toString();
    });
    program.once("message", (message) => resolve(message as { url: string; setupCode?: string }));
    program.once("exit", (code) => reject(new Error(`ended with ${code}: ${errors}`)));
  });

const postgres = () => Number(readFileSync(path.join(data, "postgres/cluster/postmaster.pid"), "utf8").split("\n")[0]);
const setup = { organization: "First MSP", name: "Ana", email: "ana@example.com", password: "tall boats sail east" };

describe("vigia-server", () => {
  test("starts, answers, and stops cleanly with its PostgreSQL", async () => {
    const program = launch();
    const { url, setupCode } = await ready(program);
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(readFileSync(path.join(data, "setup-code"), "utf8").trim()).toBe(setupCode);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const pid = postgres();
    expect(await ended(program, "SIGTERM")).toBe(0);
    expect(isAlive(pid)).toBe(false);
  });

  test("killed without warning, it finds its PostgreSQL and its keys again", async () => {
    const first = launch();
    await ready(first);
    const pid = postgres();
    const keys = readFileSync(path.join(data, "keys/public.json"), "utf8");
    await ended(first, "SIGKILL");
    const second = launch();
    await ready(second);
    expect(postgres()).toBe(pid);
    expect(readFileSync(path.join(data, "keys/public.json"), "utf8")).toBe(keys);
  });

  test("when its PostgreSQL is killed it is ready again by itself", async () => {
    const { url } = await ready(launch([], { VIGIA_LOG_LEVEL: "silent" }));
    const pid = postgres();
    process.kill(pid, "SIGKILL");
    await vi.waitFor(
      async () => {
        expect((await fetch(`${url}/readyz`)).status).toBe(200);
        expect(postgres()).not.toBe(pid);
      },
      { timeout: 30_000, interval: 100 },
    );
    expect((await fetch(`${url}/api/v1/setup`)).status).toBe(200);
  });

  test("a second server on the same data is refused in one line", async () => {
    await ready(launch());
    const { code, errors } = await finish(launch());
    expect([code, errors.trim()]).toEqual([1, expect.stringMatching(/^vigia-server: another Vigia server \(process \d+\) uses .*$/)]);
  });

  test("ends with the process that started it when told so", async () => {
    const program = launch([], { VIGIA_EXIT_WITH_PARENT: "1" });
    await ready(program);
    const gone = new Promise((resolve) => program.once("exit", resolve));
    program.disconnect();
    expect(await gone).toBe(0);
  });

  test("makes another organization while it runs, once it is set up", async () => {
    const create = ["organization", "create", "--name", "Second MSP", "--admin-email", "rui@example.com"];
    const program = launch();
    const { url, setupCode: code } = await ready(program);
    expect((await finish(launch(create))).errors).toMatch(/not set up yet/);
    const post = (route: string, body: object) =>
      fetch(`${url}/api/v1/${route}`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: url },
        body: JSON.stringify(body),
      });
    expect((await post("setup", { code, ...setup })).status).toBe(201);
    const made = await finish(launch(create));
    expect(made).toMatchObject({ code: 0, errors: "" });
    const password = /: (\S+)\n$/.exec(made.output)?.[1];
    const signedIn = await post("session", { email: "rui@example.com", password });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    const clients = (await (await fetch(`${url}/api/v1/clients`, { headers: { cookie } })).json()) as { items: { name: string }[] };
    expect(clients.items.map(({ name }) => name)).toEqual(["Second MSP"]);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });
});

describe("what cannot start says why in one line:", () => {
  test.each<[string, readonly string[], Record<string, string>, RegExp]>([
    ["an unknown command", ["start"], {}, /there is no command "start"\. See: vigia-server help/],
    ["a bad setting", [], { VIGIA_PORT: "x" }, /VIGIA_PORT is "x", which is no port/],
    ["an open door", [], { VIGIA_HOST: "0.0.0.0" }, /there is no TLS/],
    ["a foreign address", [], { VIGIA_HOST: "192.0.2.1", VIGIA_TLS: "self" }, /this machine has no address 192\.0\.2\.1/],
    ["an unreachable database", [], { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" }, /127\.0\.0\.1:1 cannot be reached/],
    ["a missing option", ["organization", "create"], {}, /--name and a valid --admin-email are needed/],
  ])("%s", async (_name, args, environment, expected) => {
    const { code, errors } = await finish(launch(args, environment));
    expect(code).toBe(1);
    expect(errors).toMatch(expected);
    expect(errors.trim()).not.toContain("\n");
  });

  test("a port in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const { code, errors } = await finish(launch([], { VIGIA_PORT: String(port) }));
    other.close();
    expect([code, errors]).toEqual([
      1,
      `vigia-server: port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set VIGIA_PORT to another port\n`,
    ]);
  });

  test("while help and version work anywhere", async () => {
    expect((await finish(launch(["version"]))).output).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect((await finish(launch(["help"]))).output).toContain("organization create");
  });
});
