// Guessing slows the guesser down and never locks the person out: not even the only administrator, under guesses from everywhere.
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildTestServer, PASSWORD, type TestServer } from "../../../test/build-app.ts";
import { makeOrganization, makeUser } from "../../../test/factories.ts";
import { QUICK_HASH } from "../../../test/matrix/world.ts";

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

function signIn(email: string, address: string, password: string) {
  const browser = server.browser();
  browser.address = address;
  return browser.call("POST", "/api/v1/session", { email, password });
}

test("after thousands of wrong passwords from dozens of addresses the only administrator signs in at once, from wherever they are", {
  timeout: 120_000,
}, async () => {
  const organization = await makeOrganization(server.db.database);
  const { email } = await makeUser(server.db.database, organization.id, { passwordHash: QUICK_HASH });
  const addresses = Array.from({ length: 50 }, (_, number) => `10.100.${number}.9`);
  const answers = new Map<number, number>();
  for (const address of addresses) {
    for (const { status } of await Promise.all(Array.from({ length: 42 }, (_, n) => signIn(email, address, `wrong guess ${n}`))))
      answers.set(status, (answers.get(status) ?? 0) + 1);
  }
  // Five guesses an address are judged; the others wait.
  expect(Object.fromEntries(answers)).toEqual({ 401: 250, 429: 1_850 });
  expect((await signIn(email, "192.0.2.50", PASSWORD)).status).toBe(200);
  expect((await signIn(email, "2001:db8:5::1", PASSWORD)).status).toBe(200);

  // Whoever shares the guesser's own address waits there, and no longer than the quarter of an hour that the guesses count.
  const shared = addresses[0] ?? "";
  const { status, body } = await signIn(email, shared, PASSWORD);
  expect([status, body.code]).toEqual([429, "TOO_MANY_ATTEMPTS"]);
  expect(body.details.retryAfterSeconds).toBeLessThanOrEqual(900);
});

test("guesses at every account from one address do not keep its administrator out elsewhere", async () => {
  const organization = await makeOrganization(server.db.database);
  const { email } = await makeUser(server.db.database, organization.id, { passwordHash: QUICK_HASH });
  for (let guess = 0; guess < 60; guess++) await signIn(`somebody.${guess}@example.test`, "10.120.0.1", "wrong guess");
  expect((await signIn(email, "10.120.0.1", PASSWORD)).status).toBe(429);
  expect((await signIn(email, "10.121.0.1", PASSWORD)).status).toBe(200);
});
