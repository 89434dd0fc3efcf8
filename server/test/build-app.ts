// The whole server over a fresh database, spoken to without a network: app.inject with a browser's cookie, Origin and CSRF token.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { keyId, makeKey, rawPublicKey, signRoster } from "@vigia/protocol/handshake";
import type { InjectOptions } from "fastify";
import { buildApp } from "../src/app.ts";
import type { AppDeps } from "../src/app-deps.ts";
import type { App } from "../src/http/app.ts";
import { createSetupCode, type ServerKeys, type SetupCode } from "../src/keys/index.ts";
import { createLog } from "../src/log.ts";
import type { Predefined, Scope } from "../src/modules/access/index.ts";
import { createPasswords } from "../src/modules/accounts/index.ts";
import { createPersonKeys, type KekBackup, kekOf } from "../src/secrets/index.ts";
import { openSigner } from "../src/signer/index.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";
import { makeOrganization, makeUser } from "./factories.ts";

export const ORIGIN = "http://localhost:8080";
export const PASSWORD = "a horse that nobody expects";
export const ADMINISTRATOR = { organization: "Acme IT", name: "Ana Admin", email: "ana@example.test", password: PASSWORD };

/** A clock that stands still until it is moved. */
export class TestClock {
  #now: number;
  constructor(now = Date.now()) {
    this.#now = now;
  }
  now(): number {
    return this.#now;
  }
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads the fields it expects; a missing one fails the test.
type Json = any;

/** A browser: keeps its cookie, sends Origin and CSRF token as the console does. */
export class Browser {
  readonly #app: App;
  cookie = "";
  csrfToken = "";
  address = "127.0.0.1";
  constructor(app: App) {
    this.#app = app;
  }

  async call<Body = Json>(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    const signedIn = this.cookie === "" ? {} : { cookie: this.cookie, "x-csrf-token": this.csrfToken };
    const own = { origin: ORIGIN, ...signedIn };
    const response = await this.#app.inject({
      method: method as NonNullable<InjectOptions["method"]>,
      url,
      headers: { ...own, ...headers },
      remoteAddress: this.address,
      ...(body !== undefined && { payload: body as object }),
    });
    const cookie = [response.headers["set-cookie"] ?? []].flat()[0];
    if (cookie !== undefined) this.cookie = cookie.split(";")[0] ?? "";
    const json = String(response.headers["content-type"]).startsWith("application/json");
    const answer = { status: response.statusCode, body: json ? response.json() : response.body, headers: response.headers };
    if (json && typeof answer.body?.csrfToken === "string") this.csrfToken = answer.body.csrfToken;
    return answer;
  }

  /** Proves the password again, for what is dangerous. */
  async stepUp(password = PASSWORD): Promise<void> {
    await this.ok("POST", "/api/v1/session/step-up", { method: "password", password });
  }

  get<Body = Json>(url: string): Promise<Answer<Body>> {
    return this.call("GET", url);
  }

  /** A write that must succeed; answers its body. Throws with the server's own words. */
  async ok<Body = Json>(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Body> {
    const answer = await this.call<Body>(method, url, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${url} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

export interface TestServer {
  readonly app: App;
  readonly db: TestDatabase;
  readonly clock: TestClock;
  readonly keys: ServerKeys;
  readonly setupCode: SetupCode;
  /** A browser that is signed in nowhere. */
  browser(): Browser;
  /** The administrator who set the server up; sets it up the first time. */
  administrator(): Promise<Browser>;
  /** A new member of an organization (the first one unless given), signed in. */
  member(group: Predefined, organizationId?: string, scopes?: readonly Scope[]): Promise<Browser>;
  /** A new organization with a signed-in administrator. */
  neighbour(): Promise<{ organizationId: string; browser: Browser }>;
  close(): Promise<void>;
}

/** Builds and readies the server. Parts given in `parts`, or made by it from the database, replace the test's own. */
export async function buildTestServer(parts: Partial<AppDeps> | ((db: TestDatabase) => Partial<AppDeps>) = {}): Promise<TestServer> {
  const db = await startTestDatabase();
  const folder = await mkdtemp(path.join(os.tmpdir(), "vigia-app-"));
  const setupCode = await createSetupCode(folder);
  const clock = new TestClock();
  const keys = makeKeys();
  const config = { version: "0.0.1", origins: [ORIGIN], secureCookies: false, trustedProxies: [] };
  const signer = await openSigner(path.join(folder, "signer"), { clock, random: randomBytes, needKey: false });
  const app = await buildApp({
    config,
    database: db.database,
    keys,
    kek: kekOf(randomBytes(32)),
    kekBackup: makeKekBackup(),
    signer,
    checkpointFile: path.join(folder, "audit/checkpoints.jsonl"),
    filesFolder: path.join(folder, "files"),
    mostOfFiles: { file: 100 * 2 ** 20, organization: 50 * 2 ** 30 },
    clock,
    log: createLog("silent"),
    setupCode,
    generation: 1,
    // What a network says of names is nothing to wait for here: nobody has one.
    resolve: async () => [],
    ...(typeof parts === "function" ? parts(db) : parts),
  });
  await app.ready();

  const passwordHash = await createPasswords().hash(PASSWORD);
  let organizationId = "";
  const server: TestServer = {
    app,
    db,
    clock,
    keys,
    setupCode,
    browser: () => new Browser(app),
    async administrator() {
      const browser = new Browser(app);
      if (organizationId === "") {
        const session = await browser.ok("POST", "/api/v1/setup", { code: setupCode.text, ...ADMINISTRATOR });
        organizationId = session.organization.id;
      } else await browser.ok("POST", "/api/v1/session", { email: ADMINISTRATOR.email, password: PASSWORD });
      return browser;
    },
    async member(group, of = organizationId, scopes) {
      const { email } = await makeUser(db.database, of, { group, scopes, passwordHash });
      const browser = new Browser(app);
      await browser.ok("POST", "/api/v1/session", { email, password: PASSWORD });
      return browser;
    },
    async neighbour() {
      const { id } = await makeOrganization(db.database);
      return { organizationId: id, browser: await server.member("administrators", id) };
    },
    async close() {
      await app.close();
      await signer.close();
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return server;
}

/** Persons' keys under a key-encryption key of their own. */
export const makePeople = () => createPersonKeys({ kek: kekOf(randomBytes(32)), random: randomBytes });

/** A key-encryption key that waits to be copied. */
function makeKekBackup(): KekBackup {
  let waiting = true;
  return {
    pending: async () => waiting,
    read: async () => new Uint8Array(32).fill(7),
    confirm: async () => {
      waiting = false;
    },
  };
}

/** Keys in memory, with a recovery key that waits to be taken away. */
export function makeKeys(): ServerKeys {
  const [identity, signer, recovery] = [makeKey(), makeKey(), makeKey()];
  const identityPublic = rawPublicKey(identity);
  const roster = randomBytes(64);
  let waiting: string | undefined = "-----BEGIN PRIVATE KEY-----\ntest\n-----END PRIVATE KEY-----\n";
  return {
    identity,
    identityPublic,
    identityKeyId: keyId(identityPublic),
    recoveryPublic: rawPublicKey(recovery),
    signerPublic: rawPublicKey(signer),
    roster: { roster, signature: signRoster(signer, roster) },
    recoveryFile: {
      exists: async () => waiting !== undefined,
      read: async () => waiting ?? "",
      remove: async () => {
        waiting = undefined;
      },
    },
  };
}
