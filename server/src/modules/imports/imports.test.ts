import { buffer } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { tableDownload } from "../../spreadsheet/index.ts";

let server: TestServer;
let ana: Browser;
let acme: string;
beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  acme = (await ana.ok("POST", "/api/v1/clients", { name: "Açme" })).id;
  await ana.ok("POST", "/api/v1/sites", { clientId: acme, name: "Matriz" });
});
afterAll(() => server.close());

const bytes = { "content-type": "application/octet-stream" };
const upload = (content: string | Buffer, name = "equipment.csv", browser = ana) =>
  browser.call("POST", `/api/v1/imports?name=${encodeURIComponent(name)}`, content, bytes);
const rowsOf = async (id: string) => (await ana.get(`/api/v1/imports/${id}/rows?limit=200`)).body.items;
async function run(id: string) {
  expect((await ana.call("POST", `/api/v1/imports/${id}/run`)).status).toBe(202);
  for (;;) {
    const { body } = await ana.get(`/api/v1/imports/${id}`);
    if (body.state === "done") return body;
    expect(body.state).toBe("running");
    await delay(20);
  }
}
const named = async (name: string) => (await ana.get(`/api/v1/resources?q=${encodeURIComponent(name)}`)).body.items;

test("a file is checked, imported, and changes nothing when it comes again; a bad row blocks no good one", async () => {
  const container = await ana.ok("POST", "/api/v1/field-containers", { name: "Lease", target: "resource" });
  await ana.ok("POST", `/api/v1/field-containers/${container.id}/fields`, { label: "Leased until", type: "date" });
  const file = [
    "\ufeffNome;Cliente;Número de série;Data de aquisição;Garantia até;Etiquetas;Leased until;???",
    "PC-1;açme;SN1;13/02/2024;2026-02-13;a, B;01/03/2027;x",
    "PC-2;Nobody;SN2;;;;;",
    "'=HYPERLINK(1);Açme;;31/02/2024;;;;",
    "PC-1 again;Açme;SN1;;;;;",
    ";Açme;SN9;;;;;",
    "'=cmd();Açme;;;;;;",
  ].join("\r\n");
  const { status, body } = await upload(file);
  expect([status, body.mapping.slice(0, 6), body.mapping[7], body.dateOrder]).toEqual([
    201,
    ["name", "client", "serial", "acquisitionDate", "warrantyDate", "tags"],
    "",
    "dmy",
  ]);
  expect(body.counts).toEqual({ rows: 6, done: 0, made: 2, changed: 0, unchanged: 0, failed: 4 });
  const problems = (await rowsOf(body.id)).map(
    ({ number, problems: told }: { number: number; problems: { code: string; column: number }[] }) => [
      number,
      ...told.map(({ code, column }) => `${code} ${column}`),
    ],
  );
  expect(problems).toEqual([[2], [3, "unknownClient 1"], [4, "date 3"], [5, "repeated null"], [6, "required 0"], [7]]);
  expect(await named("PC-1")).toEqual([]);

  expect((await run(body.id)).counts).toEqual({ rows: 6, done: 6, made: 2, changed: 0, unchanged: 0, failed: 4 });
  const [made] = await named("PC-1");
  expect(made).toMatchObject({
    client: { name: "Açme" },
    site: { name: "Matriz" },
    equipment: { serial: "SN1", acquisitionDate: "2024-02-13", warrantyDate: "2026-02-13", tags: ["a", "B"] },
  });
  expect((await ana.get(`/api/v1/resources/${made.id}/fields`)).body.items[0].value).toBe("2027-03-01");
  expect(await named("=cmd()")).toHaveLength(1);
  const history = (await ana.get(`/api/v1/resources/${made.id}/changes`)).body.items.map(({ field }: { field: string }) => field);
  expect(history).toEqual(expect.arrayContaining(["name", "serial", "Leased until"]));
  const audit = (await ana.get("/api/v1/audit?limit=200")).body.items;
  expect(audit.filter(({ action }: { action: string }) => action === "resource.created")).toEqual([]);
  expect(audit.find(({ action }: { action: string }) => action === "import.finished").details).toMatchObject({
    rows: 6,
    made: 2,
    failed: 4,
  });
  expect((await ana.call("POST", `/api/v1/imports/${body.id}/run`)).status).toBe(409);

  const again = (await upload(file)).body;
  expect(again.counts).toMatchObject({ made: 0, changed: 0, unchanged: 2, failed: 4 });
  expect((await run(again.id)).counts).toMatchObject({ made: 0, changed: 0, unchanged: 2 });
  const changed = (await upload("Name,Client,Serial,Notes\nPC-1,Açme,SN1,new")).body;
  expect((await run(changed.id)).counts).toMatchObject({ changed: 1 });
  expect((await ana.get(`/api/v1/resources/${made.id}`)).body).toMatchObject({ notes: "new", equipment: { tags: ["a", "B"] } });

  const report = (await ana.get(`/api/v1/imports/${body.id}/report?format=csv`)).body;
  expect(report).toContain('"Cliente: ""Nobody"" is no client within your reach"');
  expect(report).toContain("'=cmd()");
});

test("missing clients are made when the person says so, and the meaning of columns can be changed until it runs", async () => {
  const file = "Thing,Company,Where\nT-1,New one,North\nT-2,new ONE,South\nT-3,New one,";
  const { body } = await upload(file);
  expect([body.mapping, body.mayMakeClients]).toEqual([["", "client", ""], true]);
  const settings = { mapping: ["name", "client", "site"], dateOrder: "mdy", makeClients: true };
  const settled = await ana.call("PUT", `/api/v1/imports/${body.id}/settings`, settings);
  expect(settled.body.counts).toMatchObject({ made: 3, failed: 0 });
  await run(body.id);
  const sites = (await Promise.all(["T-1", "T-2", "T-3"].map(named))).map(([one]) => [one.client.name, one.site.name]);
  expect(sites).toEqual([
    ["New one", "North"],
    ["New one", "South"],
    ["New one", "Main"],
  ]);
  expect((await ana.call("PUT", `/api/v1/imports/${body.id}/settings`, settings)).status).toBe(409);
  expect((await upload(file)).body.counts).toMatchObject({ failed: 3 });
  const wrong = await upload("a,b\n1,2");
  expect((await ana.call("PUT", `/api/v1/imports/${wrong.body.id}/settings`, { ...settings, mapping: ["name", "name"] })).status).toBe(400);
});

test("the template in XLSX is filled and understood; what is no table is refused with its reason", async () => {
  const heading = (await ana.get("/api/v1/imports/template?format=csv&language=pt-BR")).body.replace("\ufeff", "").trim().split(";");
  async function* rows() {
    yield heading;
    yield ["X-1", "Açme", "Matriz", "", "", "Dell", "=1+1", "SN-X"];
  }
  const filled = await buffer(tableDownload(rows(), { name: "x" }).content);
  const { body } = await upload(filled, "x.xlsx");
  expect(body.mapping.slice(0, 14)).not.toContain("");
  expect((await run(body.id)).counts).toMatchObject({ made: 1 });
  expect((await named("X-1"))[0].equipment).toMatchObject({ manufacturer: "Dell", model: "=1+1" });
  for (const [content, problem] of [
    ["", "empty"],
    [Buffer.from("504b03040000", "hex"), "unreadable"],
    ["\n", "noHeading"],
  ] as const)
    expect((await upload(content)).body.details.fields).toEqual([{ field: "file", problem }]);
  expect((await upload(Buffer.alloc(10 * 2 ** 20 + 1, 97))).body.details.fields).toEqual([{ field: "file", problem: "size" }]);
});
