import { describe, expect, test } from "vitest";
import type { Latest, ResourceRow } from "../types.ts";
import { reconnectDelay } from "./backoff.ts";
import { parseMessage } from "./messages.ts";
import { patchPages, removeFromPages, rowOf, withLatest, withPresence } from "./patch.ts";
import { MOST_TOPICS, topicChanges } from "./topics.ts";

const row = (id: string, changes: Partial<ResourceRow> = {}): ResourceRow => ({
  id,
  name: id,
  hostname: id,
  client: { id: "c", name: "Client" },
  site: { id: "s", name: "Site" },
  group: null,
  platform: "linux",
  osName: "",
  agent: null,
  presence: "online",
  online: true,
  presenceSince: null,
  lastSeenAt: "2026-01-01T00:00:00.000Z",
  cpu: 0.1,
  memory: null,
  worstVolume: null,
  uptimeSeconds: 1,
  cpuSpark: [0.1, 0.2],
  createdAt: "2026-01-01T00:00:00.000Z",
  version: 1,
  ...changes,
});
const pages = (...groups: ResourceRow[][]) => ({
  pages: groups.map((items) => ({ items, nextCursor: null, total: groups.flat().length })),
  pageParams: groups.map(() => undefined),
});
const measured = { id: "a", at: "2026-01-01T00:00:30.000Z", cpu: 0.9, memory: null, worstVolume: null, uptimeSeconds: 31 };

describe("live rows", () => {
  test("change in place and keep their order, whatever the list is sorted by", () => {
    const before = pages([row("a"), row("b")], [row("c")]);
    const after = patchPages(before, (each) => (each.id === "b" ? withLatest(each, { ...measured, id: "b" }) : each));
    expect(after.pages.flatMap((page) => page.items.map((item) => [item.id, item.cpu]))).toEqual([
      ["a", 0.1],
      ["b", 0.9],
      ["c", 0.1],
    ]);
    expect(after.pages[1]).toBe(before.pages[1]);
  });
  test("of machines that are not loaded change nothing at all", () => {
    const before = pages([row("a")]);
    expect(patchPages(before, (each) => each)).toBe(before);
    expect(removeFromPages(before, "zzz")).toBe(before);
  });
  test("leave when their machine was deleted, and the count with them", () => {
    const after = removeFromPages(pages([row("a"), row("b")]), "a");
    expect(after.pages[0]?.items.map((item) => item.id)).toEqual(["b"]);
    expect(after.pages[0]?.total).toBe(1);
  });
  test("keep when they were last seen if the presence does not say", () => {
    const gone = withPresence(row("a"), {
      id: "a",
      presence: "offline",
      online: false,
      since: "2026-01-02T00:00:00.000Z",
      lastSeenAt: null,
    });
    expect([gone.presence, gone.online, gone.lastSeenAt]).toEqual(["offline", false, "2026-01-01T00:00:00.000Z"]);
  });
  test("move the spark's last point within a minute and grow it with the next", () => {
    expect(withLatest(row("a"), measured).cpuSpark).toEqual([0.1, 0.9]);
    expect(withLatest(row("a"), { ...measured, at: "2026-01-01T00:01:00.000Z" }).cpuSpark).toEqual([0.1, 0.2, 0.9]);
  });
  test("never look older because a late measurement arrived", () => {
    expect(withLatest(row("a"), { ...measured, at: "2025-01-01T00:00:00.000Z" }).lastSeenAt).toBe("2026-01-01T00:00:00.000Z");
  });
});

test("the fullest volume leaves out read-only and removable ones", () => {
  const volume = (mount: string, usedBytes: number, changes = {}) => ({
    mount,
    filesystem: "ext4",
    totalBytes: 100,
    usedBytes,
    freeBytes: 100 - usedBytes,
    inodesTotal: 0,
    inodesUsed: 0,
    readOnly: false,
    removable: false,
    ...changes,
  });
  const latest: Latest = {
    at: measured.at,
    cpu: null,
    memory: null,
    volumes: [volume("/", 40), volume("/cd", 100, { readOnly: true }), volume("/usb", 99, { removable: true }), volume("/data", 80)],
    disks: [],
    interfaces: [],
    uptimeSeconds: null,
  };
  expect(rowOf("a", latest).worstVolume).toEqual({ mount: "/data", usedShare: 0.8, freeBytes: 20 });
});

describe("the feed", () => {
  test("ignores frames it does not understand", () => {
    for (const frame of ["", "{", "null", "[]", '"x"', '{"type":"event","topic":1,"name":"x"}', '{"type":"surprise"}'])
      expect(parseMessage(frame)).toBeUndefined();
  });
  test("understands an event", () =>
    expect(parseMessage('{"type":"event","topic":"resources","name":"changed","data":{"ids":[]}}')).toEqual({
      type: "event",
      topic: "resources",
      name: "changed",
      data: { ids: [] },
    }));
  test("tells the server only what changed", () =>
    expect(topicChanges(["a", "b"], new Set(["b", "c"]))).toEqual({ subscribe: ["a"], unsubscribe: ["c"] }));
  test("never asks for more topics than a socket may hold", () => {
    const wanted = Array.from({ length: MOST_TOPICS + 50 }, (_, index) => `latest:${index}`);
    expect(topicChanges(wanted, new Set()).subscribe).toHaveLength(MOST_TOPICS);
  });
  test("waits longer after each failure, with full jitter, at most half a minute", () => {
    expect([0, 1, 2, 50].map((attempt) => reconnectDelay(attempt, () => 1))).toEqual([500, 1000, 2000, 30_000]);
    expect(reconnectDelay(9, () => 0)).toBe(0);
  });
});
