import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, ORIGIN, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeUser } from "../../../test/factories.ts";
import { SoftwareAuthenticator } from "../../../test/software-authenticator.ts";
import { newId } from "../../ids.ts";
import { type Signer, SignerUnavailable } from "../../signer/index.ts";
import { joinMember } from "./member-queries.ts";
import { createPasswords } from "./passwords.ts";

const MINUTE = 60_000;
let server: TestServer;
let organizationId: string;
let passwordHash: string;

beforeAll(async () => {
  server = await buildTestServer();
  organizationId = (await (await server.administrator()).get("/api/v1/session")).body.organization.id;
  passwordHash = await createPasswords().hash(PASSWORD);
});
afterAll(() => server.close());

let addresses = 0;
function stranger(of = server): Browser {
  const browser = of.browser();
  browser.address = `10.9.0.${++addresses}`;
  return browser;
}
const signIn = (browser: Browser, email: string) => browser.call("POST", "/api/v1/session", { email, password: PASSWORD });
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.clock.now() });

/** A new administrator, signed in. */
async function person() {
  const { id, email } = await makeUser(server.db.database, organizationId, { passwordHash });
  const browser = stranger();
  expect((await signIn(browser, email)).status).toBe(200);
  return { id, email, browser };
}
async function addTotp(browser: Browser) {
  const { secret, uri } = await browser.ok("POST", "/api/v1/me/factors/totp");
  const { recoveryCodes } = await browser.ok("POST", "/api/v1/me/factors/totp/confirm", { code: codeOf(secret) });
  server.clock.advance(30_000);
  return { secret: secret as string, uri: uri as string, recoveryCodes: recoveryCodes as string[] };
}
async function addPasskey(browser: Browser) {
  const authenticator = new SoftwareAuthenticator(ORIGIN);
  const response = authenticator.create(await browser.ok("POST", "/api/v1/me/factors/passkey/options"));
  await browser.ok("POST", "/api/v1/me/factors/passkey", { name: "laptop", response });
  return authenticator;
}
async function personWithTotp() {
  const made = await person();
  return { ...made, ...(await addTotp(made.browser)) };
}

