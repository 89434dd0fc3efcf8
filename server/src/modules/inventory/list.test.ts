import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AgentServer, type Place, startAgentServer } from "../../../test/agent-server.ts";
import { makeResource } from "../../../test/factories.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import { newId } from "../../ids.ts";
import type { TextField } from "./filter/index.ts";
import { findFilterValues } from "./filter-values.ts";
import { writeInstalls } from "./installs.ts";
import { releaseOf } from "./os-support.ts";
import { askFleet } from "./questions.ts";
import type { Bodies } from "./sections/index.ts";
import { writeTraits } from "./store.ts";
import { traitsOf } from "./traits.ts";

let server: AgentServer;
let place: Place;
const ids = new Map<string, string>();

const FLEET: Readonly<Record<string, Bodies>> = {
  alpha: {
    os: { name: "Microsoft Windows 11 Pro", version: "24H2", build: "26100.1", rebootPending: true },
    volumes: { volumes: [{ mount: "C:", encryption: "on" }] },
    software: { programs: [{ name: "Mozilla Firefox", version: "114.0.2" }] },
    memory: { totalBytes: 8 * 2 ** 30 },
    system: { model: "Latitude 5420", virtual: false },
  },
  beta: {
    os: { name: "Debian GNU/Linux 10 (buster)", version: "10.13" },
    volumes: {
      volumes: [
        { mount: "/", encryption: "none" },
        { mount: "/boot", encryption: "none" },
      ],
    },
    software: { programs: [{ name: "firefox-esr", version: "115.0.2esr-1" }] },
    memory: { totalBytes: 32 * 2 ** 30 },
    system: { model: "KVM", virtual: true },
  },
  gamma: {
    network: { interfaces: [{ mac: "52:54:00:AA:BB:01", addresses: ["192.0.2.7/24", "fe80::1/64"] }] },
    users: { currentUser: "ana" },
    os: { name: "Debian GNU/Linux 12 (bookworm)", version: "12.5" },
    updates: { pending: 12, critical: 2 },
  },
};
/** What people say of machines; the clock of the server is moved to 2026. */
const SAID: Readonly<Record<string, Prisma.ResourceUncheckedUpdateInput>> = {
  alpha: { warrantyDate: new Date("2026-02-10"), acquisitionDate: new Date("2023-02-10"), tags: ["Spare", "lab"], assetTag: "A-7" },
  beta: { warrantyDate: new Date("2027-06-30"), notes: "has a bent foot" },
  unknown: { serial: "PRN-1", manufacturer: "Brother" },
};

beforeAll(async () => {
  server = await startAgentServer();
  place = await server.place();
  const { organizationId } = place;
  for (const [name, sections] of [...Object.entries(FLEET), ["unknown", undefined] as const]) {
    const { id } = await makeResource(server.db.database, organizationId, { name, clientId: place.clientId, siteId: place.siteId });
    await server.db.database.withTenant(organizationId, (tx) => tx.resource.update({ where: { id }, data: SAID[name] ?? {} }));
    ids.set(name, id);
    if (sections === undefined) continue;
    await server.db.database.withTenant(organizationId, async (tx) => {
      await writeTraits(tx, organizationId, id, traitsOf(sections));
      await writeInstalls(tx, organizationId, id, sections.software?.programs ?? []);
    });
  }
  await ownFields();
  server.clock.advance(Date.parse("2026-01-01") - server.clock.now());
  const foreign = await server.place();
  await makeResource(server.db.database, foreign.organizationId, { name: "foreign" });
});
afterAll(() => server.close());

/** Two fields of the organization's own, with a value for alpha and for beta. */
async function ownFields(): Promise<void> {
  const { organizationId } = place;
  const [containerId, cost, day] = [newId(), newId(), newId()];
  const value = (fieldId: string, name: string, said: string) => ({ organizationId, fieldId, targetId: ids.get(name) ?? "", value: said });
  await server.db.database.withTenant(organizationId, async (tx) => {
    await tx.fieldContainer.create({ data: { id: containerId, organizationId, target: "resource", name: "Books" } });
    const field = { organizationId, containerId };
    await tx.customField.create({ data: { ...field, id: cost, label: "Cost centre", type: "currency" } });
    await tx.customField.create({ data: { ...field, id: day, label: "Handed over", type: "date" } });
    await tx.fieldValue.createMany({
      data: [value(cost, "alpha", "100.50"), value(cost, "beta", "7"), value(day, "beta", "2025-12-24")],
    });
  });
}

