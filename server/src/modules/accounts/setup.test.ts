import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ADMINISTRATOR, buildTestServer, type TestServer } from "../../../test/build-app.ts";

let server: TestServer;
beforeEach(async () => {
  server = await buildTestServer();
});
afterEach(() => server.close());

const administrators = () => server.db.database.global((tx) => tx.user.count());

describe("before set-up", () => {
  test("says that set-up is needed", async () => {
    const answer = await server.browser().get("/api/v1/setup");
    expect(answer).toMatchObject({ status: 200, body: { needed: true } });
  });

  test("refuses a set-up without code, with its schema's problem", async () => {
    const answer = await server.browser().call("POST", "/api/v1/setup", ADMINISTRATOR);
    expect(answer).toMatchObject({
      status: 400,
      body: { code: "INVALID_INPUT", details: { fields: [{ field: "code", problem: "required" }] } },
    });
  });

  test("refuses a wrong code ten times and then the right one too", async () => {
    const browser = server.browser();
    for (let left = 9; left >= 0; left--) {
      const answer = await browser.call("POST", "/api/v1/setup", { ...ADMINISTRATOR, code: "wrong" });
      expect(answer).toMatchObject({ status: 403, body: { code: "INVALID_SETUP_CODE", details: { attemptsLeft: left } } });
    }
    const answer = await browser.call("POST", "/api/v1/setup", { ...ADMINISTRATOR, code: server.setupCode.text });
    expect(answer).toMatchObject({ status: 403, body: { code: "INVALID_SETUP_CODE", details: { attemptsLeft: 0 } } });
    expect(await administrators()).toBe(0);
  });

  test.each([
    ["short", "minLength"],
    ["password123456", "common"],
    ["ana@example.test", "personal"],
    ["Acme IT 2026", "personal"],
  ])("refuses the password %s", async (password, problem) => {
    const answer = await server.browser().call("POST", "/api/v1/setup", { ...ADMINISTRATOR, code: server.setupCode.text, password });
    expect(answer).toMatchObject({ status: 400, body: { details: { fields: [{ field: "password", problem }] } } });
    expect(await administrators()).toBe(0);
  });

  test("a page of another site cannot set it up", async () => {
    const answer = await server
      .browser()
      .call("POST", "/api/v1/setup", { ...ADMINISTRATOR, code: server.setupCode.text }, { origin: "https://evil.example" });
    expect(answer).toMatchObject({ status: 403, body: { code: "BAD_ORIGIN" } });
  });

  test("nobody can sign in", async () => {
    const answer = await server.browser().call("POST", "/api/v1/session", { email: ADMINISTRATOR.email, password: ADMINISTRATOR.password });
    expect(answer).toMatchObject({ status: 401, body: { code: "WRONG_CREDENTIALS" } });
  });
});

test("of fifty set-ups at once exactly one makes an administrator", async () => {
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      server.browser().call("POST", "/api/v1/setup", { ...ADMINISTRATOR, email: `ana${index}@example.test`, code: server.setupCode.text }),
    ),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 404 || status === 403)).toHaveLength(49);
  expect(await administrators()).toBe(1);
  const organizations = await server.db.database.global((tx) => tx.organizationDirectory.count());
  expect(organizations).toBe(1);
});

describe("after set-up", () => {
  const variants = [
    "/api/v1/setup",
    "/api/v1/setup/",
    "/api/v1/setup/x",
    "/api/v1/SETUP",
    "/API/v1/setup",
    "/api/v1/setup;a",
    "/api/v1/setup%2f",
    "/api/v1/setup%00",
    "/api/v1/%73etup",
    "/api/v1//setup",
    "//api/v1/setup",
    "/api/v1/../v1/setup",
    "/api/v1/./setup",
    "/api/v1/setup?x",
    "/api/v1/setup.json",
    "/api/v1/setup%",
    "/setup/x.json",
    "/setup;a",
    "/setup%2f",
    "/setup%00",
    "//setup",
    "/api/../setup.json",
  ];

  test.each(["GET", "POST", "PUT"])("no spelling of the set-up path answers %s with anything but not found", async (method) => {
    await server.administrator();
    for (const url of variants) {
      const body = method === "GET" ? undefined : { ...ADMINISTRATOR, email: "eve@example.test", code: server.setupCode.text };
      const answer = await server.browser().call(method, url, body);
      expect({ url, status: answer.status, code: answer.body.code }).toEqual({ url, status: 404, code: "NOT_FOUND" });
    }
    expect(await administrators()).toBe(1);
  });

  test("the answer does not depend on the code or the form of the request", async () => {
    await server.administrator();
    const one = await server.browser().call("POST", "/api/v1/setup", { nonsense: true });
    const other = await server.browser().call("POST", "/api/v1/setup", { ...ADMINISTRATOR, code: server.setupCode.text });
    expect([one.status, other.status]).toEqual([404, 404]);
    expect(one.body).toEqual(other.body);
  });

  test("the administrator is signed in, owns an organization with a first client and its site, and it is audited", async () => {
    const ana = await server.administrator();
    const session = await ana.get("/api/v1/session");
    expect(session.body).toMatchObject({
      user: { name: "Ana Admin" },
      groups: ["Administrators"],
      recoveryKeyPending: true,
      version: "0.0.1",
    });
    const clients = await ana.get("/api/v1/clients");
    expect(clients.body).toMatchObject({ total: 1, items: [{ name: "Acme IT", number: 1, sites: 1, resources: 0 }] });
    const sites = await ana.get("/api/v1/sites");
    expect(sites.body.items[0]).toMatchObject({ name: "Main", client: { name: "Acme IT" } });
    const audit = await ana.get("/api/v1/audit");
    expect(audit.body.items.map((entry: { action: string }) => entry.action)).toEqual(["installation.set_up"]);
    expect(audit.body.items[0]).toMatchObject({ actor: { kind: "user", name: "Ana Admin" } });
  });
});