describe("signing in with a second factor", () => {
  test("takes the password first and gives no session for it alone", async () => {
    const { email, secret, uri } = await personWithTotp();
    expect(uri).toContain(encodeURIComponent(email));
    const browser = stranger();
    const first = await signIn(browser, email);
    expect(first).toMatchObject({ status: 202, body: { status: "factor_required", methods: ["totp", "recovery_code"] } });
    expect(first.headers["set-cookie"]).toBeUndefined();
    const { ticket } = first.body;
    const wrong = await browser.call("POST", "/api/v1/session/factor", { ticket, method: "totp", code: "000000" });
    expect(wrong).toMatchObject({ status: 403, body: { code: "WRONG_CODE" } });
    const right = await browser.call("POST", "/api/v1/session/factor", { ticket, method: "totp", code: codeOf(secret) });
    expect(right).toMatchObject({ status: 200, body: { user: { email }, factorSetupRequired: false } });
    expect((await browser.get("/api/v1/session")).status).toBe(200);
  });

  test("by a passkey, with a challenge of its own", async () => {
    const { email, browser: own } = await person();
    const authenticator = await addPasskey(own);
    const browser = stranger();
    const { ticket } = (await signIn(browser, email)).body;
    const assertion = authenticator.get(await browser.ok("POST", "/api/v1/session/factor/options", { ticket }));
    await browser.ok("POST", "/api/v1/session/factor", { ticket, method: "passkey", assertion });
    expect((await browser.get("/api/v1/session")).status).toBe(200);
  });

  test("by a recovery code, once", async () => {
    const { email, recoveryCodes } = await personWithTotp();
    const use = async () => {
      const browser = stranger();
      const { ticket } = (await signIn(browser, email)).body;
      return (await browser.call("POST", "/api/v1/session/factor", { ticket, method: "recovery_code", code: recoveryCodes[0] })).status;
    };
    expect([await use(), await use()]).toEqual([200, 403]);
  });

  test("recovery codes are renewed under a fresh proof, and the old ones prove nothing any longer", async () => {
    const { email, browser, secret, recoveryCodes } = await personWithTotp();
    server.clock.advance(5 * MINUTE);
    const renew = () => browser.call("POST", "/api/v1/me/factors/recovery-codes");
    expect(await renew()).toMatchObject({ status: 403, body: { code: "STEP_UP_REQUIRED" } });
    await browser.ok("POST", "/api/v1/session/step-up", { method: "totp", code: codeOf(secret) });
    const renewed = (await renew()).body.recoveryCodes as string[];
    expect(new Set([...renewed, ...recoveryCodes]).size).toBe(20);
    const other = stranger();
    const { ticket } = (await signIn(other, email)).body;
    const prove = (code = "") => other.call("POST", "/api/v1/session/factor", { ticket, method: "recovery_code", code });
    expect((await prove(recoveryCodes[0])).body.code).toBe("WRONG_CODE");
    expect((await prove(renewed[0])).status).toBe(200);
  });

  test("a ticket is good for five minutes, one address and one session", async () => {
    const { email, secret } = await personWithTotp();
    const attempt = (browser: Browser, ticket: string) =>
      browser.call("POST", "/api/v1/session/factor", { ticket, method: "totp", code: codeOf(secret) });
    const browser = stranger();
    const { ticket } = (await signIn(browser, email)).body;
    expect((await attempt(stranger(), ticket)).body.code).toBe("UNAUTHENTICATED");
    expect((await attempt(browser, ticket)).status).toBe(200);
    server.clock.advance(MINUTE);
    expect((await attempt(browser, ticket)).body.code).toBe("UNAUTHENTICATED");
    const late = (await signIn(browser, email)).body.ticket;
    server.clock.advance(5 * MINUTE);
    expect((await attempt(browser, late)).body.code).toBe("UNAUTHENTICATED");
  });

  test("after five wrong codes the right one waits, from whatever address", async () => {
    const { email, secret } = await personWithTotp();
    const prove = async (code: string) => {
      const browser = stranger();
      const { ticket } = (await signIn(browser, email)).body;
      return browser.call("POST", "/api/v1/session/factor", { ticket, method: "totp", code });
    };
    for (let guess = 0; guess < 5; guess++) expect((await prove("000000")).body.code).toBe("WRONG_CODE");
    expect(await prove(codeOf(secret))).toMatchObject({ status: 429, body: { code: "TOO_MANY_ATTEMPTS" } });
  });
});

describe("dangerous actions", () => {
  const danger = (browser: Browser) => browser.call("POST", "/api/v1/me/factors/totp");

  test("ask for the password again after five minutes, from people without a factor", async () => {
    const { browser } = await person();
    expect((await danger(browser)).status).toBe(200);
    server.clock.advance(5 * MINUTE);
    expect(await danger(browser)).toMatchObject({ status: 403, body: { code: "STEP_UP_REQUIRED" } });
    expect(await browser.ok("POST", "/api/v1/session/step-up/options")).toEqual({ methods: ["password"], passkeyOptions: null });
    expect((await browser.call("POST", "/api/v1/session/step-up", { method: "password", password: "wrong" })).body.code).toBe("WRONG_CODE");
    await browser.ok("POST", "/api/v1/session/step-up", { method: "password", password: PASSWORD });
    expect((await danger(browser)).status).toBe(200);
  });

  test("ask for the factor from people who have one; their password is not enough", async () => {
    const { browser, secret } = await personWithTotp();
    const authenticator = await addPasskey(browser);
    server.clock.advance(5 * MINUTE);
    expect((await danger(browser)).body.code).toBe("STEP_UP_REQUIRED");
    expect((await browser.call("POST", "/api/v1/session/step-up", { method: "password", password: PASSWORD })).body.code).toBe(
      "WRONG_CODE",
    );
    await browser.ok("POST", "/api/v1/session/step-up", { method: "totp", code: codeOf(secret) });
    expect((await danger(browser)).status).toBe(200);
    server.clock.advance(5 * MINUTE);
    const { passkeyOptions } = await browser.ok("POST", "/api/v1/session/step-up/options");
    await browser.ok("POST", "/api/v1/session/step-up", { method: "passkey", assertion: authenticator.get(passkeyOptions) });
    expect((await danger(browser)).status).toBe(200);
  });

  test("a proof counts for its own session alone", async () => {
    const { email, browser, secret } = await personWithTotp();
    server.clock.advance(5 * MINUTE);
    const other = stranger();
    const { ticket } = (await signIn(other, email)).body;
    await other.ok("POST", "/api/v1/session/factor", { ticket, method: "totp", code: codeOf(secret) });
    expect((await danger(other)).status).toBe(200);
    expect((await danger(browser)).body.code).toBe("STEP_UP_REQUIRED");
  });

  test("a factor that is removed proves nothing any longer", async () => {
    const { email, browser } = await personWithTotp();
    const { items } = (await browser.get("/api/v1/me/factors")).body;
    expect(items).toMatchObject([{ kind: "totp", name: "Authenticator" }]);
    await browser.ok("DELETE", `/api/v1/me/factors/${items[0].id}`);
    expect((await signIn(stranger(), email)).status).toBe(200);
  });
});

