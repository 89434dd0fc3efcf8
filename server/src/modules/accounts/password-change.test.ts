import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeGrant, makeUser } from "../../../test/factories.ts";
import { newId } from "../../ids.ts";
import { createLog } from "../../log.ts";
import { createAttempts } from "../../plugins/throttle.ts";
import { createPersonKeys, kekOf } from "../../secrets/index.ts";
import { createAudit } from "../audit/index.ts";
import { createRecordEverywhere } from "./elsewhere.ts";
import { createPasswordReset, type PasswordReset } from "./password-reset.ts";
import { createPasswords } from "./passwords.ts";

const NEW = "seven quiet lighthouses";
const HOUR = 3_600_000;
let server: TestServer;
let organizationId: string;
let passwordHash: string;
let reset: PasswordReset;
let mails: { userId: string; token: string }[] = [];
let addresses = 0;

beforeAll(async () => {
  // One key for both, because the server reads what the audit below wrote.
  const kek = kekOf(randomBytes(32));
  server = await buildTestServer({ kek });
  const ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  passwordHash = await createPasswords().hash(PASSWORD);
  const database = server.db.database;
  reset = createPasswordReset({
    database,
    clock: server.clock,
    recordEverywhere: createRecordEverywhere(createAudit({ database, people: createPersonKeys({ kek, random: randomBytes }) })),
    log: createLog("silent"),
    random: randomBytes,
    passwords: createPasswords(),
    sessions: { endOf: async () => 0 },
    attempts: createAttempts({ perAccount: 100, perAddress: 1_000, windowSeconds: 900 }),
    sendMail: async (_tx, mail) => void mails.push(mail),
    news: { passwordChanged: async () => undefined },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  mails = [];
});

const person = () => makeUser(server.db.database, organizationId, { group: "viewer", passwordHash });

async function signedIn(email: string, password = PASSWORD, organization?: string): Promise<Browser> {
  const browser = server.browser();
  browser.address = `10.6.${Math.floor(++addresses / 250)}.${addresses % 250}`;
  await browser.ok("POST", "/api/v1/session", { email, password, ...(organization !== undefined && { organizationId: organization }) });
  return browser;
}

const canSignIn = async (email: string, password: string): Promise<boolean> => {
  const browser = server.browser();
  browser.address = `10.6.${Math.floor(++addresses / 250)}.${addresses % 250}`;
  return (await browser.call("POST", "/api/v1/session", { email, password })).status === 200;
};

async function link(email: string): Promise<string> {
  await reset.request(email, "10.5.0.1");
  await reset.idle();
  return mails.at(-1)?.token ?? "";
}
const refusal = (work: Promise<void>) =>
  work.then(
    () => "accepted",
    ({ code }: { code: string }) => code,
  );
const confirm = (token: string, password = NEW) => refusal(reset.confirm({ token, password }, "10.5.0.2"));

describe("a new password", () => {
  test("needs the current one, and ends every other session of the person, also in their other organization", async () => {
    const { id, email } = await person();
    const { organizationId: other } = await server.neighbour();
    await server.db.database.withTenant(other, (tx) => tx.membership.create({ data: { id: newId(), organizationId: other, userId: id } }));
    await makeGrant(server.db.database, other, id, "viewer");
    const [own, elsewhere, abroad] = [await signedIn(email), await signedIn(email), await signedIn(email, PASSWORD, other)];

    expect(await own.call("POST", "/api/v1/me/password", { current: "not the one", password: NEW })).toMatchObject({
      status: 401,
      body: { code: "WRONG_CREDENTIALS" },
    });
    expect((await own.call("POST", "/api/v1/me/password", { current: PASSWORD, password: "short" })).status).toBe(400);
    for (const browser of [own, elsewhere, abroad]) expect((await browser.get("/api/v1/session")).status).toBe(200);

    await own.ok("POST", "/api/v1/me/password", { current: PASSWORD, password: NEW });
    server.clock.advance(1_000);
    expect((await own.get("/api/v1/session")).status).toBe(200);
    for (const browser of [elsewhere, abroad]) expect((await browser.get("/api/v1/session")).status).toBe(401);
    expect(await canSignIn(email, PASSWORD)).toBe(false);
    expect(await canSignIn(email, NEW)).toBe(true);
  });

  test("is not given away by guessing the current one at an open console", async () => {
    const own = await signedIn((await person()).email);
    const answers: number[] = [];
    for (let guess = 0; guess < 6; guess++)
      answers.push((await own.call("POST", "/api/v1/me/password", { current: `guess ${guess}`, password: NEW })).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test("kills the reset links that were sent before it", async () => {
    const { email } = await person();
    const token = await link(email);
    await (await signedIn(email)).ok("POST", "/api/v1/me/password", { current: PASSWORD, password: NEW });
    expect(await confirm(token, "another nine ladders")).toBe("GONE");
    expect(await canSignIn(email, NEW)).toBe(true);
  });
});

describe("a forgotten password", () => {
  test("is set by the mailed link, once, and every session of the person is over", async () => {
    const { id, email } = await person();
    const open = await signedIn(email);
    const token = await link(` ${email.toUpperCase()} `);
    expect(mails).toMatchObject([{ userId: id }]);
    expect(await confirm(token, "password1234")).toBe("INVALID_INPUT");
    expect(await Promise.all([confirm(token), confirm(token)])).toEqual(expect.arrayContaining(["accepted", "GONE"]));
    server.clock.advance(1_000);
    expect((await open.get("/api/v1/session")).status).toBe(401);
    expect(await canSignIn(email, NEW)).toBe(true);
    expect(await confirm(token)).toBe("GONE");
  });

  test("of two links, using one kills the other; one is dead after an hour", async () => {
    const { email } = await person();
    const [first, second] = [await link(email), await link(email)];
    expect(await confirm(second)).toBe("accepted");
    expect(await confirm(first)).toBe("GONE");
    const late = await link(email);
    server.clock.advance(HOUR);
    expect(await confirm(late)).toBe("GONE");
  });

  test("sends nothing to unknown and disabled people, and at most three links an hour to anybody", async () => {
    const disabled = await person();
    await server.db.database.global((tx) => tx.user.update({ where: { id: disabled.id }, data: { disabledAt: new Date() } }));
    for (const email of ["nobody@example.test", disabled.email]) expect(await link(email)).toBe("");
    const { email } = await person();
    for (let time = 0; time < 5; time++) await link(email);
    expect(mails).toHaveLength(3);
  });

  test("leaves no token in the database", async () => {
    const { id, email } = await person();
    const token = await link(email);
    const rows = await server.db.database.withTenant(organizationId, (tx) => tx.passwordReset.findMany({ where: { userId: id } }));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(Buffer.from(rows[0]?.tokenHash ?? []).toString("base64url")).not.toBe(token);
  });

  test("a made-up link is refused like a used one", async () => {
    for (const token of ["x", "A".repeat(64), ""]) expect(await confirm(token)).toBe("GONE");
  });
});
