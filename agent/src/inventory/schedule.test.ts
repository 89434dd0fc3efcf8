import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InventorySection, InventoryTaken, SectionName } from "@vigia/protocol";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createFixtureHost } from "../host/fixture-host.ts";
import { quiet } from "../link/testing/agent-parts.ts";
import type { TakenInventory } from "./child.ts";
import { digestOf, type Hashes } from "./hashes.ts";
import { pack } from "./pack.ts";
import { createInventory } from "./schedule.ts";
import { createInventoryStore } from "./store.ts";

type Emitted = [key: string, body: { inventorySection: InventorySection } | { inventoryTaken: InventoryTaken }];

let dir = "";
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "vigia-inventory-"));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dir, { recursive: true, force: true });
});

const machineWith = (sections: readonly [SectionName, object][], troubles: TakenInventory["troubles"] = []): TakenInventory => ({
  sections: sections.map(([name, section]) => pack(name, section)),
  troubles,
  durationMs: 5,
});

/** A service over a machine that the test turns, with time that stands until it is told. */
function rig() {
  vi.useFakeTimers();
  let saved: Hashes | undefined;
  const emitted: Emitted[] = [];
  const state = {
    machine: machineWith([]),
    failing: false,
    resent: 0,
    taken: 0,
    modified: { "/var/lib/dpkg/status": 1, "/var/lib/apt/lists": 1 },
  };
  const skipped: (readonly SectionName[])[] = [];
  const service = createInventory({
    host: createFixtureHost({ modified: state.modified }),
    store: {
      load: async () => saved,
      save: async (hashes) => {
        saved = hashes;
      },
    },
    log: quiet,
    random: () => 0,
    steadyMs: () => Date.now(),
    take: async (_, skip) => {
      state.taken++;
      skipped.push(skip);
      if (state.failing) throw new Error("no");
      return state.machine;
    },
    emit: (...what) => emitted.push(what),
    resend: () => state.resent++,
  });
  const stop = new AbortController();
  /** What was said during so long. */
  const during = async (ms: number): Promise<string[]> => {
    const before = emitted.length;
    for (let left = ms; left > 0; left -= 1_000) await vi.advanceTimersByTimeAsync(Math.min(left, 1_000));
    return emitted.slice(before).map(([key]) => key);
  };
  return { service, state, emitted, skipped, during, start: () => service.start(stop.signal) };
}

describe("the inventory service", () => {
  test("sends all at first, then what changed, and always that it was taken", async () => {
    const { service, state, during, start, emitted } = rig();
    state.machine = machineWith([
      ["system", { model: "X" }],
      ["software", { programs: [{ name: "one" }] }],
    ]);
    await start();
    expect(await during(60_000)).toEqual([]);
    service.linked();
    expect(await during(30_000)).toEqual(["inventory:system", "inventory:software", "inventory"]);
    state.machine = machineWith([
      ["system", { model: "X" }],
      ["software", { programs: [{ name: "two" }] }],
    ]);
    service.request(false);
    expect(await during(90_000)).toEqual(["inventory:software", "inventory"]);
    service.request(true);
    expect(await during(90_000)).toEqual(["inventory:system", "inventory:software", "inventory"]);
    const [, last] = emitted.at(-1) ?? [];
    const hashes = Object.fromEntries(state.machine.sections.map(({ name, hash }) => [name, Buffer.from(hash).toString("hex")]));
    expect(last).toMatchObject({ inventoryTaken: { digest: digestOf(hashes), durationMs: 5 } });
    await service.stop();
  });

  test("a section that cannot be read this time stands, and comes from the spool when all is asked for", async () => {
    const { service, state, during, start, emitted } = rig();
    state.machine = machineWith([
      ["system", { model: "X" }],
      ["disks", { disks: [{ name: "sda" }] }],
    ]);
    await start();
    service.linked();
    await during(30_000);
    const digest = () => {
      const [, last] = emitted.at(-1) ?? [];
      return last !== undefined && "inventoryTaken" in last ? last.inventoryTaken.digest : undefined;
    };
    const whole = digest();
    state.machine = machineWith([["system", { model: "X" }]], [{ section: "disks", reason: "no" }]);
    service.request(true);
    expect(await during(90_000)).toEqual(["inventory:system", "inventory"]);
    expect(digest()).toEqual(whole);
    expect(state.resent).toBe(1);
    await service.stop();
  });

  test("an installation is noticed when it is over", async () => {
    const { service, state, during, start } = rig();
    await start();
    service.linked();
    await during(30_000);
    expect(state.taken).toBe(1);
    await during(15 * 60_000);
    state.modified["/var/lib/dpkg/status"] = 2;
    expect(await during(5 * 60_000)).toEqual([]);
    expect(await during(60_000)).toEqual(["inventory"]);
    expect(await during(60 * 60_000)).toEqual([]);
    await service.stop();
  });

  test("updates are worked out anew only when what they follow from is another, or all is asked for", async () => {
    const { service, state, during, start, skipped } = rig();
    state.machine = machineWith([["updates", { pending: 3 }]]);
    await start();
    service.linked();
    await during(60_000);
    const ask = async (full: boolean) => {
      service.request(full);
      await during(90_000);
      return skipped.at(-1);
    };
    expect(await ask(false)).toEqual(["updates"]);
    expect(await ask(true)).toEqual([]);
    state.modified["/var/lib/apt/lists"] = 2;
    expect(await ask(false)).toEqual([]);
    expect(await ask(false)).toEqual(["updates"]);
    await service.stop();
  });

  test("a failure is tried again and does not end it", async () => {
    const { service, state, during, start } = rig();
    state.failing = true;
    await start();
    service.linked();
    expect(await during(60_000)).toEqual([]);
    state.failing = false;
    expect(await during(65 * 60_000)).toEqual(["inventory"]);
    await service.stop();
  });
});

describe("what was sent", () => {
  test("is known after a restart, and forgotten with the enrolment or when damaged", async () => {
    const store = createInventoryStore(dir, "a".repeat(32));
    expect(await store.load()).toBeUndefined();
    await store.save({ system: "0".repeat(64) });
    expect(await store.load()).toEqual({ system: "0".repeat(64) });
    expect(await createInventoryStore(dir, "b".repeat(32)).load()).toBeUndefined();
  });

  test("has one digest whatever the order in which sections were read, and another for any other hash", () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));
    const names = fc.subarray<SectionName>(["system", "os", "disks", "software", "users"], { minLength: 1 });
    fc.assert(
      fc.property(names, fc.array(hash, { minLength: 5, maxLength: 5 }), hash, (chosen, hashes, other) => {
        const entries = chosen.map((name, at): [SectionName, string] => [name, hashes[at] ?? ""]);
        const digest = digestOf(Object.fromEntries(entries));
        expect(digestOf(Object.fromEntries(entries.toReversed()))).toEqual(digest);
        const [[first, known]] = entries as [[SectionName, string]];
        if (known !== other) expect(digestOf({ ...Object.fromEntries(entries), [first]: other })).not.toEqual(digest);
      }),
    );
  });
});