const list = async (filter: string) =>
  (await server.resources.service.list(place.caller, { filter })).items.map(({ name }) => name).join(" ");

describe("the fleet answers", () => {
  test.each([
    ["", "alpha beta gamma unknown"],
    ["alph", "alpha"],
    ["os:debian", "beta gamma"],
    ['os="Debian GNU/Linux 12 (bookworm)"', "gamma"],
    ['os:"windows 11" reboot:yes', "alpha"],
    ["disk.encrypted:no", "beta"],
    ["disk.encrypted:unknown", "gamma unknown"],
    ["-disk.encrypted:yes", "beta gamma unknown"],
    ["os.supported:no", "beta"],
    ["os.supported:yes", "alpha gamma"],
    ["os.version<12", "beta"],
    ["os.version>=12 os:debian", "gamma"],
    ["software:firefox", "alpha beta"],
    ["software:firefox<115", "alpha"],
    ["software:firefox=115", "beta"],
    ["software:firefox>115", ""],
    ['software="mozilla firefox"', "alpha"],
    ["-software:firefox", "gamma unknown"],
    ["memory>8", "beta"],
    ["memory<=8", "alpha"],
    ["updates.critical>0 or virtual:yes", "beta gamma"],
    ["-(os:debian or os:windows)", "unknown"],
    ["platform:linux,macos presence:offline", "alpha beta gamma unknown"],
    ['name:"%"', ""],
    ["warranty<90 days", "alpha"],
    ["warranty>=today warranty<2027", "alpha"],
    ["warranty:2027-06", "beta"],
    ["warranty:unknown", "gamma unknown"],
    ["acquired<=10/02/2023", "alpha"],
    ["created>2020 agent:yes", "alpha beta gamma unknown"],
    ["os.ends<2y os:debian", "beta"],
    ["tag:spa,office", "alpha"],
    ["tag=lab asset:a-7", "alpha"],
    ['tag="" -notes:foot', "gamma unknown"],
    ["maker:brother serial=prn-1", "unknown"],
    ['mac:"aa:bb" user=ANA address=192.0.2.7', "gamma"],
    ["address:fe80", ""],
    ["inventory:no", "unknown"],
    ['field."cost centre">50', "alpha"],
    ['field."Cost centre":7,8', "beta"],
    ['field."Cost centre"!=7', "alpha gamma unknown"],
    ['field."Handed over"<2026 or field."Cost centre"=100.5', "alpha beta"],
    ['field."Handed over":unknown', "alpha gamma unknown"],
    [`name:"'; delete from resources; --"`, ""],
  ])("%s → %s", async (filter, names) => {
    expect(await list(filter)).toBe(names);
  });

  test("a mistake with its place", async () => {
    await expect(list("os:debian disk.encripted:no")).rejects.toMatchObject({
      code: "INVALID_INPUT",
      details: { position: 10, reason: "unknown_field" },
    });
    await expect(list('os:debian field."Cost center"=1')).rejects.toMatchObject({
      details: { position: 10, reason: "unknown_custom_field", params: { name: "Cost center", near: "cost centre" } },
    });
  });

  test("with the traits beside each machine", async () => {
    const { items } = await server.resources.service.list(place.caller, { sort: "-updates" });
    expect(items[0]).toMatchObject({ name: "gamma", traits: { updatesPending: 12, encrypted: null } });
    expect(items.find(({ name }) => name === "unknown")?.traits).toBeNull();
  });
});

