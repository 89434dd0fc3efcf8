// Writes the API document from the routes themselves; needs no database. Usage: openapi.ts <file>
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { makeKey, rawPublicKey } from "@vigia/protocol/handshake";
import { buildApp } from "../server/src/app.ts";
import type { Database } from "../server/src/database/index.ts";
import { createLog } from "../server/src/log.ts";
import { kekOf } from "../server/src/secrets/index.ts";

const target = process.argv[2];
if (target === undefined) throw new TypeError("name the file to write");

const noDatabase = new Proxy({} as Database, {
  get: (_, method) =>
    method === "close"
      ? async () => undefined
      : () => {
          throw new Error(`the API document is made without a database, but ${String(method)} was asked for`);
        },
});
const identity = makeKey();
const raw = rawPublicKey(identity);
const app = await buildApp({
  config: { version: "1", origins: [], secureCookies: false, trustedProxies: [] },
  database: noDatabase,
  keys: {
    identity,
    identityPublic: raw,
    identityKeyId: raw,
    recoveryPublic: raw,
    signerPublic: raw,
    roster: { roster: raw, signature: raw },
    recoveryFile: { exists: async () => false, read: async () => "", remove: async () => undefined },
  },
  kek: kekOf(randomBytes(32)),
  kekBackup: { pending: async () => false, read: async () => raw, confirm: async () => undefined },
  checkpointFile: "",
  filesFolder: "",
  mostOfFiles: { file: 0, organization: 0 },
  signer: { ask: () => Promise.reject(new Error("the API document is made without a signer")) },
  clock: { now: () => 0 },
  log: createLog("silent"),
  setupCode: undefined,
  generation: 1,
  describeOnly: true,
});
await app.ready();
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(target, `${JSON.stringify(app.swagger(), null, 1)}\n`);
await app.close();
