// What programs do with tickets, against a real database and without HTTP.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePeople, TestClock } from "../../../test/build-app.ts";
import { startTestDatabase, type TestDatabase } from "../../../test/database.ts";
import { makeClient, makeOrganization, makeUser } from "../../../test/factories.ts";
import type { Tx } from "../../database/index.ts";
import { joinMarks } from "../../joins.ts";
import { createAudit } from "../audit/index.ts";
import { createContracts } from "../contracts/index.ts";
import { createDesks } from "../desks/index.ts";
import { createFiles } from "../files/index.ts";
import { createAutomation, type TicketAutomation } from "./automation.ts";
import { changeTicket } from "./changing.ts";
import { readTicket } from "./detail.ts";
import type { Needs } from "./needs.ts";

let db: TestDatabase;
let needs: Needs;
let tickets: TicketAutomation;
let organizationId: string;
let clientId: string;
let userId: string;

beforeAll(async () => {
  db = await startTestDatabase();
  const { database } = db;
  const clock = new TestClock();
  const marks = joinMarks(createAudit({ database, people: makePeople() }));
  const contracts = createContracts({ database, clock, marks });
  const news = { assigned: async () => undefined, answered: async () => undefined };
  const files = createFiles({ database, clock, folder: "/nonexistent" });
  needs = { database, clock, marks, files, contracts, desks: createDesks({ database, clock, marks }), news };
  tickets = createAutomation(needs);
  organizationId = (await makeOrganization(database)).id;
  clientId = (await makeClient(database, organizationId)).id;
  userId = (await makeUser(database, organizationId)).id;
});
afterAll(() => db.close());

const inTenant = <Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> => db.database.withTenant(organizationId, work);
let serial = 0;
const keyed = () => `trigger ${++serial}`;
const openFor = (key: string) =>
  inTenant((tx) => tickets.openFor(tx, organizationId, { origin: "trigger", key, clientId, title: "Disk full" }));
const read = (id: string) => inTenant((tx) => readTicket(needs, tx, "all", id));
const touch = (id: string) =>
  inTenant((tx) =>
    changeTicket(needs, tx, { organizationId, userId, reach: "all", mark: { actor: { kind: "server" } } }, id, { tags: ["seen"] }),
  );
const priorities = async () => (await inTenant((tx) => needs.desks.all(tx)))[0]?.priorities ?? [];

describe("a ticket that a program opens", () => {
  test("is one for its key, however many ask at once, and takes one number", async () => {
    const key = keyed();
    const before = await openFor(keyed());
    const all = await Promise.all(Array.from({ length: 12 }, () => openFor(key)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect((await openFor(keyed())).number).toBe(before.number + 2);
    expect(await read(all[0]?.id ?? "")).toMatchObject({ origin: "trigger", openedBy: null, touchedByHuman: false });
  });

  test("keeps one key apart from another organization's", async () => {
    const key = keyed();
    const mine = await openFor(key);
    const other = (await makeOrganization(db.database)).id;
    const theirs = await makeClient(db.database, other);
    const opened = await db.database.withTenant(other, (tx) =>
      tickets.openFor(tx, other, { origin: "trigger", key, clientId: theirs.id, title: "Disk full" }),
    );
    expect(opened).toMatchObject({ isNew: true, number: 1 });
    expect(opened.id).not.toBe(mine.id);
  });

  test("is not there when its transaction fails, and its key is free again", async () => {
    const key = keyed();
    const failing = inTenant(async (tx) => {
      await tickets.openFor(tx, organizationId, { origin: "trigger", key, clientId, title: "Disk full" });
      throw new Error("stop");
    });
    await expect(failing).rejects.toThrow("stop");
    expect((await openFor(key)).isNew).toBe(true);
  });
});

describe("recovery", () => {
  test("closes a ticket that nobody touched, once, with what the program says", async () => {
    const { id } = await openFor(keyed());
    const recover = () => inTenant((tx) => tickets.closeUnlessTouched(tx, organizationId, id, "The disk has room again."));
    expect([await recover(), await recover()]).toEqual(["closed", "was_closed"]);
    expect(await read(id)).toMatchObject({ status: { closed: true }, touchedByHuman: false });
    const said = await inTenant((tx) => tx.ticketMessage.findMany({ where: { ticketId: id } }));
    expect(said).toMatchObject([{ kind: "system", authorId: null, text: "The disk has room again." }]);
    const entries = await inTenant((tx) => tx.auditEntry.findMany({ where: { subjectId: id, action: "ticket.closed" } }));
    expect(entries).toMatchObject([{ actorKind: "server" }]);
  });

  test("leaves one that a person touched open, and marks it normalised", async () => {
    const { id } = await openFor(keyed());
    await touch(id);
    expect(await inTenant((tx) => tickets.closeUnlessTouched(tx, organizationId, id, "Over."))).toBe("normalised");
    expect(await read(id)).toMatchObject({ closedAt: null, status: { normalised: true }, touchedByHuman: true });
  });

  test("a closed one opens again, an open one stays", async () => {
    const { id } = await openFor(keyed());
    const again = () => inTenant((tx) => tickets.reopen(tx, organizationId, id, "It is full again."));
    expect(await again()).toBe(false);
    await inTenant((tx) => tickets.closeUnlessTouched(tx, organizationId, id, "Over."));
    expect(await again()).toBe(true);
    expect(await read(id)).toMatchObject({ closedAt: null, status: { normalised: false, closed: false } });
  });
});

test("priority rises, and never falls", async () => {
  const { id } = await openFor(keyed());
  const [low, normal, high] = await priorities();
  const raise = (priority: string | undefined) => inTenant((tx) => tickets.raisePriority(tx, organizationId, id, priority ?? ""));
  expect([await raise(low?.id), await raise(normal?.id), await raise(high?.id), await raise(normal?.id)]).toEqual([
    false,
    false,
    true,
    false,
  ]);
  expect((await read(id)).priority.name).toBe("High");
  await expect(raise("018f0000-0000-7000-8000-000000000000")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("what a program appends is no person's touch", async () => {
  const { id } = await openFor(keyed());
  await inTenant((tx) => tickets.append(tx, organizationId, id, "Still full."));
  expect(await read(id)).toMatchObject({ touchedByHuman: false });
});
