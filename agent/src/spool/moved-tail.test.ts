import { randomBytes } from "node:crypto";
import { AgentEventKind, Lane, WireRecord } from "@vigia/protocol";
import { describe, expect, it } from "vitest";
import { type LaneReader, type OpenSpool, openSpool } from "./index.ts";
import { MemoryFiles } from "./testing/memory-files.ts";
import { ModelServer } from "./testing/model-server.ts";

const AT = 1_800_000_000_000;
const started = (detail: string) => ({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail });
const NEW = ["f", "g", "h", "i", "j", "k"];
const ALL = ["a", "b", "c", "d", "e", ...NEW];

const open = (files: MemoryFiles): Promise<OpenSpool> =>
  openSpool({
    files,
    dir: "/spool",
    maxBytes: 64 * 1_048_576,
    randomBytes,
    now: () => AT,
    onTrouble: () => undefined,
    segmentBytes: 200,
    ballastBytes: 4_096,
  });

function eventsOf(spool: OpenSpool): LaneReader {
  const lane = spool.lanes.find((one) => one.lane === Lane.LANE_EVENT);
  if (lane === undefined) throw new Error("no such lane");
  return lane;
}

async function deliver(spool: OpenSpool, server: ModelServer): Promise<void> {
  const lane = eventsOf(spool);
  await lane.align(server.cursor);
  for (;;) {
    const some = await lane.read(server.cursor + 1, 4, 1_000);
    if (some.length === 0) return;
    server.take(some.map(({ seq, bytes }) => Object.assign(WireRecord.decode(bytes), { seq })));
  }
}

/** A server that has the first five events, and a disk with two of them and six new ones, three under numbers that the server knows. */
async function behind(): Promise<{ files: MemoryFiles; server: ModelServer; spool: OpenSpool }> {
  const server = new ModelServer();
  const lost = new MemoryFiles();
  const before = await open(lost);
  await deliver(before, server);
  for (const word of ["a", "b"]) await before.event(started(word), AT);
  const files = lost.afterPowerLoss(1);
  for (const word of ["c", "d", "e"]) await before.event(started(word), AT);
  await deliver(before, server);
  await before.close();
  const spool = await open(files);
  for (const word of NEW) await spool.event(started(word), AT);
  return { files, server, spool };
}

describe("a disk that lost what the server has", () => {
  it("keeps the order of what came after it, under new numbers", async () => {
    const { server, spool } = await behind();
    await deliver(spool, server);
    await spool.event(started("l"), AT);
    await deliver(spool, server);
    expect(server.contents).toEqual([...ALL, "l"]);
    expect(server.gaps).toEqual([]);
    await spool.close();
  });

  it("keeps it wherever the moving ends: by a failure, after which it is tried again, or with the agent", async () => {
    let failed = true;
    for (let after = 0; failed; after++) {
      for (const restarts of [false, true]) {
        const { files, server, spool: first } = await behind();
        files.fault = { after, code: "EIO", times: Number.POSITIVE_INFINITY };
        failed = await eventsOf(first)
          .align(server.cursor)
          .then(
            () => false,
            () => true,
          );
        files.fault = undefined;
        const spool = restarts ? await open(files.afterPowerLoss(1)) : first;
        await spool.event(started("l"), AT);
        await deliver(spool, server);
        expect(server.contents, `${after} calls, ${restarts ? "then another start" : "then once more"}`).toEqual([...ALL, "l"]);
        await spool.close();
      }
    }
  });
});
