import { describe, expect, it } from "vitest";
import {
  advance,
  freshState,
  ruleComplaints,
  type TriggerEvent,
  type TriggerRule,
  type TriggerSample,
  type TriggerState,
} from "./trigger.ts";

const MINUTE = 60_000;

/** A processor rule: at 90 % for a minute a warning, at 98 % critical; over below 85 % for a minute. A sample each 10 s. */
const processor: TriggerRule = {
  version: 1,
  everyMs: 10_000,
  terms: [{ metric: "processor.busy", aggregation: "last", windowMs: 0, n: 0, m: 0, worse: "above" }],
  levels: [
    { severity: "warning", raise: [90], clear: [85], raiseForMs: MINUTE },
    { severity: "critical", raise: [98], clear: [95], raiseForMs: MINUTE },
  ],
  clearForMs: MINUTE,
  stale: { afterMs: 3 * MINUTE, policy: "unknown" },
  bootGraceMs: 0,
  flap: { openings: 3, withinMs: 60 * MINUTE, clearForMs: 30 * MINUTE },
  schedule: [],
};

/** Feeds one value each ten seconds and keeps what was told. */
function watch(rule: TriggerRule, start = 0) {
  let state: TriggerState = freshState(rule, start);
  let now = start;
  const events: TriggerEvent[] = [];
  const look = (sample: TriggerSample | undefined, stepMs: number, with_ = rule) => {
    now += stepMs;
    const advanced = advance(with_, state, sample, now);
    state = advanced.state;
    events.push(...advanced.events);
  };
  return {
    events,
    get state() {
      return state;
    },
    told: () => events.map(({ kind, severity }) => `${kind} ${severity}`),
    feed(value: number | readonly number[], forMs: number, more: Partial<TriggerSample> = {}, with_ = rule) {
      const values = typeof value === "number" ? [value] : value;
      for (let fed = 0; fed < forMs; fed += rule.everyMs) look({ values, ...more }, rule.everyMs, with_);
    },
    silence: (forMs: number) => look(undefined, forMs),
    jump: (byMs: number, value: number) => look({ values: [value] }, byMs),
  };
}

describe("a limit of 90", () => {
  it.each([
    [89, []],
    [90, ["opened warning"]],
    [91, ["opened warning"]],
  ])("%d for ten minutes tells %j", (value, told) => {
    const seen = watch(processor);
    seen.feed(value, 10 * MINUTE);
    expect(seen.told()).toEqual(told);
  });

  it("does nothing for a peak that is shorter than asked", () => {
    const seen = watch(processor);
    seen.feed(99, 50_000);
    expect(seen.state.status).toBe("pending");
    seen.feed(50, 10_000);
    expect(seen.told()).toEqual([]);
    expect(seen.state.status).toBe("ok");
  });

  it("says how long it had been so when it opened", () => {
    const seen = watch(processor);
    seen.feed(92, 2 * MINUTE);
    expect(seen.events[0]).toMatchObject({ kind: "opened", episode: 1, heldMs: MINUTE, values: [92] });
  });

  it("stays open between the two limits and ends below 85 for a minute, not before", () => {
    const seen = watch(processor);
    seen.feed(95, 2 * MINUTE);
    seen.feed(87, 30 * MINUTE);
    expect(seen.state.status).toBe("firing");
    seen.feed(85, 30 * MINUTE);
    expect(seen.state.status).toBe("firing");
    seen.feed(84, MINUTE);
    expect(seen.state.status).toBe("recovering");
    seen.feed(86, 10_000);
    expect(seen.state.status).toBe("firing");
    seen.feed(20, MINUTE + 10_000);
    expect(seen.told()).toEqual(["opened warning", "resolved warning"]);
  });
});

describe("the ladder of severities", () => {
  it("is one problem that goes up and comes down", () => {
    const seen = watch(processor);
    seen.feed(92, 5 * MINUTE);
    seen.feed(99, 5 * MINUTE);
    seen.feed(92, 5 * MINUTE);
    seen.feed(10, 5 * MINUTE);
    expect(seen.told()).toEqual(["opened warning", "raised critical", "lowered warning", "resolved warning"]);
    expect(new Set(seen.events.map(({ episode }) => episode))).toEqual(new Set([1]));
  });

  it("opens at the top when it is bad enough for long enough", () => {
    const seen = watch(processor);
    seen.feed(100, 2 * MINUTE);
    expect(seen.told()).toEqual(["opened critical"]);
  });
});

