import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentServer, type Place, startAgentServer } from "../../../test/agent-server.ts";
import { newId } from "../../ids.ts";
import { createFilterFor } from "../inventory/index.ts";
import { createSavedViews, type SavedViews, type ViewCaller } from "./service.ts";

let server: AgentServer;
let place: Place;
let views: SavedViews;
const told: string[] = [];

beforeAll(async () => {
  server = await startAgentServer();
  place = await server.place();
  views = createSavedViews({
    database: server.db.database,
    clock: server.clock,
    filterFor: createFilterFor(server.clock),
    audit: async (_tx, _organizationId, { action }) => {
      told.push(action);
    },
  });
});
afterAll(() => server.close());

const person = (mayShare = false): ViewCaller => ({ ...place.caller, userId: newId(), mayShare });
const names = async (caller: ViewCaller) => (await views.list(caller)).map(({ name, shared }) => `${name}${shared ? " (shared)" : ""}`);

describe("saved views", () => {
  test("are one person's until they are shared, and everybody's then", async () => {
    const [ana, ben] = [person(true), person()];
    const made = await views.create(ana, { name: "Old systems", state: { filter: "os.supported:no", columns: ["name", "os"] } });
    expect(made).toMatchObject({ mine: true, shared: false, isDefault: false, version: 1, state: { filter: "os.supported:no" } });
    expect(await names(ben)).toEqual([]);
    await expect(views.update(ben, made.id, 1, { name: "Mine" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await views.update(ana, made.id, 1, { shared: true });
    expect(await names(ben)).toEqual(["Old systems (shared)"]);
    await expect(views.update(ben, made.id, 2, { name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(views.remove(ben, made.id, 2)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(views.create(ben, { name: "Also", shared: true, state: {} })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(views.update(ana, made.id, 1, { name: "Late" })).rejects.toMatchObject({ code: "VERSION_MISMATCH" });
    expect(told).toEqual(["view.created", "view.changed"]);
  });

  test("one begins a person's list, and none when it is gone", async () => {
    const [ana, ben] = [person(), person()];
    const made = await views.create(ana, { name: "Mine", state: { sort: "-lastSeenAt", density: "compact" } });
    await views.choose(ana, made.id);
    expect((await views.list(ana)).find(({ id }) => id === made.id)?.isDefault).toBe(true);
    await expect(views.choose(ben, made.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await views.remove(ana, made.id, 1);
    expect((await views.list(ana)).some(({ isDefault }) => isDefault)).toBe(false);
    await views.choose(ana, null);
  });

  test("a name is taken once, a filter that cannot be understood is not kept, and there is an end", async () => {
    const ana = person();
    await views.create(ana, { name: "Twice", state: {} });
    await expect(views.create(ana, { name: "twice", state: {} })).rejects.toMatchObject({ code: "ALREADY_EXISTS" });
    await expect(views.create(ana, { name: "Wrong", state: { filter: "ox:1" } })).rejects.toMatchObject({ details: { position: 0 } });
    await server.db.database.withTenant(place.organizationId, (tx) =>
      tx.savedView.createMany({
        data: Array.from({ length: 49 }, (_, at) => ({
          id: newId(),
          organizationId: place.organizationId,
          ownerId: ana.userId,
          name: `View ${at}`,
          state: {},
        })),
      }),
    );
    await expect(views.create(ana, { name: "One more", state: {} })).rejects.toMatchObject({ code: "CONFLICT", details: { most: 50 } });
  });
});
