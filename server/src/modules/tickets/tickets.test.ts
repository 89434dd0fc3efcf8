import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, type Browser, buildTestServer, type TestServer } from "../../../test/build-app.ts";
import { makeClient, makeResource, makeSite, makeUser } from "../../../test/factories.ts";

let server: TestServer;
let ana: Browser;
let organizationId: string;
let anaId: string;
let desk: {
  readonly id: string;
  readonly stages: readonly { readonly id: string; readonly name: string }[];
  readonly statuses: readonly { readonly id: string; readonly name: string }[];
  readonly priorities: readonly { readonly id: string; readonly name: string }[];
};

beforeAll(async () => {
  server = await buildTestServer();
  ana = await server.administrator();
  const session = (await ana.get("/api/v1/session")).body;
  organizationId = session.organization.id;
  anaId = session.user.id;
  desk = (await ana.get("/api/v1/desks")).body.items[0];
});
afterAll(() => server.close());

const client = () => makeClient(server.db.database, organizationId);
const open = (clientId: string, more: object = {}) => ana.ok("POST", "/api/v1/tickets", { clientId, title: "Printer jams", ...more });
const version = (number: number) => ({ "if-match": `"${number}"` });
const history = async (id: string) => (await ana.get(`/api/v1/tickets/${id}/history`)).body.items;

interface Opened {
  readonly number: number;
}

