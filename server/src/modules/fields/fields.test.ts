import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeResource } from "../../../test/factories.ts";
import { problemOf } from "./rules.ts";
import type { FieldType } from "./schemas.ts";

const base = "/api/v1";
const version = (number: number) => ({ "if-match": `"${number}"` });

describe("a value", () => {
  const fits: [FieldType, string[], string[]][] = [
    ["text", ["a", "x".repeat(255)], ["a\nb", "x".repeat(256)]],
    ["text_area", ["a\nb"], ["x".repeat(10_001)]],
    ["currency", ["0", "-12.5", "1234.50"], ["1,50", "1.234", "R$ 1", "=1+1"]],
    ["phone", ["+55 (11) 91234-5678", "190"], ["call me", "--", "+"]],
    ["email", ["ana@example.test"], ["ana", "a@b", "a b@example.test", "<a@example.test>"]],
    ["link", ["https://example.test/a?b=c", "HTTP://example.test"], ["javascript:alert(1)", "example.test", "https://", "https://a b"]],
    ["date", ["2024-02-29"], ["2023-02-29", "29/02/2024", "2024-2-9"]],
    ["single_select", ["red"], ["blue", "Red"]],
    ["checkbox", ["true", "false"], ["yes", "1"]],
  ];
  test.each(fits)("of type %s is taken or refused with the field's label", (type, right, wrong) => {
    const field = { label: "Lease", type, options: ["red", "green"] };
    expect(right.map((text) => problemOf(field, text))).toEqual(right.map(() => undefined));
    for (const text of wrong) expect(problemOf(field, text), text).toContain('"Lease"');
  });
});

describe("fields of an organization", () => {
  let server: TestServer;
  let ana: Browser;
  let resourceUrl: string;
  beforeAll(async () => {
    server = await buildTestServer();
    ana = await server.administrator();
    const { id } = (await ana.get(`${base}/session`)).body.organization;
    resourceUrl = `${base}/resources/${(await makeResource(server.db.database, id)).id}`;
  });
  afterAll(() => server.close());
  const contain = (target: string) => ana.ok("POST", `${base}/field-containers`, { target, name: target });
  const add = (container: { id: string }, field: object) => ana.call("POST", `${base}/field-containers/${container.id}/fields`, field);

  test("are said of a resource, checked by their type, and remembered", async () => {
    const container = await contain("resource");
    const lease = (await add(container, { label: "Lease ends", type: "date", required: true, position: 1 })).body;
    const colour = (await add(container, { label: "Colour", type: "single_select", options: ["red", "green"] })).body;
    const put = (...values: object[]) => ana.call("PUT", `${resourceUrl}/fields`, { values });
    const wrong = await put({ fieldId: colour.id, value: "blue" });
    expect(wrong).toMatchObject({
      status: 400,
      body: {
        code: "INVALID_INPUT",
        message: expect.stringMatching(/"Colour" is one of its options.*"Lease ends" is required/),
        details: { fields: [{ label: "Colour" }, { label: "Lease ends", problem: "required" }] },
      },
    });
    expect((await put({ fieldId: colour.id, value: "red" }, { fieldId: lease.id, value: "2027-01-31" })).status).toBe(200);
    const { items } = await ana.ok("GET", `${resourceUrl}/fields`);
    expect(items.map(({ field, value }: { field: { label: string }; value: string }) => [field.label, value])).toEqual([
      ["Colour", "red"],
      ["Lease ends", "2027-01-31"],
    ]);
    const changes = (await ana.ok("GET", `${resourceUrl}/changes`)).items;
    expect(changes.map(({ field }: { field: string }) => field).toSorted()).toEqual(["Colour", "Lease ends"]);

    await ana.ok("DELETE", `${base}/custom-fields/${colour.id}`, undefined, version(1));
    expect((await ana.ok("GET", `${resourceUrl}/fields`)).items).toMatchObject([{ field: { label: "Lease ends" } }]);
    expect((await put({ fieldId: colour.id, value: "red" })).status).toBe(404);
  });

  test("of requesters stand in one container of at most five", async () => {
    const container = await contain("requester");
    const second = await ana.call("POST", `${base}/field-containers`, { target: "requester", name: "again" });
    expect(second.body).toMatchObject({ code: "CONFLICT", details: { most: 1 } });
    for (let number = 1; number <= 5; number++) expect((await add(container, { label: `F${number}`, type: "text" })).status).toBe(201);
    expect((await add(container, { label: "F6", type: "text" })).body).toMatchObject({ code: "CONFLICT", details: { most: 5 } });
  });

  test("have options when they are a choice, and only then", async () => {
    const container = await contain("ticket");
    expect((await add(container, { label: "A", type: "single_select" })).body).toMatchObject({ code: "INVALID_INPUT" });
    expect((await add(container, { label: "A", type: "text", options: ["x"] })).body).toMatchObject({ code: "INVALID_INPUT" });
  });
});