test("every number that the fleet answers is the length of the list behind it", async () => {
  const fleet = await server.db.database.withTenant(place.organizationId, (tx) => askFleet(tx, "all", server.clock.now()));
  const numbers = [...fleet.questions, ...fleet.contacts];
  expect(numbers.filter(({ machines }) => machines > 0).length).toBeGreaterThan(3);
  for (const { filter, machines } of numbers)
    expect([filter, (await server.resources.service.list(place.caller, { filter })).total]).toEqual([filter, machines]);
});

test("a field's values are offered, those of most machines first, and none of other organizations", async () => {
  const values = async (field: TextField, text: string) =>
    (await server.db.database.withTenant(place.organizationId, (tx) => findFilterValues(tx, "all", field, text))).map(
      ({ value, machines }) => `${value} ${machines}`,
    );
  expect(await values("tag", "a")).toEqual(expect.arrayContaining(["Spare 1", "lab 1"]));
  expect(await values("maker", "BRO")).toEqual(["Brother 1"]);
  expect(await values("os", "debian")).toEqual(["Debian GNU/Linux 10 (buster) 1", "Debian GNU/Linux 12 (bookworm) 1"]);
  expect(await values("name", "foreign")).toEqual([]);
  expect(await values("client", "%")).toEqual([]);
  expect(await values("address", "192")).toEqual(["192.0.2.7 1"]);
});

describe("columns", () => {
  test("are answered and nothing else, those of people and of inventories alike", async () => {
    const [cost] = await server.db.database.withTenant(place.organizationId, (tx) =>
      tx.customField.findMany({ where: { label: "Cost centre" }, select: { id: true } }),
    );
    const columns = `os,warranty,tags,addresses,encrypted,created,field.${cost?.id}`;
    const { items, total } = await server.resources.service.list(place.caller, { columns, sort: "-warranty", filter: "name:alpha" });
    expect(total).toBe(1);
    expect(Object.keys(items[0] ?? {}).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "cells",
      "id",
      "name",
      "online",
      "osName",
      "platform",
      "presence",
      "version",
    ]);
    expect(items[0]?.cells).toEqual({
      warranty: "2026-02-10",
      tags: ["Spare", "lab"],
      addresses: [],
      encrypted: true,
      created: expect.stringMatching(/^\d{4}-.*Z$/),
      [`field.${cost?.id}`]: "100.50",
    });
  });

  test("of the row alone need no cells, and one that is not there is named", async () => {
    const { items } = await server.resources.service.list(place.caller, { columns: "hostname", limit: 1 });
    expect(Object.keys(items[0] ?? {}).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "hostname",
      "id",
      "name",
      "online",
      "presence",
      "version",
    ]);
    await expect(server.resources.service.list(place.caller, { columns: "os,nothing" })).rejects.toMatchObject({
      code: "INVALID_INPUT",
      message: 'there is no column "nothing"',
    });
  });

  test("can be sorted by, page after page, to the last", async () => {
    for (const sort of ["-memorySize", "manufacturer", "encrypted", "-created", "acquired", "lastUser", "-group"] as const) {
      const whole = (await server.resources.service.list(place.caller, { sort })).items.map(({ id }) => id);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await server.resources.service.list(place.caller, { sort, limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        expect(page.total).toBe(whole.length);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(whole);
    }
  });
});

test.each([
  [{ name: "Microsoft Windows 10 Pro", build: "19045.4170" }, "windows-19045"],
  [{ name: "Microsoft Windows Server 2012 R2 Standard", build: "9600" }, "windows-server-2012"],
  [{ name: "Microsoft Windows 10 Enterprise LTSC", build: "17763.1" }, null],
  [{ name: "Microsoft Windows XP Professional", build: "2600" }, "windows-xp"],
  [{ name: "Ubuntu 22.04.4 LTS", version: "22.04" }, "ubuntu-22.04"],
  [{ name: "CentOS Stream 9", version: "9" }, "centos-stream-9"],
  [{ name: "macOS 14.4.1", version: "14.4.1" }, null],
  [{ name: "Debian GNU/Linux 13 (trixie)", version: "13.1" }, "debian-13"],
])("%j is the release %s", (os, release) => {
  expect(releaseOf(os)).toBe(release);
});
