// The operator's commands over a real data directory: what they say, and with which exit code.
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startEmbedded } from "../database/index.ts";
import { createLog } from "../log.ts";

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
  await Promise.all(programs.map(stop));
  rmSync(parent, { recursive: true });
});

function launch(...args: string[]): ChildProcess {
  const program = spawn(process.execPath, ["--conditions=vigia-source", MAIN, ...args], {
    env: { PATH: process.env["PATH"], VIGIA_DATA: data, VIGIA_PORT: "0", VIGIA_LOG_LEVEL: "silent" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  programs.push(program);
  return program;
}

const ready = (program: ChildProcess) =>
  new Promise<{ url: string; setupCode?: string }>((resolve, reject) => {
    program.once("message", (message) => resolve(message as { url: string; setupCode?: string }));
    program.once("exit", (code) => reject(new Error(`ended with ${code}`)));
  });

async function stop(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise((resolve) => program.once("exit", resolve));
  program.kill("SIGTERM");
  await gone;
}

async function finish(...args: string[]): Promise<{ code: number | null; text: string }> {
  const program = launch(...args);
  let text = "";
  for (const stream of [program.stdout, program.stderr])
    stream?.on("data", (part: Buffer) => {
      text += part.toString();
    });
  const code = await new Promise<number | null>((resolve) => program.once("close", resolve));
  return { code, text };
}

/** Statements of the superuser, while no server runs. */
async function behindItsBack(...statements: string[]): Promise<string[]> {
  const embedded = await startEmbedded(data, createLog("silent"));
  const superuser = new pg.Client({ host: embedded.socket, port: 5432, database: "vigia", user: embedded.owner });
  try {
    await superuser.connect();
    const answers = [];
    for (const statement of statements) answers.push(JSON.stringify((await superuser.query(statement)).rows));
    return answers;
  } finally {
    await superuser.end();
    await embedded.stop();
  }
}

test("the log is verified beside a running server and names a row that was changed; the key is rotated while it stands", async () => {
  const server = launch();
  const { url, setupCode } = await ready(server);
  const body = { code: setupCode, organization: "First MSP", name: "Ana", email: "ana@example.com", password: "tall boats sail east" };
  const setUp = await fetch(`${url}/api/v1/setup`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(body),
  });
  expect(setUp.status).toBe(201);
  expect(await finish("audit", "verify")).toMatchObject({
    code: 0,
    text: expect.stringMatching(/^First MSP \(.*\): intact, \d+ entries\n$/),
  });
  expect(await finish("secrets", "rotate")).toMatchObject({ code: 1, text: expect.stringContaining("the server is running") });
  await stop(server);

  const kek = readFileSync(path.join(data, "keys/kek"));
  expect(await finish("secrets", "rotate")).toMatchObject({ code: 0, text: expect.stringContaining("keys were wrapped again") });
  expect(readFileSync(path.join(data, "keys/kek")).equals(kek)).toBe(false);
  const checkpoints = readFileSync(path.join(data, "audit/checkpoints.jsonl"), "utf8");
  expect(checkpoints.trim().split("\n").length).toBeGreaterThan(0);

  const [, , row = "", rotations] = await behindItsBack(
    "alter table audit_entries disable trigger audit_refuse",
    "update audit_entries set action = 'nothing.happened' where id = (select entry_id from audit_chain where number = 1)",
    "select entry_id from audit_chain where number = 1",
    "select actor_kind from audit_entries where action = 'encryption_key.rotated'",
  );
  expect(rotations).toBe('[{"actor_kind":"server"}]');
  const { entry_id: id } = (JSON.parse(row) as { entry_id: string }[])[0] ?? { entry_id: "" };
  const found = await finish("audit", "verify");
  expect(found.code).toBe(1);
  expect(found.text).toContain(`BROKEN at number 1, id ${id}: the entry is not the one that was written`);
  const { organization } = (await setUp.json()) as { organization: { id: string } };
  expect((await finish("audit", "verify", "--organization", organization.id)).code).toBe(1);
  expect((await finish("audit", "verify", "--organization", id)).text).toContain("there is no organization");
});
