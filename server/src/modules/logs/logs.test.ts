import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { LOGS_CAPABILITY, LOGS_PART_BYTES, LogsProblem } from "@vigia/protocol";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { type AgentSocket, FakeAgent } from "../../../test/fake-agent.ts";

let server: TestServer;
let folder: string;
let ana: Browser;
let address: string;
let agent: FakeAgent;
let socket: AgentSocket;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-log-requests-"));
  server = await buildTestServer({ filesFolder: folder });
  address = `${(await server.app.listen({ host: "127.0.0.1", port: 0 })).replace("http", "ws")}/agent/v1`;
  ana = await server.administrator();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  const [client] = (await ana.get("/api/v1/clients")).body.items;
  const token = await ana.ok("POST", "/api/v1/enrollment-tokens", { clientId: client.id, approval: "automatic" });
  agent = new FakeAgent(address);
  agent.capabilities = [LOGS_CAPABILITY];
  await agent.enroll(token.token);
  ({ socket } = await agent.connect());
  return () => socket.kill();
});

const url = () => `/api/v1/resources/${agent.resourceId}/log-requests`;
const newest = async () => (await ana.get(url())).body.items[0];
/** Answers whatever the server wants of this zip, from the first part that it asks for on. */
async function send(from: AgentSocket, zip: Buffer, parts = Number.POSITIVE_INFINITY): Promise<void> {
  const { requestId } = await from.expect("logsRequest");
  from.send({ logsOffer: { requestId: requestId ?? new Uint8Array(), size: zip.length } });
  let seen = 0;
  for (let sent = 0; sent < parts; sent++) {
    let wanted: { offset?: number | null; done?: boolean | null } | undefined;
    await expect.poll(() => (wanted = from.received.filter(({ logsWanted }) => logsWanted)[seen]?.logsWanted ?? undefined)).toBeDefined();
    seen++;
    if (wanted?.done) return;
    const offset = wanted?.offset ?? 0;
    from.send({ logsPart: { requestId: requestId ?? new Uint8Array(), offset, content: zip.subarray(offset, offset + LOGS_PART_BYTES) } });
  }
}

test("logs come part by part, also over a connection that was lost, and hang on the machine in the name of who asked", async () => {
  const zip = Buffer.concat([Buffer.from("504b0304", "hex"), randomBytes(3 * LOGS_PART_BYTES)]);
  const asked = await ana.call("POST", url());
  expect(asked).toMatchObject({ status: 201, body: { state: "asked", received: 0, askedBy: { name: "Ana Admin" } } });
  await send(socket, zip, 2);
  await expect.poll(newest).toMatchObject({ state: "sending", size: zip.length, received: 2 * LOGS_PART_BYTES });
  expect((await ana.call("POST", url())).body).toMatchObject({ code: "CONFLICT", details: { problem: "under_way" } });
  socket.kill();
  ({ socket } = await agent.connect());
  await send(socket, zip);
  await expect.poll(newest).toMatchObject({ state: "done", received: zip.length });
  const { fileId } = await newest();
  const attachments = `/api/v1/resources/${agent.resourceId}/attachments`;
  expect((await ana.get(attachments)).body.items).toMatchObject([
    { id: fileId, mediaType: "application/zip", author: { name: "Ana Admin" } },
  ]);
  const actions = (await ana.get("/api/v1/audit")).body.items.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(["machine_logs.requested", "machine_logs.received"]));
});

test("what the agent cannot or lies about is told as a failure, and what nobody asked for is not taken", async () => {
  await ana.ok("POST", url());
  const { requestId } = await socket.expect("logsRequest");
  socket.send({ logsOffer: { requestId: randomBytes(16), size: 10 } });
  socket.send({ logsOffer: { requestId: requestId ?? new Uint8Array(), problem: LogsProblem.LOGS_PROBLEM_TOO_OFTEN } });
  await expect.poll(newest).toMatchObject({ state: "failed", reason: "too_often", fileId: null });
  await ana.ok("POST", url());
  await expect.poll(() => socket.received.filter(({ logsRequest }) => logsRequest).length).toBe(2);
  const again = socket.received.filter(({ logsRequest }) => logsRequest)[1]?.logsRequest?.requestId ?? new Uint8Array();
  socket.send({ logsOffer: { requestId: again, size: 10 } });
  socket.send({ logsPart: { requestId: again, offset: 0, content: randomBytes(11) } });
  await expect.poll(newest).toMatchObject({ state: "failed", reason: "agent_failed" });
});

test("a machine that is away is waited for and then given up, visibly; six requests an hour are enough", async () => {
  socket.kill();
  for (let count = 1; count <= 6; count++) {
    await ana.ok("POST", url());
    server.clock.advance(500_000);
    await server.db.database.withTenant((await ana.get("/api/v1/session")).body.organization.id, (tx) =>
      tx.logRequest.updateMany({ where: { resourceId: agent.resourceId }, data: { expiresAt: new Date(server.clock.now()) } }),
    );
  }
  expect(await newest()).toMatchObject({ state: "expired" });
  expect(await ana.call("POST", url())).toMatchObject({ status: 429 });
});

test("a machine without an agent that knows how is not asked", async () => {
  agent.capabilities = [];
  socket.kill();
  ({ socket } = await agent.connect());
  expect((await ana.call("POST", url())).body).toMatchObject({ code: "CONFLICT", details: { problem: "version" } });
});
