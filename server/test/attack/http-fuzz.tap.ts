// Every operation of the API, asked with generated requests by an administrator and by nobody: never an error of the server's own, never
// its insides, always an answer as described. VIGIA_FUZZ_SEED repeats a run, VIGIA_HTTP_FUZZ_SECONDS makes it longer.
import fs from "node:fs";
import fc from "fast-check";
import t from "tap";
import { Api, makeToken, setUp } from "../kit/api.ts";
import { endAll, type RunningServer, startServer, temporaryFolder } from "../kit/processes.ts";
import { type ApiDocument, type Ask, type Operation, operationsOf } from "./http/document.ts";

const seed = Number(process.env["VIGIA_FUZZ_SEED"] ?? Date.now() % 1_000_000);
const seconds = Number(process.env["VIGIA_HTTP_FUZZ_SECONDS"] ?? 20);
const MOST_IDS = 500;
const PASSWORD = "correct horse battery staple";
const INSIDES = /\n\s+at \S+ |node_modules|\/src\/|\.ts:\d+|PrismaClient|select .* from /i;
/** Asked elsewhere: they end the only session there is, or call somebody outside. */
const LEFT_OUT = new Set([
  "DELETE /api/v1/session",
  "POST /api/v1/me/password",
  "POST /api/v1/sso/test",
  "GET /api/v1/sso/start",
  "POST /api/v1/me/sso/link",
  "POST /api/v1/mail-settings/test",
  "POST /api/v1/webhooks/{id}/test",
]);

const dataDir = temporaryFolder("http-fuzz");
const ids: string[] = [];
let server: RunningServer;
let operations: Operation[];
let admin: Api;

let entries = 0;

/** The administrator, with the password proven again; each time from an address of their own, because the generated guesses of others count. */
async function enter(): Promise<Api> {
  const api = new Api(server.url);
  const from = { "x-forwarded-for": `10.8.${++entries >> 8}.${entries & 255}` };
  const session = await api.ok<{ csrfToken: string }>("POST", "/api/v1/session", { email: "ana@example.test", password: PASSWORD }, from);
  api.csrfToken = session.csrfToken;
  await api.ok("POST", "/api/v1/session/step-up", { method: "password", password: PASSWORD }, from);
  return api;
}

t.before(async () => {
  server = await startServer(dataDir, { VIGIA_TRUSTED_PROXIES: "127.0.0.1" });
  const first = await setUp(server.url, dataDir);
  await makeToken(first);
  admin = await enter();
  const document = await first.ok<ApiDocument>("GET", "/api/openapi.json");
  operations = operationsOf(document).filter(({ name }) => !LEFT_OUT.has(name));
});
t.teardown(async () => {
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Sends one request; answers what is wrong with the answer. */
async function ask(api: Api, operation: Operation, { url, headers, body }: Ask): Promise<string | undefined> {
  const response = await fetch(`${server.url}${url}`, {
    method: operation.method,
    redirect: "manual",
    signal: AbortSignal.timeout(60_000),
    headers: {
      origin: server.url,
      ...(api.cookie === "" ? {} : { cookie: api.cookie, "x-csrf-token": api.csrfToken }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(operation.method === "GET" ? {} : { "if-match": '"1"' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  for (const [id] of text.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g))
    if (ids.length < MOST_IDS && !ids.includes(id)) ids.push(id);
  if (response.status >= 500) return `${response.status}: ${text.slice(0, 300)}`;
  if (response.status >= 400 && INSIDES.test(text)) return `its insides: ${text.slice(0, 300)}`;
  if (response.status === 401 && api === admin) admin = await enter();
  return operation.problemOf(response.status, response.headers.get("content-type") ?? "", text);
}

t.test("generated requests meet no error of the server's own, and answers as described", async (t) => {
  t.comment(`seed ${seed}: VIGIA_FUZZ_SEED=${seed} repeats it`);
  const nobody = new Api(server.url);
  const problems = new Map<string, string>();
  const asked = new Map<string, number>();
  const deadline = performance.now() + seconds * 1_000;
  for (let round = 0; performance.now() < deadline || round === 0; round++) {
    for (const [index, operation] of operations.entries()) {
      for (const request of fc.sample(operation.asks(ids), { seed: seed + round * 1_000 + index, numRuns: 2 })) {
        for (const api of round % 4 === 0 ? [admin, nobody] : [admin]) {
          const problem = await ask(api, operation, request);
          asked.set(operation.name, (asked.get(operation.name) ?? 0) + 1);
          if (problem !== undefined) problems.set(operation.name, `${problem}\n  asked: ${JSON.stringify(request).slice(0, 500)}`);
        }
      }
    }
  }
  t.comment(`${[...asked.values()].reduce((sum, count) => sum + count, 0)} requests to ${asked.size} operations, ${ids.length} ids`);
  t.equal(asked.size, operations.length, "every operation was asked");
  t.same(Object.fromEntries(problems), {});
  t.equal(server.program.exited, false, "the server lives");
  t.notMatch(server.program.output, /request failed/, "nothing failed inside");
});
