import { randomBytes } from "node:crypto";
import { AgentEventKind, Lane, type NumberedRecord, WireRecord } from "@vigia/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LaneReader, type OpenSpool, openSpool, type SpoolOptions } from "./index.ts";
import { MemoryFiles } from "./testing/memory-files.ts";
import { contentOf, ModelServer } from "./testing/model-server.ts";

const AT = 1_800_000_000_000;
const started = (detail: string) => ({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail });

function open(files: MemoryFiles, more: Partial<SpoolOptions> = {}): Promise<OpenSpool> {
  const base = { files, dir: "/spool", maxBytes: 64 * 1_048_576, randomBytes, now: () => AT, onTrouble: () => undefined };
  return openSpool({ ...base, segmentBytes: 200, ballastBytes: 4_096, ...more });
}

function laneOf(spool: OpenSpool, lane: Lane): LaneReader {
  const found = spool.lanes.find((one) => one.lane === lane);
  if (found === undefined) throw new Error("no such lane");
  return found;
}

/** What a server makes of records as they are sent. */
const received = (records: readonly NumberedRecord[]): WireRecord[] =>
  records.map(({ seq, bytes }) => Object.assign(WireRecord.decode(bytes), { seq }));

async function readAll(lane: LaneReader, from: number): Promise<WireRecord[]> {
  const all: WireRecord[] = [];
  for (let seq = from; ; ) {
    const some = await lane.read(seq, 4, 1_000);
    if (some.length === 0) return all;
    all.push(...received(some));
    seq = (some.at(-1)?.seq ?? 0) + 1;
  }
}

async function deliver(spool: OpenSpool, lane: Lane, server: ModelServer, limit = Number.POSITIVE_INFINITY): Promise<void> {
  const reader = laneOf(spool, lane);
  await reader.align(server.cursor);
  const records = (await readAll(reader, server.cursor + 1)).slice(0, limit);
  server.take(records);
}

const copyOf = (files: MemoryFiles): MemoryFiles => files.afterPowerLoss(1);

function lastSegment(files: MemoryFiles, lane: string): { path: string; bytes: Buffer } {
  const path =
    [...files.contents.keys()]
      .filter((name) => name.startsWith(`/spool/${lane}/`))
      .sort((a, b) => (a < b ? -1 : 1))
      .at(-1) ?? "";
  return { path, bytes: files.contents.get(path)?.now ?? Buffer.alloc(0) };
}

