import { afterAll, beforeAll, expect, test } from "vitest";
import { buildTestServer, type TestServer } from "../../test/build-app.ts";

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer();
});
afterAll(() => server.close());

const violation = { "csp-report": { "effective-directive": "script-src", "blocked-uri": "https://evil.example/x.js" } };
const send = (address: string, body: string, type = "application/csp-report") =>
  server.app.inject({
    method: "POST",
    url: "/csp-reports",
    remoteAddress: address,
    headers: { "content-type": type, origin: "null" },
    payload: body,
  });
const figure = async () =>
  (await server.app.inject({ url: "/metrics", remoteAddress: "127.0.0.1" })).body.match(/^vigia_csp_reports_total\{.*$/gm);

test("every answer's policy names the place for reports", async () => {
  const { headers } = await server.browser().get("/healthz");
  expect(headers["content-security-policy"]).toMatch(/; report-uri \/csp-reports$/);
});

test("what a browser reports is counted by its directive, in either form, and what nobody knows as other", async () => {
  expect((await send("192.0.2.1", JSON.stringify(violation))).statusCode).toBe(204);
  const modern = [{ type: "csp-violation", body: { effectiveDirective: "script-src" } }, { body: { effectiveDirective: 'x"} 1' } }, null];
  expect((await send("192.0.2.1", JSON.stringify(modern), "application/reports+json")).statusCode).toBe(204);
  expect(await figure()).toEqual(['vigia_csp_reports_total{directive="script-src"} 2', 'vigia_csp_reports_total{directive="other"} 2']);
});

test("what is no report, or too large, is refused, and one address cannot fill the log", async () => {
  expect((await send("192.0.2.2", "{")).statusCode).toBe(400);
  expect((await send("192.0.2.2", "x".repeat(20_000))).statusCode).toBe(413);
  expect((await send("192.0.2.2", "a=b", "text/plain")).statusCode).toBe(400);
  const many = await Promise.all(Array.from({ length: 40 }, () => send("192.0.2.3", JSON.stringify(violation))));
  expect(many.filter(({ statusCode }) => statusCode === 204)).toHaveLength(20);
  const refused = many.find(({ statusCode }) => statusCode === 429);
  expect(refused?.headers["retry-after"]).toMatch(/^\d+$/);
  expect((await send("192.0.2.4", JSON.stringify(violation))).statusCode).toBe(204);
});