describe("data that stays away", () => {
  it("makes the state unknown and never ends a problem", () => {
    const seen = watch(processor);
    seen.feed(95, 2 * MINUTE);
    seen.silence(4 * MINUTE);
    seen.silence(60 * MINUTE);
    expect(seen.state.status).toBe("unknown");
    seen.feed(80, 30_000);
    expect(seen.told()).toEqual(["opened warning", "unknown warning", "known warning"]);
    seen.feed(80, MINUTE);
    expect(seen.told().at(-1)).toBe("resolved warning");
  });

  it("begins a wait anew: a hole is no time that was bad", () => {
    const seen = watch(processor);
    seen.feed(95, 50_000);
    seen.jump(4 * MINUTE, 95);
    expect(seen.told()).toEqual([]);
    seen.feed(95, MINUTE);
    expect(seen.told()).toEqual(["opened warning"]);
  });

  it("opens the mildest level where the rule says so", () => {
    const seen = watch({ ...processor, stale: { afterMs: 3 * MINUTE, policy: "fire" } });
    seen.feed(10, MINUTE);
    seen.silence(4 * MINUTE);
    seen.silence(4 * MINUTE);
    expect(seen.told()).toEqual(["opened warning"]);
  });

  it("says nothing where it is to be kept", () => {
    const seen = watch({ ...processor, stale: { afterMs: 3 * MINUTE, policy: "keep" } });
    seen.feed(95, 2 * MINUTE);
    seen.silence(60 * MINUTE);
    expect(seen.told()).toEqual(["opened warning"]);
    expect(seen.state.status).toBe("firing");
  });

  it("is a sample that is not a number as well", () => {
    const seen = watch(processor);
    seen.feed(10, MINUTE);
    seen.feed(Number.NaN, 4 * MINUTE);
    expect(seen.told()).toEqual(["unknown null"]);
  });
});

describe("the machine's clock", () => {
  it("may jump back by a day without anything being told twice or forgotten", () => {
    const seen = watch(processor, 100 * 86_400_000);
    seen.feed(95, 30_000);
    seen.jump(-86_400_000, 95);
    seen.feed(95, 5 * MINUTE);
    seen.jump(-86_400_000, 95);
    seen.feed(10, 5 * MINUTE);
    expect(seen.told()).toEqual(["opened warning", "resolved warning"]);
  });
});

describe("a rule that waits for the right time", () => {
  it("opens nothing in the first fifteen minutes of a machine, but ends what is over", () => {
    const rule = { ...processor, bootGraceMs: 15 * MINUTE };
    const seen = watch(rule);
    seen.feed(99, 10 * MINUTE, { uptimeMs: 5 * MINUTE });
    expect(seen.told()).toEqual([]);
    seen.feed(99, 2 * MINUTE, { uptimeMs: 16 * MINUTE });
    seen.feed(10, 2 * MINUTE, { uptimeMs: 1 * MINUTE });
    expect(seen.told()).toEqual(["opened critical", "resolved critical"]);
  });

  it.each([
    ["Monday at eight", 8 * 60, true],
    ["Monday at six in the evening, the end excluded", 18 * 60, false],
    ["Sunday at noon", 6 * 1440 + 720, false],
  ])("keeps its hours: %s", (_, minuteOfWeek, opens) => {
    const rule = { ...processor, schedule: [{ fromMinute: 8 * 60, toMinute: 18 * 60 }] };
    const seen = watch(rule);
    seen.feed(99, 5 * MINUTE, { minuteOfWeek });
    expect(seen.told().length > 0).toBe(opens);
  });

  it("knows a span over the end of the week", () => {
    const rule = { ...processor, schedule: [{ fromMinute: 6 * 1440, toMinute: 60 }] };
    const seen = watch(rule);
    seen.feed(99, 5 * MINUTE, { minuteOfWeek: 30 });
    expect(seen.told()).toEqual(["opened critical"]);
  });
});

describe("flapping", () => {
  it("is told once, and then the problem stays open until it has been quiet for long", () => {
    const seen = watch(processor);
    for (let round = 0; round < 10; round += 1) {
      seen.feed(92, 2 * MINUTE);
      seen.feed(10, 2 * MINUTE);
    }
    expect(seen.told()).toEqual([...Array(3).fill(["opened warning", "resolved warning"]).flat(), "opened warning", "flapping warning"]);
    seen.feed(10, 31 * MINUTE);
    expect(seen.told().at(-1)).toBe("resolved warning");
    seen.feed(92, 2 * MINUTE);
    expect(seen.told().at(-1)).toBe("opened warning");
  });
});

describe("two terms", () => {
  const disk: TriggerRule = {
    ...processor,
    terms: [
      { metric: "volume.used", aggregation: "last", windowMs: 0, n: 0, m: 0, worse: "above" },
      { metric: "volume.free", aggregation: "last", windowMs: 0, n: 0, m: 0, worse: "below" },
    ],
    levels: [{ severity: "warning", raise: [90, 20], clear: [87, 23], raiseForMs: 0 }],
    clearForMs: 0,
  };

  it.each([
    ["full in share and in bytes", [91, 10], ["opened warning"]],
    ["full in share, much room in bytes", [95, 900], []],
    ["little room, but most of it free", [40, 10], []],
  ])("have to be bad together: %s", (_, values, told) => {
    const seen = watch(disk);
    seen.feed(values, MINUTE);
    expect(seen.told()).toEqual(told);
  });

  it("are good again when one of them is", () => {
    const seen = watch(disk);
    seen.feed([91, 10], MINUTE);
    seen.feed([88, 22], MINUTE);
    expect(seen.told()).toEqual(["opened warning"]);
    seen.feed([91, 24], MINUTE);
    expect(seen.told()).toEqual(["opened warning", "resolved warning"]);
  });
});