describe("a spool", () => {
  it("gives back what was put in, in order, after a restart with the same epoch", async () => {
    const files = new MemoryFiles();
    const spool = await open(files);
    for (const word of ["a", "b", "c"]) await spool.event(started(word), AT);
    spool.metrics({ uptimeSeconds: 1 }, AT);
    await spool.close();
    const again = await open(files);
    expect(again.epoch).toBe(spool.epoch);
    expect((await readAll(laneOf(again, Lane.LANE_EVENT), 1)).map(contentOf)).toEqual(["a", "b", "c"]);
    expect((await readAll(laneOf(again, Lane.LANE_METRIC), 1)).map((record) => [record.seq, record.atMs, contentOf(record)])).toEqual([
      [1, AT, "1"],
    ]);
    await again.close();
  });

  it("cut at every byte of its last two records leaves the exact prefix, says so, and never uses a number twice", async () => {
    const files = new MemoryFiles();
    const spool = await open(files, { segmentBytes: 100_000 });
    const words = ["first", "second", "third", "fourth"];
    await laneOf(spool, Lane.LANE_EVENT).align(0);
    const ends: number[] = [];
    for (const word of words) {
      await spool.event(started(word), AT);
      ends.push(lastSegment(files, "event").bytes.length);
    }
    for (let size = ends[1] ?? 0; size < (ends[3] ?? 0); size++) {
      const disk = copyOf(files);
      const { path, bytes } = lastSegment(disk, "event");
      disk.contents.set(path, { now: bytes.subarray(0, size), durable: bytes.subarray(0, size) });
      const again = await open(disk, { segmentBytes: 100_000 });
      await again.event(started("new"), AT);
      const kept = ends.filter((end) => end <= size).length;
      const found = (await readAll(laneOf(again, Lane.LANE_EVENT), 1)).map(contentOf);
      const repaired = ends.includes(size) ? [] : [expect.stringContaining("damaged")];
      expect(found).toEqual([...words.slice(0, kept), ...repaired, "new"]);
      // The server has all four already: what is new must reach it under new numbers.
      const server = new ModelServer();
      server.take(await readAll(laneOf(spool, Lane.LANE_EVENT), 1));
      await deliver(again, Lane.LANE_EVENT, server);
      expect(server.contents).toHaveLength(words.length + repaired.length + 1);
      expect(server.contents).toEqual(expect.arrayContaining([...words, ...repaired, "new"]));
      await again.close();
    }
    await spool.close();
  });

  it("with any bit of a record's header flipped keeps what stands before it and invents nothing", async () => {
    const files = new MemoryFiles();
    const spool = await open(files, { segmentBytes: 100_000 });
    await spool.event(started("kept"), AT);
    const start = lastSegment(files, "event").bytes.length;
    await spool.event(started("hit"), AT);
    for (let bit = 0; bit < 25 * 8; bit++) {
      const disk = copyOf(files);
      const { bytes } = lastSegment(disk, "event");
      const at = start + (bit >> 3);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
      const again = await open(disk, { segmentBytes: 100_000 });
      await again.flush();
      const found = (await readAll(laneOf(again, Lane.LANE_EVENT), 1)).map(contentOf);
      expect(found).toEqual(["kept", expect.stringContaining("damaged")]);
      await again.close();
    }
    await spool.close();
  });

  it("says with a Gap what a damaged segment in the middle lost, and sends what lies behind it", async () => {
    const files = new MemoryFiles();
    const spool = await open(files, { segmentBytes: 1 });
    for (const word of ["a", "b", "c"]) await spool.event(started(word), AT);
    const second = files.contents.get("/spool/event/0000000000000002.seg");
    if (second !== undefined) second.now[30] = (second.now[30] ?? 0) ^ 1;
    const again = await open(files, { segmentBytes: 1 });
    await again.flush();
    const server = new ModelServer();
    await deliver(again, Lane.LANE_EVENT, server);
    expect(server.contents).toEqual(["a", "c", expect.stringContaining("damaged")]);
    expect(server.gaps).toEqual([{ from: 2, to: 2 }]);
    await again.close();
  });

  it("goes on with the right number when every segment is gone", async () => {
    const files = new MemoryFiles();
    const spool = await open(files);
    for (let index = 0; index < 20; index++) await spool.event(started(`${index}`), AT);
    const server = new ModelServer();
    await deliver(spool, Lane.LANE_EVENT, server);
    await laneOf(spool, Lane.LANE_EVENT).ack(server.cursor);
    await spool.close();
    for (const path of [...files.contents.keys()]) if (path.endsWith(".seg")) files.contents.delete(path);
    const again = await open(files);
    await again.event(started("later"), AT);
    await deliver(again, Lane.LANE_EVENT, server);
    expect(server.applied.get(21)).toBe("later");
    await again.close();
  });

  it("drops the oldest metrics when full and says so with one Gap", async () => {
    const files = new MemoryFiles();
    const spool = await open(files, { maxBytes: 0, segmentBytes: 8 * 1_048_576 });
    const mount = "x".repeat(60_000);
    const volumes = Array.from({ length: 16 }, () => ({ mount }));
    for (let index = 1; index <= 45; index++) {
      spool.metrics({ uptimeSeconds: index, volumes }, AT + index);
      await spool.flush();
    }
    const server = new ModelServer();
    await deliver(spool, Lane.LANE_METRIC, server);
    expect(server.gaps).toHaveLength(1);
    const gap = server.gaps[0] ?? { from: 0, to: 0 };
    expect(gap.from).toBe(1);
    expect(server.contents).toEqual(Array.from({ length: 45 - gap.to }, (_, index) => String(gap.to + 1 + index)));
    const [first] = received(await laneOf(spool, Lane.LANE_METRIC).read(1, 1, 1));
    expect(first).toMatchObject({ body: "gap", gap: { from: 1, firstAtMs: AT + 1, lastAtMs: AT + gap.to + 1 } });
    await spool.close();
  });

  it("throws its ballast overboard on a full disk, keeps the event and says that the disk is full", async () => {
    const files = new MemoryFiles();
    const spool = await open(files);
    expect(files.contents.has("/spool/ballast")).toBe(true);
    files.fault = { after: 0, code: "ENOSPC", times: 1 };
    await spool.event(started("kept"), AT);
    await spool.flush();
    expect(files.contents.has("/spool/ballast")).toBe(false);
    expect((await readAll(laneOf(spool, Lane.LANE_EVENT), 1)).map(contentOf)).toEqual(["kept", "The disk has no room for the spool."]);
    files.fault = { after: 0, code: "ENOSPC", times: 50 };
    await expect(spool.event(started("refused"), AT)).rejects.toMatchObject({ code: "full" });
    files.fault = undefined;
    await spool.event(started("taken again"), AT);
    expect((await readAll(laneOf(spool, Lane.LANE_EVENT), 3)).map(contentOf)).toEqual(["taken again"]);
    await spool.close();
  });

  it("resends from the server's cursor after the server came back from a backup", async () => {
    const files = new MemoryFiles();
    const spool = await open(files);
    for (let index = 1; index <= 12; index++) await spool.event(started(`${index}`), AT);
    const server = new ModelServer();
    await deliver(spool, Lane.LANE_EVENT, server);
    const lane = laneOf(spool, Lane.LANE_EVENT);
    await lane.ack(12);
    server.restore(5);
    expect(await lane.align(5)).toBe(true);
    server.take(await readAll(lane, 6));
    expect(server.contents).toEqual(Array.from({ length: 12 }, (_, index) => `${index + 1}`));
    await spool.close();
  });

  it("keeps acknowledged events for three days and lets them go afterwards", async () => {
    const files = new MemoryFiles();
    let now = AT;
    const spool = await open(files, { now: () => now });
    const lane = laneOf(spool, Lane.LANE_EVENT);
    for (let index = 1; index <= 12; index++) await spool.event(started(`${index}`), now);
    await lane.ack(11);
    expect(lane.position().oldest).toBe(1);
    now += 73 * 3_600_000;
    await lane.ack(12);
    expect(lane.position().oldest).toBeGreaterThan(1);
    await spool.close();
  });
});

