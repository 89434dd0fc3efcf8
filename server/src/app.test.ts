// The whole app from outside: what every route has in common.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildTestServer, ORIGIN, type TestServer } from "../test/build-app.ts";
import { makeResource } from "../test/factories.ts";
import { importOf } from "../test/matrix/moments.ts";

let server: TestServer;
interface Operation {
  method: string;
  path: string;
  query: string[];
  /** What the list can be sorted by, up and down. */
  sorts: string[];
}
let operations: Operation[];

beforeAll(async () => {
  server = await buildTestServer();
  await server.administrator();
  const { paths } = server.app.swagger() as {
    paths: Record<string, Record<string, { parameters?: { in: string; name: string; schema?: { enum?: string[] } }[] }>>;
  };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name),
      sorts: parameters.find(({ name }) => name === "sort")?.schema?.enum ?? [],
    })),
  );
});
afterAll(() => server.close());

/** What each route demands, under its name in the API document. */
const demandOf = ({ method, path }: Operation) =>
  server.app.routeDemands.find((route) => route.method === method && route.url.replaceAll(/:(\w+)/g, "{$1}") === path)?.demand;
const isPublic = (operation: Operation) => demandOf(operation) === "public";
const ID = "018f0000-0000-7000-8000-000000000000";
const fill = (path: string) =>
  path
    .replace("{scope}", "client")
    .replace("{key}", "agent.metricsIntervalSeconds")
    .replaceAll(/\{\w+\}/g, ID);