describe("windows", () => {
  const over = (aggregation: TriggerRule["terms"][number]["aggregation"], n = 0, m = 0): TriggerRule => ({
    ...processor,
    terms: [{ metric: "processor.busy", aggregation, windowMs: m === 0 ? 10 * MINUTE : 0, n, m, worse: "above" }],
    levels: [{ severity: "warning", raise: [90], clear: [85], raiseForMs: 0 }],
  });

  it("say nothing before they are full: a peak after a start is no average", () => {
    const seen = watch(over("avg"));
    seen.feed(100, 9 * MINUTE);
    expect(seen.told()).toEqual([]);
    seen.feed(100, 2 * MINUTE);
    expect(seen.told()).toEqual(["opened warning"]);
  });

  it("average over their time and let go of what is older", () => {
    const seen = watch(over("avg"));
    seen.feed(50, 60 * MINUTE);
    seen.feed(100, 7 * MINUTE);
    expect(seen.told()).toEqual([]);
    seen.feed(100, 2 * MINUTE);
    expect(seen.told()).toEqual(["opened warning"]);
  });

  it.each([
    ["min", [95, 95, 20], []],
    ["min", [95, 95, 95], ["opened warning"]],
    ["max", [20, 20, 95], ["opened warning"]],
    ["p95", [20, 20, 95], ["opened warning"]],
    ["p95", [20, 20, 20], []],
  ] as const)("know %s of %j", (aggregation, values, told) => {
    const seen = watch(over(aggregation));
    for (let round = 0; round < 40; round += 1) for (const value of values) seen.feed(value, 10_000);
    expect(seen.told()).toEqual(told);
  });

  it("count bad samples: three of the last five", () => {
    const seen = watch(over("n_of_m", 3, 5));
    for (const value of [99, 10, 99, 10, 10, 99, 10, 10]) seen.feed(value, 10_000);
    expect(seen.told()).toEqual([]);
    for (const value of [99, 10, 99, 99]) seen.feed(value, 10_000);
    expect(seen.told()).toEqual(["opened warning"]);
  });
});

describe("an edited rule", () => {
  it("keeps an open problem open and judges it by the new limits", () => {
    const seen = watch(processor);
    seen.feed(92, 2 * MINUTE);
    const higher = { ...processor, version: 2, levels: [{ severity: "warning" as const, raise: [95], clear: [93], raiseForMs: MINUTE }] };
    seen.feed(92, 30_000, {}, higher);
    expect(seen.state).toMatchObject({ status: "recovering", severity: "warning", episode: 1, ruleVersion: 2 });
    seen.feed(92, MINUTE, {}, higher);
    expect(seen.told()).toEqual(["opened warning", "resolved warning"]);
  });

  it("says so when the level of an open problem is gone", () => {
    const seen = watch(processor);
    seen.feed(100, 2 * MINUTE);
    seen.feed(100, 10_000, {}, { ...processor, version: 2, levels: processor.levels.slice(0, 1) });
    expect(seen.told()).toEqual(["opened critical", "lowered warning"]);
  });
});

describe("a rule that makes no sense", () => {
  it("is refused with field and reason", () => {
    expect(ruleComplaints(processor)).toEqual([]);
    expect(
      ruleComplaints({
        ...processor,
        everyMs: Number.NaN,
        stale: { afterMs: 5_000, policy: "shrug" as never },
        levels: [
          { severity: "critical", raise: [90], clear: [95], raiseForMs: -1 },
          { severity: "warning", raise: [80], clear: [], raiseForMs: 0 },
        ],
        schedule: [{ fromMinute: -1, toMinute: 20 }],
      }),
    ).toEqual(
      expect.arrayContaining([
        { field: "everyMs", reason: "not-a-number" },
        { field: "stale.policy", reason: "unknown-value" },
        { field: "levels.0.clear.0", reason: "clear-worse-than-raise" },
        { field: "levels.0.raiseForMs", reason: "out-of-range" },
        { field: "levels.1.severity", reason: "not-ascending" },
        { field: "levels.1.raise.0", reason: "not-ascending" },
        { field: "levels.1.clear", reason: "wrong-count" },
        { field: "schedule.0.fromMinute", reason: "out-of-range" },
      ]),
    );
    expect(ruleComplaints({ ...processor, terms: [], levels: [] })).toEqual(
      expect.arrayContaining([
        { field: "terms", reason: "missing" },
        { field: "levels", reason: "missing" },
      ]),
    );
  });
});
