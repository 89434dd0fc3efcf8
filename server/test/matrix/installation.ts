// The server the matrix is asked of: a whole one with files, mail server and metrics token, whose keys can be taken away again and again.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { AppDeps } from "../../src/app-deps.ts";
import { kekOf } from "../../src/secrets/index.ts";
import { buildTestServer, makeKeys, ORIGIN, type TestServer } from "../build-app.ts";
import { CANARY } from "./canaries.ts";
import type { Neighbours } from "./neighbours.ts";

export const METRICS_TOKEN = "metrics-alone-2f81";

export interface Installation {
  readonly server: TestServer;
  /** Puts the recovery key and the copy of the key-encryption key back, as on the first day. */
  refill(): void;
  close(): Promise<void>;
}

/** Starts it; the console and the agent bundle are small files of its own. */
export async function startInstallation({ mail }: Pick<Neighbours, "mail">): Promise<Installation> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "vigia-matrix-"));
  const consoleFiles = path.join(folder, "console");
  mkdirSync(path.join(consoleFiles, "assets"), { recursive: true });
  writeFileSync(path.join(consoleFiles, "index.html"), "<!doctype html><title>Vigia</title>");
  writeFileSync(path.join(consoleFiles, "assets/app-0.js"), "export {};\n");
  const agentBundle = path.join(folder, "vigia-agent.mjs");
  writeFileSync(agentBundle, "export {};\n");

  const waiting = { recovery: true, kek: true };
  const parts: Partial<AppDeps> = {
    config: {
      version: "0.0.1",
      origins: [ORIGIN],
      secureCookies: false,
      trustedProxies: [],
      metricsToken: METRICS_TOKEN,
      webhookAllow: ["127.0.0.1"],
      mailServer: {
        host: "127.0.0.1",
        port: mail.port,
        secure: false,
        username: null,
        password: null,
        from: { name: "Vigia", address: "vigia@example.test" },
      },
    },
    keys: {
      ...makeKeys(),
      recoveryFile: {
        exists: async () => waiting.recovery,
        read: async () => CANARY.recoveryKey,
        remove: async () => {
          waiting.recovery = false;
        },
      },
    },
    kek: kekOf(Buffer.from(CANARY.kek)),
    kekBackup: {
      pending: async () => waiting.kek,
      read: async () => Buffer.from(CANARY.kek),
      confirm: async () => {
        waiting.kek = false;
      },
    },
    consoleFiles,
    agentBundle,
  };
  const server = await buildTestServer(parts);
  return {
    server,
    refill: () => void Object.assign(waiting, { recovery: true, kek: true }),
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