describe("deny by default", () => {
  test("the routes that are public are these", () => {
    expect(operations.filter(isPublic).map(({ method, path }) => `${method} ${path}`)).toMatchInlineSnapshot(`
      [
        "POST /api/v1/session",
        "POST /api/v1/password-reset",
        "POST /api/v1/password-reset/confirm",
        "GET /api/v1/setup",
        "POST /api/v1/setup",
        "POST /api/v1/session/factor",
        "POST /api/v1/session/factor/options",
        "GET /api/v1/sso/start",
        "GET /api/v1/sso/callback",
        "GET /api/v1/sso/offer",
      ]
    `);
  });

  test("every other route refuses a stranger before it looks at the request", async () => {
    for (const operation of operations.filter((one) => !isPublic(one))) {
      const answer = await server.browser().call(operation.method, fill(operation.path), operation.method === "GET" ? undefined : {});
      expect({ ...operation, status: answer.status, code: answer.body.code }).toEqual({
        ...operation,
        status: 401,
        code: "UNAUTHENTICATED",
      });
    }
    expect(operations.length).toBeGreaterThan(35);
  });

  test("a viewer can write nothing but what is their own", async () => {
    const viewer = await server.member("viewer");
    const writes = operations.filter((one) => one.method !== "GET" && !isPublic(one) && demandOf(one) !== "session");
    // Views are everybody's own; views.test.ts shows that only who may share them touches shared ones.
    for (const { method, path } of writes.filter((one) => !one.path.startsWith("/api/v1/views"))) {
      const answer = await viewer.call(method, fill(path), {});
      expect({ method, path, status: answer.status, code: answer.body.code }).toEqual({ method, path, status: 403, code: "FORBIDDEN" });
    }
  });

  test("every write of a signed-in person needs the session's own token, and a good Origin where one is sent", async () => {
    const ana = await server.administrator();
    const token = ana.csrfToken;
    const writes = operations.filter((one) => one.method !== "GET" && !isPublic(one));
    for (const { method, path } of writes) {
      for (const [headers, code] of [
        [{ "x-csrf-token": "" }, "BAD_CSRF_TOKEN"],
        [{ "x-csrf-token": `${token}x` }, "BAD_CSRF_TOKEN"],
        [{ origin: "https://evil.example" }, "BAD_ORIGIN"],
        [{ origin: "null" }, "BAD_ORIGIN"],
        [{ origin: `${ORIGIN}.evil.example` }, "BAD_ORIGIN"],
        [{ "sec-fetch-site": "cross-site" }, "BAD_ORIGIN"],
      ] as const) {
        const answer = await ana.call(method, fill(path), {}, headers);
        expect({ method, path, status: answer.status, code: answer.body.code }).toEqual({ method, path, status: 403, code });
      }
    }
  });

  test("an id that is none is refused with the field's name", async () => {
    const ana = await server.administrator();
    for (const { path } of operations.filter((one) => one.method === "GET" && one.path.includes("{id}"))) {
      const answer = await ana.get(path.replace("{id}", "1'--"));
      expect({ path, status: answer.status, code: answer.body.code }).toEqual({ path, status: 400, code: "INVALID_INPUT" });
      expect(answer.body.details.fields[0]).toMatchObject({ field: "id" });
    }
  });

  test("no list can be sorted or filtered by a column it does not offer, nor paged with a made-up cursor", async () => {
    const ana = await server.administrator();
    const client = await import("pg");
    const owner = new client.default.Client(server.db.ownerConfig);
    await owner.connect();
    const columns = await owner.query<{ column_name: string }>(
      "select distinct column_name from information_schema.columns where table_schema in ('public', 'telemetry')",
    );
    await owner.end();
    expect(columns.rows.length).toBeGreaterThan(80);
    const { organization, user } = (await ana.get("/api/v1/session")).body;
    const resource = await makeResource(server.db.database, organization.id);
    const imported = { id: (await importOf({ world: { server, organizationId: organization.id, makerId: user.id } })).split("/").at(-1) };
    const ticket = await ana.ok("POST", "/api/v1/tickets", { clientId: resource.clientId, title: "Ticket" });
    const lists = operations.filter(({ method, query }) => method === "GET" && query.includes("cursor"));
    expect(lists.length).toBeGreaterThan(6);
    for (const { path, query, sorts: offered } of lists) {
      const { id } = path.startsWith("/api/v1/tickets/") ? ticket : path.startsWith("/api/v1/imports/") ? imported : resource;
      const names = columns.rows.map((row) => row.column_name);
      const sorts = names.filter((name) => query.includes("sort") && !offered.includes(name));
      const filters = names.filter((name) => !query.includes(name));
      for (const question of [...sorts.flatMap((name) => [`sort=${name}`, `sort=-${name}`]), ...filters.map((name) => `${name}=a`)]) {
        const answer = await ana.get(`${path.replace("{id}", id)}?${question}`);
        expect({ path, question, status: answer.status, code: answer.body.code }).toEqual({
          path,
          question,
          status: 400,
          code: "INVALID_INPUT",
        });
      }
      for (const cursor of [
        "x",
        "W10",
        Buffer.from('["public_key","a","b"]').toString("base64url"),
        Buffer.from(`["name","a\\u0000","${ID}"]`).toString("base64url"),
      ]) {
        const answer = await ana.get(`${path.replace("{id}", id)}?cursor=${cursor}`);
        expect({ path, cursor, code: answer.body.code }).toEqual({ path, cursor, code: "INVALID_INPUT" });
      }
    }
  });

  test("a route without a permission cannot be built", async () => {
    const { default: Fastify } = await import("fastify");
    const { permissions } = await import("./plugins/permissions.ts");
    const bare = Fastify();
    permissions(bare as never, { publicPrefix: "/api/docs" });
    expect(() => bare.get("/forgotten", async () => "open")).toThrow("GET /forgotten declares no permission");
    expect(() => bare.get("/api/documents", async () => "open")).toThrow("declares no permission");
  });
});

describe("the API document", () => {
  test("is public, and the page that shows it has a policy of its own", async () => {
    const document = await server.browser().get("/api/openapi.json");
    expect(document.body).toMatchObject({ openapi: "3.1.0", components: { schemas: { Session: {}, Client: {}, Resource: {} } } });
    const page = await server.browser().get("/api/docs/");
    expect(page.status).toBe(200);
    expect(page.headers["content-security-policy"]).toContain("style-src 'self' 'unsafe-inline'");
    expect(page.headers["content-security-policy"]).not.toContain("trusted-types");
  });

  test("gives every operation a name of its own", async () => {
    const document = await server.browser().get("/api/openapi.json");
    const names = Object.values(document.body.paths as Record<string, Record<string, { operationId?: string }>>)
      .flatMap((methods) => Object.values(methods))
      .map(({ operationId }) => operationId);
    expect(names.every((name) => typeof name === "string")).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });
});