describe("states", () => {
  const status = (collector: string, reason: string) => ({ collectorStatus: { collector, reason } });

  it("send the newest value per key without a hole", async () => {
    const spool = await open(new MemoryFiles());
    const lane = laneOf(spool, Lane.LANE_STATE);
    await lane.align(0);
    for (const reason of ["1", "2", "3"]) spool.state("collector:cpu", status("cpu", reason), AT);
    spool.state("collector:disk", status("disk", "a"), AT);
    await spool.flush();
    expect(received(await lane.read(1, 10, 10_000)).map((record) => [record.seq, contentOf(record)])).toEqual([
      [1, "cpu=3"],
      [2, "disk=a"],
    ]);
    spool.state("collector:cpu", status("cpu", "4"), AT);
    await spool.flush();
    expect(received(await lane.read(1, 10, 10_000)).map((record) => [record.seq, contentOf(record)])).toEqual([
      [1, "cpu=3"],
      [2, "disk=a"],
      [3, "cpu=4"],
    ]);
    await spool.close();
  });

  it("in flight at a crash are neither lost nor said twice", async () => {
    const files = new MemoryFiles();
    const spool = await open(files);
    const server = new ModelServer();
    spool.state("collector:cpu", status("cpu", "1"), AT);
    spool.state("collector:disk", status("disk", "1"), AT);
    await spool.flush();
    await deliver(spool, Lane.LANE_STATE, server, 1);
    const again = await open(files);
    await deliver(again, Lane.LANE_STATE, server);
    expect([...server.applied]).toEqual([
      [1, "cpu=1"],
      [2, "disk=1"],
    ]);
    await again.close();
    await spool.close();
  });

  it("all go out again when the server lost what it had", async () => {
    const spool = await open(new MemoryFiles());
    const server = new ModelServer();
    spool.state("collector:cpu", status("cpu", "1"), AT);
    spool.state("collector:disk", status("disk", "1"), AT);
    await spool.flush();
    await deliver(spool, Lane.LANE_STATE, server);
    await laneOf(spool, Lane.LANE_STATE).ack(2);
    server.restore(0);
    await deliver(spool, Lane.LANE_STATE, server);
    expect(server.contents).toEqual(["cpu=1", "disk=1"]);
    await spool.close();
  });
});

