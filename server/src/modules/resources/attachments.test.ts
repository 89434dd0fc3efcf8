import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeResource } from "../../../test/factories.ts";

let server: TestServer;
let folder: string;
let ana: Browser;
let organizationId: string;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-files-"));
  server = await buildTestServer({ filesFolder: folder, mostOfFiles: { file: 26 * 2 ** 20, organization: 2 ** 40 } });
  ana = await server.administrator();
  organizationId = (await ana.get("/api/v1/session")).body.organization.id;
  url = `/api/v1/resources/${(await makeResource(server.db.database, organizationId)).id}/attachments`;
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const byText = (a: string, b: string): number => a.localeCompare(b);
const bytes = { "content-type": "application/octet-stream" };
const attach = (name: string, content: string | Buffer, browser = ana) =>
  browser.call("POST", `${url}?name=${encodeURIComponent(name)}`, content, bytes);
const stored = async (): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name);

test("a file is told by its content, saved and never shown, and its download is in the log", async () => {
  const made = await attach("../../etc/räport\u202e.html", "<script>alert(1)</script>");
  expect(made).toMatchObject({ status: 201, body: { name: "räport.html", mediaType: "text/plain; charset=utf-8", size: 25 } });
  const { status, body, headers } = await ana.get(`${url}/${made.body.id}`);
  expect([status, body]).toEqual([200, "<script>alert(1)</script>"]);
  expect(headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": "attachment; filename=\"r_port.html\"; filename*=UTF-8''r%C3%A4port.html",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  expect((await attach("p.exe", Buffer.from("89504e470d0a1a0a00", "hex"))).body).toMatchObject({ mediaType: "image/png" });
  expect((await ana.get("/api/v1/audit")).body.items.map(({ action }: { action: string }) => action)).toContain("attachment.downloaded");
});

test("the same content is stored once, and goes with the last file that has it", async () => {
  const [content, before] = [randomBytes(3_000_000), await stored()];
  const [first, second] = [await attach("a.bin", content), await attach("b.bin", content)];
  expect(first.body.sha256).toBe(second.body.sha256);
  expect((await stored()).toSorted(byText)).toEqual([...before, first.body.sha256].toSorted(byText));
  expect((await ana.call("DELETE", `${url}/${first.body.id}`)).status).toBe(204);
  expect(await stored()).toContain(first.body.sha256);
  expect((await ana.call("DELETE", `${url}/${second.body.id}`)).status).toBe(204);
  expect((await stored()).toSorted(byText)).toEqual(before.toSorted(byText));
});

test("what is too large, empty or no raw body is refused with the reason, and nothing of it stays", async () => {
  const before = await stored();
  const wrong = await attach("big.iso", Buffer.alloc(25 * 2 ** 20 + 1));
  expect(wrong).toMatchObject({ status: 400, body: { code: "INVALID_INPUT", details: { mostBytes: 26_214_400 } } });
  expect((await attach("none", "")).body).toMatchObject({
    code: "INVALID_INPUT",
    details: { fields: [{ field: "file", problem: "empty" }] },
  });
  expect((await ana.call("POST", `${url}?name=x`, { a: 1 })).status).toBe(415);
  expect(await stored()).toEqual(before);
});

test("an organization sets its own limits, and never above the operator's", async () => {
  const { id } = (await ana.get("/api/v1/session")).body.organization;
  const set = (scope: string, of: string, value: number | null) =>
    ana.call("PUT", `/api/v1/settings/${scope}/${of}/files.maxFileMebibytes`, { value });
  const refused = async () => (await attach("big.iso", Buffer.alloc(2 ** 20 + 1))).body.details.mostBytes;
  expect((await set("organization", id, 1)).status).toBe(200);
  expect(await refused()).toBe(2 ** 20);
  expect((await set("resource", url.split("/")[4] ?? "", 2)).body).toMatchObject({ code: "INVALID_INPUT" });
  await set("organization", id, 1_000);
  expect((await attach("big.iso", Buffer.alloc(26 * 2 ** 20 + 1))).body.details.mostBytes).toBe(26 * 2 ** 20);
  await set("organization", id, null);
});
