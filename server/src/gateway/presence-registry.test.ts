import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SILENCE_MS } from "./presence.ts";
import { PresenceRegistry, type RegistryChange } from "./presence-registry.ts";

const MACHINE = { organizationId: "o", resourceId: "r", pending: false };

function setUp() {
  let now = 1_000_000;
  const changes: RegistryChange[] = [];
  const registry = new PresenceRegistry({ now: () => now }, (change) => changes.push(change));
  return {
    registry,
    changes,
    presence: () => registry.now("r")?.presence,
    history: () => changes.flatMap((change) => change.history.map((event) => event.kind)),
    /** One step of the server's life: time passes, then it looks. */
    step(milliseconds: number) {
      now += milliseconds;
      return registry.tick();
    },
    pass(milliseconds: number) {
      for (let passed = 0; passed < milliseconds; passed += 500) this.step(Math.min(500, milliseconds - passed));
    },
  };
}

describe("presence", () => {
  test("a lost socket is not answering at once and offline 75 s later, not before", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.registry.closed("r", "lost");
    expect(it.presence()).toBe("not_answering");
    it.pass(SILENCE_MS - 1);
    expect(it.presence()).toBe("not_answering");
    it.pass(1);
    expect(it.presence()).toBe("offline");
    expect(it.history()).toEqual(["online", "offline"]);
  });

  test("opening a quiet machine does not make it look bad: it has 12.5 s to answer the first ping", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.pass(29_000);
    const release = it.registry.watch("r");
    expect(it.step(250)).toEqual({ ping: ["r"], silent: [] });
    it.pass(11_900);
    expect(it.presence()).toBe("online");
    it.pass(500);
    expect(it.presence()).toBe("not_answering");
    release();
    it.pass(1_000);
    // Looking away is no sign of life.
    expect(it.presence()).toBe("not_answering");
    it.registry.heard("r");
    expect(it.presence()).toBe("online");
    expect(it.history()).toEqual(["online"]);
  });

  test("a machine nobody looks at is pinged after 50 s of silence, a watched one every 5 s", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    const pings = (milliseconds: number): number => {
      let count = 0;
      for (let passed = 0; passed < milliseconds; passed += 500) {
        const { ping } = it.step(500);
        count += ping.length;
        if (ping.length > 0) it.registry.heard("r");
      }
      return count;
    };
    expect(pings(350_000)).toBe(7);
    it.registry.watch("r");
    expect(pings(60_000)).toBe(12);
  });

  test("a server that was stopped for an hour finds nobody offline, and counts on from where it stood", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.pass(70_000);
    it.step(3_600_000);
    expect(it.presence()).toBe("online");
    it.pass(4_000);
    expect(it.presence()).toBe("online");
    it.pass(1_500);
    expect(it.presence()).toBe("offline");
  });

  test("a clock set back does not keep a dead machine alive", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.pass(60_000);
    it.step(-7_200_000);
    it.pass(16_000);
    expect(it.presence()).toBe("offline");
  });

  test("closed to come back soon, a machine keeps its presence for 12.5 s", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.registry.closed("r", "returning");
    it.pass(12_000);
    expect(it.presence()).toBe("online");
    it.pass(1_000);
    expect(it.presence()).toBe("not_answering");
  });

  test("after a start, machines that were online have five minutes; one that was offline stays so", () => {
    const it = setUp();
    it.registry.load({ organizationId: "o", resourceId: "r", presence: "online", since: 1, lastSeenAt: 2 });
    it.registry.load({ organizationId: "o", resourceId: "off", presence: "offline", since: 1, lastSeenAt: 2 });
    expect(it.presence()).toBe("not_answering");
    it.pass(299_500);
    expect(it.presence()).toBe("not_answering");
    it.pass(500);
    expect(it.presence()).toBe("offline");
    expect(it.registry.now("off")).toMatchObject({ presence: "offline", since: 1 });
    expect(it.history()).toEqual(["offline"]);
  });

  test("coming back within the grace is no history at all", () => {
    const it = setUp();
    it.registry.load({ organizationId: "o", resourceId: "r", presence: "online", since: 1, lastSeenAt: 2 });
    it.pass(200_000);
    it.registry.connected(MACHINE);
    expect(it.presence()).toBe("online");
    expect(it.history()).toEqual([]);
  });

  test("those who could not be let in get five minutes more; those whose socket stands are judged as ever", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.registry.connected({ ...MACHINE, resourceId: "stands" });
    it.registry.closed("r", "lost");
    it.pass(60_000);
    it.registry.forgive();
    it.pass(20_000);
    expect(it.registry.now("stands")?.presence).toBe("offline");
    it.pass(279_000);
    expect(it.presence()).toBe("not_answering");
    it.pass(1_000);
    expect(it.presence()).toBe("offline");
  });

  test("an agent that was let go is offline at once, and stays so whatever its old socket does", () => {
    const it = setUp();
    it.registry.connected(MACHINE);
    it.registry.retire("r");
    expect(it.presence()).toBe("offline");
    it.registry.heard("r");
    it.registry.closed("r", "lost");
    expect(it.presence()).toBe("offline");
  });

  type Action =
    | { kind: "connect" | "heard" | "lost" | "returning" | "retire" | "watch" | "release" | "excuse" }
    | { kind: "step"; ms: number };
  const action: fc.Arbitrary<Action> = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .constantFrom<Action["kind"] & string>("connect", "heard", "lost", "returning", "retire", "watch", "release", "excuse")
        .map((kind) => ({ kind }) as Action),
    },
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 4_900 }).map((ms): Action => ({ kind: "step", ms })) },
    { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 10_000_000 }).map((ms): Action => ({ kind: "step", ms })) },
  );

  test("whatever happens: only a sign of life makes it better, only real silence makes it offline, history alternates", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 120 }), (actions) => {
        const it = setUp();
        const RANK = { online: 0, not_answering: 1, offline: 2 };
        const releases: (() => void)[] = [];
        // The model: how long the machine could have been heard and was not.
        let silent = 0;
        let open = false;
        let retired = false;
        for (const act of actions) {
          const before = it.presence();
          switch (act.kind) {
            case "step":
              if (act.ms > 0 && act.ms <= 5_000) silent += act.ms;
              it.step(act.ms);
              break;
            case "connect":
              [silent, open, retired] = [0, true, false];
              it.registry.connected(MACHINE);
              expect(it.presence()).toBe("online");
              break;
            case "heard":
              if (open) silent = 0;
              it.registry.heard("r");
              if (open) expect(it.presence()).toBe("online");
              break;
            case "excuse":
              if (open) silent = 0;
              it.registry.excuse("r");
              break;
            case "lost":
            case "returning":
              if (open) silent = 0;
              open = false;
              it.registry.closed("r", act.kind);
              break;
            case "retire":
              [open, retired] = [false, true];
              it.registry.retire("r");
              break;
            case "watch":
              releases.push(it.registry.watch("r"));
              break;
            case "release":
              releases.pop()?.();
          }
          const after = it.presence();
          if (before === undefined || after === undefined) continue;
          const signOfLife = act.kind === "connect" || act.kind === "heard";
          if (!signOfLife) expect(RANK[after]).toBeGreaterThanOrEqual(RANK[before]);
          if (after === "offline" && before !== "offline") expect(retired || silent >= SILENCE_MS).toBe(true);
          if (act.kind === "step" && silent >= SILENCE_MS) expect(after).toBe("offline");
        }
        const history = it.history();
        expect(history).toEqual(history.map((_, index) => (index % 2 === 0 ? "online" : "offline")));
      }),
      { numRuns: 500 },
    );
  });
});