describe("numbers", () => {
  test("fifty tickets opened at once are 1 to 50, and what fails leaves no gap", { timeout: 120_000 }, async () => {
    const { organizationId: theirs, browser } = await server.neighbour();
    const { id } = await makeClient(server.db.database, theirs);
    const body = (index: number) => ({
      ...{ clientId: id, title: `Ticket ${index}` },
      ...(index % 6 === 0 && { resourceIds: ["018f0000-0000-7000-8000-000000000000"] }),
    });
    // Whoever is told that there is no room just now asks again.
    async function persist(index: number): Promise<Answer<Opened>> {
      const answer = await browser.call<Opened>("POST", "/api/v1/tickets", body(index));
      return answer.status === 503 ? persist(index) : answer;
    }
    const opened = await Promise.all(Array.from({ length: 60 }, (_, index) => persist(index)));
    expect(opened.filter(({ status }) => status === 404)).toHaveLength(10);
    const numbers = opened.filter(({ status }) => status === 201).map(({ body }) => body.number);
    expect(numbers.toSorted((one, other) => one - other)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  test("the same creation sent twice under one Idempotency-Key is one ticket", async () => {
    const { id } = await client();
    const key = { "idempotency-key": "printer-jams-once" };
    const send = () => ana.call("POST", "/api/v1/tickets", { clientId: id, title: "Once" }, key);
    const [first, again] = [await send(), await send()];
    expect(again.body.id).toBe(first.body.id);
    expect((await ana.get(`/api/v1/tickets?clientId=${id}`)).body.total).toBe(1);
  });
});

describe("a ticket", () => {
  test("opens at the first stage, open and of usual priority, with its machine, the contract that covers it, and its requester", async () => {
    const { id } = await client();
    const site = await makeSite(server.db.database, organizationId, id);
    const machine = await makeResource(server.db.database, organizationId, { clientId: id, siteId: site.id });
    const typeId = (await ana.get("/api/v1/contract-types")).body.items.find((one: { modality: string }) => one.modality === "free").id;
    const contract = { clientId: id, typeId, name: "Listed", startsOn: "2026-01-01", cycleDay: 1 };
    const rider = { value: "1", currency: "BRL" };
    await ana.ok("POST", "/api/v1/contracts", { ...contract, coverage: "resources", resourceIds: [machine.id], rider });
    const ticket = await open(id, {
      resourceIds: [machine.id],
      requester: { name: "Rita", email: "Rita@client.test" },
      tags: [" print ", "Print"],
    });
    expect(ticket).toMatchObject({
      ...{ stage: { name: "New" }, status: { name: "Open", closed: false }, priority: { name: "Normal" }, origin: "manual" },
      ...{ resources: [{ id: machine.id }], contract: { name: "Listed", by: "resources" }, requester: { name: "Rita" }, tags: ["print"] },
      ...{ openedBy: { id: anaId }, touchedByHuman: true },
    });
    const other = await open(id, { requester: { name: "R.", email: "rita@client.test" } });
    expect(other.requester.id).toBe(ticket.requester.id);
    expect((await ana.get(`/api/v1/contacts?clientId=${id}&q=rita`)).body.total).toBe(1);
    expect((await open(id, { title: "Without a machine" })).contract).toBeNull();
  });

  test("tells each difference of a change with who, from and to", async () => {
    const { id: clientId } = await client();
    const { id: userId, name } = await makeUser(server.db.database, organizationId);
    const { id } = await open(clientId);
    const change = { title: "Printer burns", priorityId: desk.priorities[3]?.id, responsibleId: userId, stageId: desk.stages[1]?.id };
    const changed = await ana.ok("PATCH", `/api/v1/tickets/${id}`, change, version(1));
    expect(changed).toMatchObject({ title: "Printer burns", priority: { name: "Urgent" }, responsible: { name }, version: 2 });
    const lines = (await history(id)).map(({ action, field, before, after, actor }: Record<string, unknown>) => [
      ...[action, field, before, after],
      (actor as { id: string }).id,
    ]);
    expect(new Set(lines.map(String))).toEqual(
      new Set(
        [
          ["changed", "title", "Printer jams", "Printer burns", anaId],
          ["changed", "priority", "Normal", "Urgent", anaId],
          ["changed", "responsible", null, name, anaId],
          ["changed", "stage", "New", "In progress", anaId],
          ["opened", null, null, null, anaId],
        ].map(String),
      ),
    );
    expect(await ana.call("PATCH", `/api/v1/tickets/${id}`, { title: "Late" }, version(1))).toMatchObject({ status: 412 });
    expect((await ana.get("/api/v1/audit?limit=1")).body.items[0]).toMatchObject({
      action: "ticket.changed",
      details: { changes: { title: { before: "Printer jams", after: "Printer burns" }, responsibleId: { before: null, after: userId } } },
    });
  });

  test("closes, takes no change then, opens again, and is cancelled", async () => {
    const { id: clientId } = await client();
    const { id } = await open(clientId);
    const url = `/api/v1/tickets/${id}`;
    const closed = await ana.ok("POST", `${url}/close`, undefined, version(1));
    expect(closed).toMatchObject({ status: { closed: true }, stage: { name: "Done" }, cancelledAt: null });
    expect(closed.closedAt).not.toBeNull();
    const refused = { status: 409, body: { code: "CONFLICT", details: { reason: "closed" } } };
    expect(await ana.call("PATCH", url, { title: "No" }, version(2))).toMatchObject(refused);
    expect(await ana.call("POST", `${url}/close`, undefined, version(2))).toMatchObject(refused);
    expect((await ana.get(`/api/v1/tickets?clientId=${clientId}&state=open`)).body.total).toBe(0);
    const again = await ana.ok("POST", `${url}/reopen`, undefined, version(2));
    expect(again).toMatchObject({ closedAt: null, status: { name: "Open" }, stage: { name: "New" } });
    expect(await ana.ok("POST", `${url}/cancel`, undefined, version(3))).toMatchObject({ status: { closed: true } });
    expect((await ana.get(`/api/v1/tickets?clientId=${clientId}&state=cancelled`)).body.total).toBe(1);
    const actions = (await history(id)).filter(({ field }: { field: unknown }) => field === null);
    expect(new Set(actions.map(({ action }: { action: string }) => action))).toEqual(
      new Set(["opened", "closed", "reopened", "cancelled"]),
    );
    const byStatus = await ana.call("PATCH", url, { statusId: desk.statuses[2]?.id }, version(4));
    expect(byStatus).toMatchObject({ status: 409 });
  });

  test("is a part of another, and never of itself", async () => {
    const { id: clientId } = await client();
    const [parent, child] = [await open(clientId), await open(clientId)];
    await ana.ok("PATCH", `/api/v1/tickets/${child.id}`, { parentId: parent.id }, version(1));
    expect((await ana.get(`/api/v1/tickets/${parent.id}`)).body.children).toMatchObject([{ id: child.id, number: child.number }]);
    for (const [id, parentId] of [
      [parent.id, child.id],
      [parent.id, parent.id],
    ])
      expect(await ana.call("PATCH", `/api/v1/tickets/${id}`, { parentId }, version(1))).toMatchObject({
        status: 400,
        body: { details: { fields: [{ field: "parentId", problem: "circle" }] } },
      });
  });

  test("holds files", async () => {
    const { id: clientId } = await client();
    const { id } = await open(clientId);
    const url = `/api/v1/tickets/${id}/attachments`;
    const file = await ana.ok("POST", `${url}?name=photo.txt`, "jammed", { "content-type": "application/octet-stream" });
    expect(file).toMatchObject({ name: "photo.txt", size: 6 });
    expect((await ana.get(`${url}/${file.id}`)).body).toBe("jammed");
    expect((await ana.get(url)).body.total).toBe(1);
    await ana.ok("DELETE", `${url}/${file.id}`);
    expect((await ana.get(`${url}/${file.id}`)).status).toBe(404);
  });

  test("of a client out of reach is not there, and links nothing from there", async () => {
    const [mine, other] = [await client(), await client()];
    const ticket = await open(other.id);
    const carl = await server.member("technician", organizationId, [{ kind: "client", id: mine.id }]);
    for (const path of ["", "/messages", "/history", "/attachments"])
      expect((await carl.get(`/api/v1/tickets/${ticket.id}${path}`)).status, path).toBe(404);
    expect((await carl.get("/api/v1/tickets")).body).toMatchObject({ items: [], total: 0 });
    const board = (await carl.get("/api/v1/ticket-board")).body;
    expect(board.items.every(({ total }: { total: number }) => total === 0)).toBe(true);
    expect((await carl.call("POST", "/api/v1/tickets", { clientId: mine.id, title: "Part", parentId: ticket.id })).status).toBe(404);
    expect((await carl.call("POST", "/api/v1/tickets", { clientId: other.id, title: "Theirs" })).status).toBe(404);
  });
});

test("lists filter and sort, and the board counts each stage with its most urgent first", async () => {
  const { id: clientId } = await client();
  const low = await open(clientId, { title: "Low", priorityId: desk.priorities[0]?.id });
  const urgent = await open(clientId, { title: "Urgent", priorityId: desk.priorities[3]?.id, responsibleId: anaId });
  const moving = await open(clientId, { title: "Moving", stageId: desk.stages[1]?.id, tags: ["vip"] });
  const titles = async (query: string) =>
    (await ana.get(`/api/v1/tickets?clientId=${clientId}&${query}`)).body.items.map(({ title }: { title: string }) => title);
  expect(await titles("sort=-priority")).toEqual(["Urgent", "Moving", "Low"]);
  expect(await titles(`responsibleId=${anaId}`)).toEqual(["Urgent"]);
  expect(await titles("assigned=no&sort=title")).toEqual(["Low", "Moving"]);
  expect(await titles("tag=VIP")).toEqual(["Moving"]);
  expect(await titles(`q=%23${low.number}`)).toEqual(["Low"]);
  expect(await titles(`stageId=${desk.stages[1]?.id}`)).toEqual(["Moving"]);
  const first = (await ana.get(`/api/v1/tickets?clientId=${clientId}&limit=2&sort=-priority`)).body;
  expect(
    (await ana.get(`/api/v1/tickets?clientId=${clientId}&limit=2&sort=-priority&cursor=${first.nextCursor}`)).body.items,
  ).toMatchObject([{ id: low.id }]);
  const board = (await ana.get(`/api/v1/ticket-board?clientId=${clientId}&first=1`)).body;
  expect(board.items).toMatchObject([
    { stage: { name: "New" }, total: 2, tickets: [{ id: urgent.id }] },
    { stage: { name: "In progress" }, total: 1, tickets: [{ id: moving.id }] },
    { total: 0 },
    { total: 0 },
  ]);
});

test("the board of what belongs to another organization counts nothing", async () => {
  const { organizationId: theirs, browser } = await server.neighbour();
  const { id } = await makeClient(server.db.database, theirs);
  const machine = await makeResource(server.db.database, theirs, { clientId: id });
  const responsible = await makeUser(server.db.database, theirs);
  const more = { resourceIds: [machine.id], responsibleId: responsible.id };
  const made = await browser.ok("POST", "/api/v1/tickets", { clientId: id, title: "Theirs", ...more });
  for (const query of [`clientId=${id}`, `resourceId=${machine.id}`, `responsibleId=${responsible.id}`, `priorityId=${made.priority.id}`]) {
    const total = async (asker: Browser) =>
      (await asker.get(`/api/v1/ticket-board?${query}`)).body.items.reduce((sum: number, stage: { total: number }) => sum + stage.total, 0);
    expect([query, await total(browser), await total(ana)]).toEqual([query, 1, 0]);
  }
});

describe("what is said", () => {
  test("stands in order, and an answer goes to whoever asked while a note stays inside", async () => {
    await ana.stepUp();
    const settings = { host: "mail.example.test", port: 587, secure: false, username: null, from: "desk@example.test" };
    await ana.ok("PUT", "/api/v1/mail-settings", settings);
    const { id: clientId } = await client();
    const { id } = await open(clientId, { requester: { name: "Rita", email: "rita@client.test" } });
    await ana.ok("POST", `/api/v1/tickets/${id}/messages`, { kind: "internal", text: "She always does." });
    const answer = await ana.ok("POST", `/api/v1/tickets/${id}/messages`, { kind: "answer", text: "Open the lid." });
    expect(answer).toMatchObject({ kind: "answer", author: { id: anaId } });
    const { items } = (await ana.get(`/api/v1/tickets/${id}/messages`)).body;
    expect(new Set(items.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(["answer", "internal"]));
    const mails = await server.db.database.withTenant(organizationId, (tx) => tx.mail.findMany({ where: { address: "rita@client.test" } }));
    expect(mails).toMatchObject([{ template: "ticket_answered", userId: null }]);
    expect((await ana.get(`/api/v1/tickets/${id}`)).body.version).toBe(1);
  });

  test("whoever becomes responsible by another's hand is told in the console and by mail", async () => {
    const { id: clientId } = await client();
    const { id: userId, email } = await makeUser(server.db.database, organizationId);
    const { id } = await open(clientId, { responsibleId: userId });
    const own = await open(clientId, { responsibleId: anaId });
    const inTenant = server.db.database.withTenant.bind(server.db.database);
    const told = await inTenant(organizationId, (tx) =>
      tx.notice.findMany({ where: { code: "ticket_assigned", userId: { in: [userId, anaId] } } }),
    );
    expect(told).toMatchObject([{ userId, params: { ticketId: id, title: "Printer jams" } }]);
    expect(told.some(({ params }) => JSON.stringify(params).includes(own.id))).toBe(false);
    expect(await inTenant(organizationId, (tx) => tx.mail.count({ where: { address: email, template: "ticket_assigned" } }))).toBe(1);
  });

  test("is never rewritten, nor is what happened, even by the application itself", async () => {
    const rewrite = server.db.database.withTenant(organizationId, (tx) => tx.ticketMessage.updateMany({ data: { text: "Nothing." } }));
    await expect(rewrite).rejects.toThrow(/permission denied/);
    const forget = server.db.database.withTenant(organizationId, (tx) => tx.ticketHistory.deleteMany({}));
    await expect(forget).rejects.toThrow(/permission denied/);
  });
});

test("every step is an event that others can follow", async () => {
  const { id: clientId } = await client();
  const { id } = await open(clientId);
  await ana.ok("PATCH", `/api/v1/tickets/${id}`, { title: "Other" }, version(1));
  await ana.ok("POST", `/api/v1/tickets/${id}/messages`, { kind: "answer", text: "Done." });
  await ana.ok("POST", `/api/v1/tickets/${id}/close`, undefined, version(2));
  const events = await server.db.database.withTenant(organizationId, (tx) =>
    tx.outboxEvent.findMany({ where: { payload: { path: ["ticketId"], equals: id } }, orderBy: { id: "asc" } }),
  );
  expect(events.map(({ name }) => name)).toEqual(["ticket.opened", "ticket.updated", "ticket.answered", "ticket.closed"]);
});