describe("an organization that demands a second factor", () => {
  test("leads a person without one to set it up, and lets them do nothing else until then", async () => {
    const { organizationId: of, browser: administrator } = await server.neighbour();
    await addPasskey(administrator);
    await administrator.ok("PUT", "/api/v1/security-policy", { requireFactor: "passkey" });
    expect((await administrator.get("/api/v1/security-policy")).body).toEqual({ requireFactor: "passkey" });
    const { email } = await makeUser(server.db.database, of, { passwordHash });
    const browser = stranger();
    expect((await signIn(browser, email)).body.factorSetupRequired).toBe(true);
    expect((await browser.get("/api/v1/clients")).body.code).toBe("FACTOR_SETUP_REQUIRED");
    expect((await browser.get("/api/v1/me/factors")).body).toMatchObject({ items: [], required: "passkey" });
    await addTotp(browser);
    expect((await browser.get("/api/v1/clients")).body.code).toBe("FACTOR_SETUP_REQUIRED");
    await addPasskey(browser);
    expect((await browser.get("/api/v1/clients")).status).toBe(200);
    expect((await browser.get("/api/v1/session")).body.factorSetupRequired).toBe(false);
  });
});

describe("an organization that begins to demand a second factor", () => {
  test("has it hold for sessions that exist already, until they have one or it is no longer demanded", async () => {
    const { organizationId: of, browser: administrator } = await server.neighbour();
    await addTotp(administrator);
    const [setting, waiting] = [await server.member("viewer", of), await server.member("viewer", of)];
    expect((await setting.get("/api/v1/clients")).status).toBe(200);
    await administrator.ok("PUT", "/api/v1/security-policy", { requireFactor: "any" });
    expect((await administrator.get("/api/v1/clients")).status).toBe(200);
    for (const browser of [setting, waiting]) {
      expect((await browser.get("/api/v1/clients")).body.code).toBe("FACTOR_SETUP_REQUIRED");
      expect((await browser.get("/api/v1/session")).body.factorSetupRequired).toBe(true);
    }
    await setting.stepUp();
    await addTotp(setting);
    expect((await setting.get("/api/v1/clients")).status).toBe(200);
    expect((await waiting.call("DELETE", "/api/v1/session")).status).toBe(204);
    const late = await server.member("viewer", of);
    expect((await late.get("/api/v1/clients")).status).toBe(403);
    await administrator.ok("PUT", "/api/v1/security-policy", { requireFactor: "none" });
    expect((await late.get("/api/v1/clients")).status).toBe(200);
  });

  test("a person who removes the factor that is demanded is back at setting one up", async () => {
    const { organizationId: of, browser: administrator } = await server.neighbour();
    await addTotp(administrator);
    await administrator.ok("PUT", "/api/v1/security-policy", { requireFactor: "any" });
    expect(of).not.toBe(organizationId);
    const { items } = (await administrator.get("/api/v1/me/factors")).body;
    await administrator.ok("DELETE", `/api/v1/me/factors/${items[0].id}`);
    expect((await administrator.get("/api/v1/clients")).body.code).toBe("FACTOR_SETUP_REQUIRED");
  });
});

