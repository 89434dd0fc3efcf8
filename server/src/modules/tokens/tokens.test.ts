import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeGrant, makeResource, makeUser } from "../../../test/factories.ts";
import { PERMISSIONS } from "../../http/principal.ts";
import { newId } from "../../ids.ts";
import { createPasswords } from "../accounts/index.ts";
import { formatToken, secretHash } from "./format.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TOKENS = "/api/v1/api-tokens";
let server: TestServer;
let ana: Browser;
let organizationId: string;
let anaId: string;

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  const session = (await ana.get("/api/v1/session")).body;
  organizationId = session.organization.id;
  anaId = session.user.id;
});
afterAll(() => server.close());

/** A program: only its bearer token, from an address of its own. */
let addresses = 0;
function program(token: string, address = `10.9.${Math.floor(++addresses / 250)}.${addresses % 250}`) {
  return async (method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE", url: string, payload?: object, headers: object = {}) => {
    const response = await server.app.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, ...headers },
      remoteAddress: address,
      ...(payload !== undefined && { payload }),
    });
    const isJson = String(response.headers["content-type"]).startsWith("application/json");
    return { status: response.statusCode, body: isJson ? response.json() : undefined };
  };
}

/** A token as the database could hold it, whatever the API would have refused. */
async function plant(createdBy: string, scopes: readonly string[]): Promise<string> {
  const [id, secret] = [newId(), randomBytes(32)];
  const dates = { createdAt: new Date(server.clock.now()), expiresAt: new Date(server.clock.now() + 30 * DAY) };
  await server.db.database.withTenant(organizationId, (tx) =>
    tx.apiToken.create({
      data: { id, organizationId, name: "planted", secretHash: secretHash(secret), scopes: [...scopes], cidrs: [], createdBy, ...dates },
    }),
  );
  return formatToken({ organizationId, id, secret });
}

const create = (more: object = {}) => ana.ok("POST", TOKENS, { name: "Reports", scopes: ["resources:read"], ...more });

describe("an API token", () => {
  test("is shown once, kept as a hash, and works without cookie or CSRF token", async () => {
    const made = await create({ scopes: ["resources:read", "clients:write"] });
    expect(made.token).toMatch(/^rmm_[\w-]{43}_[\w-]{43}$/);
    expect((await program(made.token)("GET", "/api/v1/resources")).status).toBe(200);
    const written = await program(made.token)("POST", "/api/v1/clients", { name: "By a program" });
    expect(written.status).toBe(201);
    const listed = (await ana.get(TOKENS)).body.items.find((one: { id: string }) => one.id === made.id);
    expect(listed).toMatchObject({
      name: "Reports",
      state: "active",
      createdBy: { id: anaId },
      scopes: ["resources:read", "clients:write"],
    });
    expect(JSON.stringify(listed)).not.toContain(made.token.slice(-20));
  });

  test("lasts 90 days when nothing is said, and never more than 365", async () => {
    const made = await create();
    expect(Date.parse(made.expiresAt) - server.clock.now()).toBe(90 * DAY);
    const far = new Date(server.clock.now() + 366 * DAY).toISOString();
    expect((await ana.call("POST", TOKENS, { name: "x", scopes: ["resources:read"], expiresAt: far })).status).toBe(400);
  });

  test("has nothing outside its scopes, and the creator's cookie beside it does not help", async () => {
    const { token } = await create();
    const answer = await program(token)("GET", "/api/v1/clients", undefined, { cookie: ana.cookie });
    expect(answer).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
    expect((await program(`${token.slice(0, -1)}`)("GET", "/api/v1/resources", undefined, { cookie: ana.cookie })).status).toBe(401);
  });

  test("cannot be made with a scope that its creator has not, or that no token may have", async () => {
    const refused = await ana.call("POST", TOKENS, { name: "x", scopes: ["tokens:manage"] });
    expect(refused).toMatchObject({ status: 400, body: { code: "INVALID_INPUT" } });
    const technician = await server.member("technician");
    expect((await technician.call("POST", TOKENS, { name: "x", scopes: ["resources:read"] })).status).toBe(403);
  });

  test("stops with its end, its revocation, and its creator", async () => {
    const [ended, revoked] = [await create({ expiresAt: new Date(server.clock.now() + MINUTE).toISOString() }), await create()];
    const leaver = await makeUser(server.db.database, organizationId, { group: "technician" });
    const orphan = await plant(leaver.id, ["resources:read"]);
    for (const token of [ended.token, revoked.token, orphan]) expect((await program(token)("GET", "/api/v1/resources")).status).toBe(200);
    server.clock.advance(MINUTE);
    await ana.ok("POST", `${TOKENS}/${revoked.id}/revoke`);
    await server.db.database.withTenant(organizationId, (tx) =>
      tx.membership.updateMany({ where: { userId: leaver.id }, data: { disabledAt: new Date() } }),
    );
    for (const token of [ended.token, revoked.token, orphan]) expect((await program(token)("GET", "/api/v1/resources")).status).toBe(401);
    const actions = (await ana.get("/api/v1/audit")).body.items.map(({ action }: { action: string }) => action);
    expect(actions).toEqual(expect.arrayContaining(["api_token.created", "api_token.revoked", "api_token.refused"]));
  });

  test("works only from its networks", async () => {
    const { token } = await create({ cidrs: ["192.0.2.0/24", "2001:db8::/32"] });
    const from = (address: string) => program(token, address)("GET", "/api/v1/resources");
    expect((await from("192.0.2.77")).status).toBe(200);
    expect((await from("::ffff:192.0.2.78")).status).toBe(200);
    expect((await from("2001:db8::5")).status).toBe(200);
    expect((await from("192.0.3.1")).status).toBe(403);
    expect((await ana.call("POST", TOKENS, { name: "x", scopes: ["resources:read"], cidrs: ["192.0.2.0/33"] })).status).toBe(400);
  });

  test("says when it was used last, written at most once a minute", async () => {
    const { id, token } = await create();
    const lastUse = async () => (await ana.get(TOKENS)).body.items.find((one: { id: string }) => one.id === id).lastUsedAt;
    expect(await lastUse()).toBeNull();
    await program(token)("GET", "/api/v1/resources");
    const first = await lastUse();
    expect(Date.parse(first)).toBe(server.clock.now());
    server.clock.advance(MINUTE - 1);
    await program(token)("GET", "/api/v1/resources");
    expect(await lastUse()).toBe(first);
    server.clock.advance(1);
    await program(token)("GET", "/api/v1/resources");
    expect(Date.parse(await lastUse())).toBe(server.clock.now());
  });

  test("an address that keeps presenting wrong tokens waits", async () => {
    const { token } = await create();
    const guess = program(`${token.slice(0, -4)}AAAA`, "10.8.0.1");
    const answers: number[] = [];
    for (let count = 0; count < 52; count++) answers.push((await guess("GET", "/api/v1/resources")).status);
    expect(answers.slice(0, 50).every((status) => status === 401)).toBe(true);
    expect(answers.slice(50)).toEqual([429, 429]);
    expect((await program(token)("GET", "/api/v1/resources")).status).toBe(200);
  });

  test("of another organization reaches nothing here, and one with a foreign organization in it is unknown", async () => {
    const { organizationId: other } = await server.neighbour();
    const { token } = await create();
    const place = Buffer.from(token.slice(4, 47), "base64url");
    const moved = formatToken({ organizationId: other, id: newId(), secret: Buffer.from(token.slice(48), "base64url") });
    expect(place).toHaveLength(32);
    expect((await program(moved)("GET", "/api/v1/resources")).status).toBe(401);
  });
});

interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
}

/** Every route of the API document; ids in paths are ones that nothing has. */
function routes(): Route[] {
  const { paths = {} } = server.app.swagger() as { paths?: Record<string, Record<string, unknown>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase() as Route["method"],
      path: path.replaceAll(/\{\w+\}/g, () => newId()),
    })),
  );
}

const PUBLIC = /^\/(healthz|readyz|metrics|api\/v1\/(setup|password-reset|sso\/(start|callback|offer)))/;
const isPublic = ({ method, path }: Route) =>
  PUBLIC.test(path) || (method === "POST" && /^\/api\/v1\/session(\/factor(\/options)?)?$/.test(path));
const CREDENTIALS =
  /^\/api\/v1\/(users|permission-groups|attendant-groups|grants|me|session|api-tokens|sso|factor-resets|security-policy|recovery-key|key-backup|secrets\/[\w-]+\/(reveal|access))(\/|$)/;

describe("no token, whatever it was made with,", () => {
  test("touches an account or a credential, even one with every permission of an administrator", async () => {
    const call = program(await plant(anaId, PERMISSIONS));
    const guarded = routes().filter((route) => CREDENTIALS.test(route.path) && !isPublic(route));
    expect(guarded.length).toBeGreaterThan(5);
    for (const { method, path } of guarded) {
      const { status, body } = await call(method, path, method === "GET" ? undefined : {});
      expect({ method, path, status, code: body?.code }).toEqual({ method, path, status: 403, code: "FORBIDDEN" });
    }
  });

  test("does what its creator may not, and a right its creator lost is gone with the next request", { timeout: 120_000 }, async () => {
    const passwordHash = await createPasswords().hash("a horse that nobody expects");
    const [inside, outside] = [
      await makeResource(server.db.database, organizationId),
      await makeResource(server.db.database, organizationId),
    ];
    const own = [`/api/v1/resources/${inside.id}`, `/api/v1/resources/${outside.id}`, `/api/v1/clients/${outside.clientId}`];
    const asked = [...routes().filter((route) => !isPublic(route)), ...own.map((path) => ({ method: "GET" as const, path }))];
    let answered = 0;
    const groups = ["client_admin", "technician", "scripter", "approver", "helpdesk", "viewer"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...groups), { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        fc.subarray([...PERMISSIONS]),
        async ([first, ...more], everywhere, scopes) => {
          const place = everywhere ? undefined : [{ kind: "client" as const, id: inside.clientId }];
          const creator = await makeUser(server.db.database, organizationId, { group: first, scopes: place, passwordHash });
          for (const group of more) await makeGrant(server.db.database, organizationId, creator.id, group, place);
          const browser = server.browser();
          browser.address = `10.7.${++addresses % 250}.1`;
          await browser.ok("POST", "/api/v1/session", { email: creator.email, password: "a horse that nobody expects" });
          const call = program(await plant(creator.id, scopes));
          const had: string[] = [];
          for (const { method, path } of asked) {
            const { status } = await call(method, path, method === "GET" ? undefined : {});
            if (status === 401) throw new Error(`${method} ${path}: the token was not accepted at all`);
            if (status === 403) continue;
            if (method === "GET" && status === 200) had.push(path);
            const { status: creators } = await browser.call(method, path, method === "GET" ? undefined : {});
            expect({ method, path, status }).toEqual({ method, path, status: creators });
          }
          answered += had.length;
          await server.db.database.withTenant(organizationId, (tx) =>
            tx.grant.updateMany({ where: { userId: creator.id }, data: { deletedAt: new Date() } }),
          );
          for (const path of had) expect({ path, status: (await call("GET", path)).status }).toEqual({ path, status: 403 });
        },
      ),
      { numRuns: 12 },
    );
    expect(answered).toBeGreaterThan(10);
  });
});