type Step =
  | { readonly do: "event" | "metric" | "state" | "deliver" | "ack" | "kill" }
  | { readonly do: "power-loss"; readonly share: number }
  | { readonly do: "restore"; readonly back: number }
  | { readonly do: "fault"; readonly after: number; readonly code: "ENOSPC" | "EIO" | "short"; readonly times: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<Step>({ do: "event" }, { do: "metric" }, { do: "state" }) },
  { weight: 4, arbitrary: fc.constantFrom<Step>({ do: "deliver" }, { do: "ack" }, { do: "kill" }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("power-loss" as const), share: fc.double({ min: 0, max: 1, noNaN: true }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restore" as const), back: fc.nat(5) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("fault" as const),
      after: fc.nat(12),
      code: fc.constantFrom("ENOSPC" as const, "EIO" as const, "short" as const),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
);

const LANES = [Lane.LANE_EVENT, Lane.LANE_STATE, Lane.LANE_METRIC];

/** One life of a spool and its server, with everything that goes wrong in it. */
async function live(steps: readonly Step[]): Promise<{ promised: string[]; offered: Set<string>; servers: ModelServer[] }> {
  let files = new MemoryFiles();
  let spool = await open(files);
  const servers = LANES.map(() => new ModelServer());
  const promised: string[] = [];
  const offered = new Set<string>();
  const each = async (work: (lane: LaneReader, server: ModelServer) => Promise<unknown>) => {
    for (const [index, server] of servers.entries()) {
      const lane = spool.lanes[index];
      // A lane that cannot read or write now is tried again later; the server's own complaints must come through.
      if (lane !== undefined) await work(lane, server).catch((error) => expect(error).toHaveProperty("code"));
    }
  };
  const reopen = async () => {
    files.fault = undefined;
    spool = await open(files);
  };
  for (const [index, one] of steps.entries()) {
    const name = `n${index}`;
    if (one.do === "event") {
      offered.add(name);
      await spool.event(started(name), AT).then(
        () => promised.push(name),
        (error) => expect(error).toHaveProperty("code"),
      );
    } else if (one.do === "metric") spool.metrics({ uptimeSeconds: index }, AT);
    else if (one.do === "state") spool.state("collector:cpu", { collectorStatus: { collector: "cpu", reason: name } }, AT);
    else if (one.do === "deliver")
      await each(async (lane, server) => {
        await spool.flush();
        await lane.align(server.cursor);
        server.take(await readAll(lane, server.cursor + 1));
      });
    else if (one.do === "ack") await each(async (lane, server) => lane.ack(server.cursor));
    else if (one.do === "kill") await reopen();
    else if (one.do === "power-loss") {
      files = files.afterPowerLoss(one.share);
      await reopen();
    } else if (one.do === "restore") for (const server of servers) server.restore(server.cursor - one.back);
    else if (one.do === "fault") files.fault = { after: one.after, code: one.code, times: one.times };
  }
  await reopen();
  await spool.flush();
  await each(async (lane, server) => {
    await lane.align(server.cursor);
    server.take(await readAll(lane, server.cursor + 1));
  });
  await spool.close();
  return { promised, offered, servers };
}

it("whatever fails: promised events arrive exactly once, nothing is invented, no number means two things", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { promised, offered, servers } = await live(steps);
      const arrived = (servers[0]?.contents ?? []).filter((text) => text.startsWith("n"));
      expect(new Set(arrived).size).toBe(arrived.length);
      expect(arrived).toEqual([...arrived].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1))));
      for (const name of promised) expect(arrived).toContain(name);
      for (const name of arrived) expect(offered).toContain(name);
      expect(servers[0]?.gaps).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
