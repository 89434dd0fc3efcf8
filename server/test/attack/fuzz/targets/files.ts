// The agent's small files as a person, a full disk or another program may leave them: settings, identity, status. And the CSV the server writes.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, judge } from "../../../../../agent/src/commands/status.ts";
import { ConfigError, readConfig } from "../../../../../agent/src/config.ts";
import { IdentityError, IdentityStore } from "../../../../../agent/src/identity.ts";
import { readStatus } from "../../../../../agent/src/status-file.ts";
import { csvField } from "../../../../src/modules/audit/index.ts";
import { damaged, oddJson } from "../mutations.ts";
import type { Target } from "../target.ts";

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();
/** JSON that is odd, or a text that was JSON once. */
const document = (example: unknown) => {
  const bytes = oddJson(example).map((text) => new Uint8Array(Buffer.from(text)));
  return fc.oneof(bytes, damaged(bytes));
};

const settings: Target = {
  name: "settings",
  inputs: document({
    logDir: "/var/log",
    logLevel: "info",
    spoolMaxBytes: 67_108_864,
    metricsIntervalSeconds: 30,
    server: "https://a.example",
    caFile: "/ca",
  }),
  read: (bytes) => readConfig({ env: { HOME: "/home/a" }, platform: "linux", isRoot: false, readFile: () => textOf(bytes) }),
  expected: (error) => error instanceof ConfigError,
};

const ID = "0123456789abcdef0123456789abcdef";
const identity = {
  version: 1,
  organizationId: ID,
  organizationName: "Acme",
  agentId: ID,
  resourceId: ID,
  servers: ["https://a.example"],
  identityKey: "aa",
  recoveryKey: "aa",
  signerKey: "aa",
  roster: { version: 1, bytes: "", signature: "" },
  standing: "active",
  standingReason: "",
  serverGeneration: 1,
  tlsKey: "",
  clockOffsetMs: 0,
  bootId: "",
};
const status = {
  version: 1,
  agentVersion: "0.1.0",
  pid: 7,
  startedAtMs: 1,
  updatedAtMs: 2,
  link: { phase: "connected", server: "https://a.example", sinceMs: 1 },
  backlog: { events: 1 },
  collectors: { cpu: { state: "ok", reason: "" }, disk: { state: "failed", reason: "why" } },
  spoolProblem: "",
};

/** Reads a file of its own folder, then forgets it. */
async function inFolder<Result>(name: string, bytes: Uint8Array, read: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "vigia-fuzz-"));
  try {
    fs.writeFileSync(path.join(folder, name), bytes);
    return await read(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

const who: Target = {
  name: "identity",
  inputs: document(identity),
  async read(bytes) {
    const found = await inFolder("identity.json", bytes, (folder) => new IdentityStore(folder).load());
    describe(judge(found, 7, undefined), 5_000);
  },
  expected: (error) => error instanceof IdentityError,
};

const how: Target = {
  name: "status",
  inputs: document(status),
  async read(bytes) {
    const found = await inFolder("status.json", bytes, readStatus);
    describe(judge(identity as unknown as Parameters<typeof judge>[0], 7, found), 5_000);
  },
  expected: () => false,
};

const csv: Target = {
  name: "csv",
  inputs: fc.string({ unit: fc.constantFrom(..."=+-@\t\r\n\0\"',; a1\u00e9") }).map((text) => new Uint8Array(Buffer.from(text))),
  read(bytes) {
    const field = csvField(textOf(bytes));
    const quoted = /^"((?:[^"]|"")*)"$/s.exec(field)?.[1]?.replaceAll('""', '"');
    if (quoted === undefined && /[",\r\n]/.test(field)) throw new Error("a field breaks its line");
    if (/^[=+\-@\t\r\n\0]/.test(quoted ?? field)) throw new Error("a field begins like a formula");
  },
  expected: () => false,
};

export const FILES: readonly Target[] = [settings, who, how, csv];
