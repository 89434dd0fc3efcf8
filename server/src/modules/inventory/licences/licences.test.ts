import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../../test/build-app.ts";
import { makeResource } from "../../../../test/factories.ts";
import { forgetGone } from "./queries.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;
beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
});
afterAll(() => server.close());

const WINDOWS = { product: "Windows 10 Pro", channel: "retail", status: "unlicensed", lastFive: "AAAAA" };
const OFFICE = { product: "=Office 2016", channel: "volume-kms", status: "licensed", lastFive: "BBBBB" };

async function report(resourceId: string, licences: object[]): Promise<void> {
  const at = new Date();
  const section = { digest: new Uint8Array(32), takenAt: at, receivedAt: at, body: { licences } };
  const key = { organizationId, resourceId, section: "licences" };
  await server.db.database.withTenant(organizationId, async (tx) => {
    await tx.inventorySection.upsert({
      where: { organizationId_resourceId_section: key },
      create: { ...key, ...section },
      update: section,
    });
    await forgetGone(tx, resourceId, licences);
  });
}
const shown = async (resourceId: string) =>
  (await ana.get(`/api/v1/resources/${resourceId}/inventory`)).body.sections.licences.licences.map(
    ({ lastFive }: typeof WINDOWS) => lastFive,
  );

test("an obsolete licence is hidden until the machine reports another one, and its history says who took it off", async () => {
  const { database } = server.db;
  const [{ id }, { id: other }] = [await makeResource(database, organizationId), await makeResource(database, organizationId)];
  await report(id, [WINDOWS, OFFICE]);
  await report(other, [WINDOWS]);
  const groups = async () => (await ana.get("/api/v1/licences/products?search=windows")).body.items;
  expect(await groups()).toMatchObject([{ product: "Windows 10 Pro", channel: "retail", status: "unlicensed", machines: 2 }]);

  const { status: _, ...licence } = WINDOWS;
  const remove = () => ana.call("POST", `/api/v1/resources/${id}/licences/remove`, licence);
  expect((await remove()).status).toBe(204);
  expect((await remove()).status).toBe(404);
  expect(await groups()).toMatchObject([{ machines: 1 }]);
  expect(await shown(id)).toEqual(["BBBBB"]);
  expect((await ana.get(`/api/v1/resources/${id}/changes`)).body.items[0]).toMatchObject({
    section: "licences",
    kind: "removed",
    item: "Windows 10 Pro",
  });

  await report(id, [{ ...WINDOWS, status: "grace" }, OFFICE]);
  expect(await shown(id)).toEqual(["BBBBB"]);
  await report(id, [{ ...WINDOWS, lastFive: "CCCCC" }, OFFICE]);
  expect(await shown(id)).toEqual(["CCCCC", "BBBBB"]);
  await report(id, [WINDOWS, OFFICE]);
  expect(await shown(id)).toEqual(["AAAAA", "BBBBB"]);
});

test("tables leave with headings in the asker's language, without formulas, and the log says so", async () => {
  const licences = (await ana.get("/api/v1/licences/export?format=csv&language=pt-BR")).body;
  expect(licences.split("\r\n")[0]).toBe("\ufeffProduto;Canal;Situação;Últimos cinco caracteres;Máquina;Cliente;Local");
  expect(licences).toContain("'=Office 2016;volume-kms;licenciado;BBBBB");
  await ana.ok("POST", "/api/v1/resources", { name: "+SUM(A1)", clientId: (await ana.get("/api/v1/clients")).body.items[0].id });
  const { body, headers } = await ana.get("/api/v1/resources/export?format=csv&q=SUM&columns=name,client,cpu");
  expect(body.split("\r\n").slice(0, 2)).toEqual(["\ufeffName,Client,Processor load (%)", expect.stringMatching(/^'\+SUM\(A1\),.*,$/)]);
  expect(headers["content-disposition"]).toBe('attachment; filename="vigia-resources.csv"');
  expect((await ana.get("/api/v1/resources/export?filter=no:such:thing(")).status).toBe(400);
  expect((await ana.get("/api/v1/software/export?format=csv")).body).toContain("Program,Version,Vendor,Machines");
  const actions = (await ana.get("/api/v1/audit")).body.items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(["licence.removed", "licence.exported", "resource.exported", "software.exported"]));
});
