// What every answer has in common, and the routes that belong to no module.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTestServer, ORIGIN, type TestServer } from "../../test/build-app.ts";
import { network } from "../http/network.ts";

let server: TestServer;
let folder: string;
let ready = true;
const METRICS_TOKEN = "a-token-for-the-collector";

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-console-"));
  await mkdir(path.join(folder, "console/assets"), { recursive: true });
  await writeFile(
    path.join(folder, "console/index.html"),
    '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><p>console</p>',
  );
  await writeFile(path.join(folder, "console/assets/main-abc123.js"), "export {};");
  await writeFile(path.join(folder, "console/favicon.svg"), "<svg/>");
  await writeFile(path.join(folder, "vigia-agent.mjs"), "// the agent");
  await writeFile(path.join(folder, "secret.txt"), "secret");
  const config = { version: "1", origins: [ORIGIN], secureCookies: false, trustedProxies: [], metricsToken: METRICS_TOKEN };
  server = await buildTestServer({ config, consoleFiles: path.join(folder, "console"), agentBundle: path.join(folder, "vigia-agent.mjs") });
  const real = server.db.database.ready;
  Object.assign(server.db.database, { ready: () => (ready ? real() : Promise.resolve(false)) });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe("pages", () => {
  test.each(["/", "/resources", "/resources/018f0000-0000-7000-8000-000000000000", "/sign-in"])("%s is the console", async (url) => {
    const answer = await server.browser().get(url);
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" } });
  });

  test("carry a fresh nonce, the same in page and policy", async () => {
    const [one, two] = [await server.browser().get("/"), await server.browser().get("/")];
    const nonce = /nonce="([^"]+)"/.exec(one.body)?.[1] ?? "";
    expect(nonce.length).toBeGreaterThan(20);
    expect(one.headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default; report-uri /csp-reports`,
    );
    expect(two.body).not.toContain(nonce);
  });

  test.each([
    "/missing.js",
    "/assets/missing",
    "/api/v1/missing",
    "/agent/v2",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/index.html",
    "//evil.example",
    "/a%0d%0ab",
  ])("%s is not found and not repeated in the answer", async (url) => {
    const answer = await server.browser().get(url);
    expect(answer).toMatchObject({ status: 404, body: { code: "NOT_FOUND", message: "no such route" } });
  });

  test("a page cannot be posted to", async () => {
    expect((await server.browser().call("POST", "/resources", {})).status).toBe(404);
  });

  test("hashed assets are kept for a year, others are asked for again", async () => {
    const asset = await server.browser().get("/assets/main-abc123.js");
    expect(asset.headers).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", "x-content-type-options": "nosniff" });
    expect(String(asset.headers["content-type"])).toContain("javascript");
    expect((await server.browser().get("/favicon.svg")).headers["cache-control"]).toBe("public, max-age=3600");
  });

  test("the agent can be downloaded by anybody", async () => {
    const answer = await server.browser().get("/download/vigia-agent.mjs");
    expect(answer).toMatchObject({
      status: 200,
      body: "// the agent",
      headers: { "content-disposition": 'attachment; filename="vigia-agent.mjs"' },
    });
  });
});

test("a console that is not built yet says how to build it", async () => {
  const bare = await buildTestServer();
  const answer = await bare.browser().get("/");
  expect(answer.status).toBe(503);
  expect(answer.body).toContain("npm start");
  expect((await bare.browser().get("/download/vigia-agent.mjs")).status).toBe(404);
  await bare.close();
});

describe("every answer", () => {
  test.each(["/", "/api/v1/session", "/api/v1/missing", "/healthz", "/assets/main-abc123.js"])(
    "%s has the security headers",
    async (url) => {
      const { headers } = await server.browser().get(url);
      expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer", "x-frame-options": "DENY" });
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
    },
  );

  test("to what is no JSON, or too much of it, is a code and not a stack", async () => {
    const post = (payload: string, type: string) =>
      server.app.inject({ method: "POST", url: "/api/v1/session", headers: { origin: ORIGIN, "content-type": type }, payload });
    const answers = [
      [await post("{", "application/json"), 400],
      [await post("a=1", "application/x-www-form-urlencoded"), 415],
      [await post(JSON.stringify({ email: "x".repeat(20_000), password: "x" }), "application/json"), 413],
      [await post('{"__proto__":{"a":1},"email":"a","password":"b"}', "application/json"), 400],
    ] as const;
    for (const [answer, status] of answers) {
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ code: "INVALID_INPUT" });
      expect(answer.body).not.toMatch(/at |node_modules|\.ts/);
    }
  });

  test("to a failure of the server says nothing about it", async () => {
    const ana = await server.administrator();
    const real = server.db.database.withTenant;
    Object.assign(server.db.database, { withTenant: () => Promise.reject(new Error("password=hunter2 at 10.0.0.1")) });
    server.clock.advance(2_000);
    const answer = await ana.get("/api/v1/clients");
    Object.assign(server.db.database, { withTenant: real });
    expect(answer).toMatchObject({ status: 500, body: { code: "INTERNAL", message: "something went wrong on the server" } });
    expect(Object.keys(answer.body)).toEqual(["code", "message"]);
  });
});

describe("health", () => {
  test("is alive without its database, but not ready", async () => {
    expect(await server.browser().get("/readyz")).toMatchObject({ status: 200, body: { status: "ready" } });
    ready = false;
    expect(await server.browser().get("/readyz")).toMatchObject({ status: 503, body: { status: "database unavailable" } });
    expect(await server.browser().get("/healthz")).toMatchObject({ status: 200, body: { status: "alive" } });
    ready = true;
  });
});

describe("Prometheus figures", () => {
  const from = (address: string, headers: Record<string, string> = {}) =>
    server.app.inject({ method: "GET", url: "/metrics", remoteAddress: address, headers });

  test("are for this machine and for the token's holder; for others there is no such route", async () => {
    const local = await from("127.0.0.1");
    expect(local.statusCode).toBe(200);
    expect(local.body).toContain("vigia_agents_connected 0");
    expect(local.body).toContain('class="session"');
    const allowed = await from("10.1.1.1", { authorization: `Bearer ${METRICS_TOKEN}` });
    expect(allowed.statusCode).toBe(200);
    const refused = [
      await from("10.1.1.1"),
      await from("10.1.1.1", { authorization: "Bearer wrong" }),
      await from("127.0.0.1", { "x-forwarded-for": "10.1.1.1" }),
      await from("127.0.0.1", { forwarded: "for=10.1.1.1" }),
    ];
    for (const answer of refused) expect([answer.statusCode, answer.json().code]).toEqual([404, "NOT_FOUND"]);
  });
});

test.each([
  ["10.0.0.1", "10.0.0.1"],
  ["::ffff:10.0.0.1", "10.0.0.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
])("attempts from %s count for %s", (address, counted) => {
  expect(network(address)).toBe(counted);
});
