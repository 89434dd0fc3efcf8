// PostgreSQL holds no second factor: neither its schema has a place for one, nor a database after people enrolled every kind a trace.

import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Secret, TOTP } from "otpauth";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, ORIGIN, type TestServer } from "../../../test/build-app.ts";
import { SoftwareAuthenticator } from "../../../test/software-authenticator.ts";
import { openSigner } from "../../signer/index.ts";

let server: TestServer;
let owner: pg.Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "vigia-factors-"));
  const signer = await openSigner(folder, { clock: { now: () => Date.now() }, random: randomBytes, needKey: false });
  server = await buildTestServer({ signer });
  owner = new pg.Client(server.db.ownerConfig);
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Every table of every schema of ours, as its rows' text: what a dump holds. */
async function dump(): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

/** How bytes could stand in a dump. */
const formsOf = (bytes: Buffer): string[] => [
  bytes.toString("hex"),
  bytes.toString("base64").replace(/=+$/, ""),
  bytes.toString("base64url"),
];

/** Every long value that the signer's own journal keeps of factors: hashes, salts, public keys, secrets. */
function keptBySigner(): string[] {
  const journal = path.join(folder, "journal");
  const text = readdirSync(journal)
    .map((name) => readFileSync(path.join(journal, name), "utf8"))
    .join("");
  const kept: string[] = [];
  for (const line of text.trim().split("\n")) {
    const { entry } = JSON.parse(line.slice(65)) as { entry: Record<string, unknown> };
    for (const [field, value] of Object.entries(entry))
      if (/secret|box|sealed|salt|hash|publicKey|credential/i.test(field))
        kept.push(...[value].flat().filter((one): one is string => typeof one === "string" && one.length >= 12));
  }
  return kept;
}

async function enrolAll(browser: Browser): Promise<string[]> {
  await browser.stepUp();
  const { secret } = await browser.ok("POST", "/api/v1/me/factors/totp");
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() });
  const { recoveryCodes } = await browser.ok("POST", "/api/v1/me/factors/totp/confirm", { code });
  const authenticator = new SoftwareAuthenticator(ORIGIN);
  const response = authenticator.create(await browser.ok("POST", "/api/v1/me/factors/passkey/options"));
  await browser.ok("POST", "/api/v1/me/factors/passkey", { name: "laptop", response });
  const raw = Buffer.from(Secret.fromBase32(secret).bytes);
  return [secret, ...formsOf(raw), ...recoveryCodes, String((response as { id: unknown }).id)];
}

test("after TOTP, a passkey and recovery codes were added the database holds no secret, key, hash or code of them", async () => {
  const told = await enrolAll(await server.administrator());
  const kept = keptBySigner();
  expect(kept.length, "the signer keeps them").toBeGreaterThan(11);
  const everything = await dump();
  expect(everything, "the dump holds what is there").toContain("ana@example.test");
  expect([...told, ...kept].filter((one) => everything.includes(one))).toEqual([]);
});

test("no column is a place for one", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema not in ('pg_catalog', 'information_schema')
       and (table_name || '.' || column_name) ~* '(totp|otp|passkey|webauthn|credential_id|public_key|recovery|second_factor|factor)'`,
  );
  // An agent's key, and a mark on sessions that still owe a factor; neither proves a person.
  expect(rows.map(({ name }) => name)).toMatchInlineSnapshot(`
    [
      "agents.public_key",
      "sessions.factor_setup",
    ]
  `);
});