describe("a reset of somebody's factors", () => {
  test("is asked for by one administrator and approved by another with their own factor", async () => {
    const lost = await personWithTotp();
    const asker = await person();
    const approver = await personWithTotp();
    const { id } = await asker.browser.ok("POST", `/api/v1/users/${lost.id}/factor-reset`);
    const approve = (browser: Browser) => browser.call("POST", `/api/v1/factor-resets/${id}/approve`);
    await addTotp(asker.browser);
    expect(await approve(asker.browser)).toMatchObject({ status: 409, body: { details: { reason: "same_person" } } });
    const withoutFactor = await person();
    expect(await approve(withoutFactor.browser)).toMatchObject({ status: 403, body: { details: { reason: "factor_needed" } } });
    expect((await approver.browser.get("/api/v1/factor-resets")).body.items).toMatchObject([
      { id, userId: lost.id, requestedBy: asker.id },
    ]);
    expect((await approve(approver.browser)).status).toBe(204);
    expect((await lost.browser.get("/api/v1/session")).status).toBe(401);
    expect((await signIn(stranger(), lost.email)).status).toBe(200);
  });

  test("of somebody in several organizations is the host's alone, and the answer says so", async () => {
    const lost = await personWithTotp();
    const asker = await person();
    const { organizationId: other } = await server.neighbour();
    const membership = { id: newId(), organizationId: other, userId: lost.id, createdBy: asker.id };
    await server.db.database.withTenant(other, (tx) => joinMember(tx, membership));
    expect(await asker.browser.call("POST", `/api/v1/users/${lost.id}/factor-reset`)).toMatchObject({
      status: 409,
      body: { code: "CONFLICT", details: { reason: "several_organizations" } },
    });
    expect((await asker.browser.get("/api/v1/factor-resets")).body.items).not.toContainEqual(expect.objectContaining({ userId: lost.id }));
  });

  test("is nobody else's business: another organization's administrator finds nothing", async () => {
    const lost = await personWithTotp();
    const asker = await person();
    const { browser: foreign } = await server.neighbour();
    expect((await foreign.call("POST", `/api/v1/users/${lost.id}/factor-reset`)).status).toBe(404);
    const { id } = await asker.browser.ok("POST", `/api/v1/users/${lost.id}/factor-reset`);
    await addTotp(foreign);
    expect((await foreign.call("POST", `/api/v1/factor-resets/${id}/approve`)).status).toBe(404);
    expect((await foreign.get("/api/v1/factor-resets")).body.items).toEqual([]);
  });
});

test("without the signer nobody signs in, in words, and sessions that stand go on", async () => {
  let there = true;
  const signer: Signer = {
    ask: async () => {
      if (!there) throw new SignerUnavailable("gone");
      return { factors: [], recoveryCodesLeft: 0, requireFactor: "none", methods: [], fits: true } as never;
    },
  };
  const own = await buildTestServer({ signer });
  const administrator = await own.administrator();
  there = false;
  const refused = await signIn(stranger(own), "ana@example.test");
  expect(refused).toMatchObject({ status: 503, body: { code: "UNAVAILABLE", details: { part: "signer", reason: "away" } } });
  expect(refused.headers["retry-after"]).toBe("5");
  expect((await administrator.get("/api/v1/clients")).status).toBe(200);
  const impatient = stranger(own);
  for (let time = 0; time < 7; time++) {
    expect((await signIn(impatient, "ana@example.test")).status).toBe(503);
    expect((await administrator.call("POST", "/api/v1/session/step-up", { method: "password", password: PASSWORD })).status).toBe(503);
  }
  await own.close();
});
