import { beforeEach, expect, it } from "vitest";
import { createServerClock } from "./server-clock.ts";

const T = 1_800_000_000_000;
let wall: number;
let monotonic: number;
let uptime: number;
let steps: number[];

const clock = { now: () => wall, monotonic: () => monotonic };
const make = (offsetMs = 0) => createServerClock({ clock, uptimeMs: () => uptime, offsetMs, onStep: (byMs) => steps.push(byMs) });
const run = (ms: number) => {
  wall += ms;
  monotonic += ms;
  uptime += ms;
};

beforeEach(() => {
  wall = T;
  monotonic = 5_000;
  uptime = 900_000;
  steps = [];
});

it("starts with the offset known last and takes over the server's time at a Welcome", () => {
  const server = make(2_000);
  run(1_000);
  expect(server.now()).toBe(T + 3_000);
  server.anchor(T + 500_000);
  run(250);
  expect(server.now()).toBe(T + 500_250);
  expect(server.offsetMs()).toBe(500_250 - 1_250);
});

it("is not moved by a wall clock that jumps, and tells the jump once", () => {
  const server = make();
  for (const jump of [3_600_000, -7_200_000]) {
    const before = server.now();
    run(10_000);
    wall += jump;
    expect(server.now()).toBe(before + 10_000);
    expect(server.now()).toBe(before + 10_000);
  }
  expect(steps).toEqual([3_600_000, -7_200_000]);
});

it("goes on over a sleep, which is no jump", () => {
  const server = make();
  run(1_000);
  wall += 8 * 3_600_000;
  uptime += 8 * 3_600_000;
  expect(server.now()).toBe(T + 1_000 + 8 * 3_600_000);
  expect(steps).toEqual([]);
});

it("does not speak of small corrections", () => {
  const server = make();
  run(1_000);
  wall += 30_000;
  expect(server.now()).toBe(T + 1_000);
  expect(steps).toEqual([]);
});
