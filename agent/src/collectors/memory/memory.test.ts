import { expect, test } from "vitest";
import { createFixtureHost } from "../../host/fixture-host.ts";
import { createMemory } from "./index.ts";
import { parseMeminfo } from "./linux.ts";

const never = new AbortController().signal;

test("a capture: in use is what programs could not get", async () => {
  const host = createFixtureHost({ root: new URL("fixtures/linux/", import.meta.url) });
  const text = await host.readFile("/proc/meminfo");
  const kib = (name: string) => Number(new RegExp(`^${name}: +(\\d+)`, "m").exec(text)?.[1]);
  expect(await createMemory().collect(host, never)).toEqual({
    memory: {
      totalBytes: kib("MemTotal") * 1024,
      usedBytes: (kib("MemTotal") - kib("MemAvailable")) * 1024,
      swapTotalBytes: 0,
      swapUsedBytes: 0,
    },
  });
});

test("an old kernel without MemAvailable: what can be given back is not in use, shared memory is", () => {
  const text =
    "MemTotal: 1000 kB\nMemFree: 100 kB\nBuffers: 50 kB\nCached: 300 kB\nShmem: 80 kB\nSReclaimable: 30 kB\nSwapTotal: 200 kB\nSwapFree: 150 kB\n";
  expect(parseMeminfo(text)).toEqual({ totalBytes: 1_024_000, usedBytes: 614_400, swapTotalBytes: 204_800, swapUsedBytes: 51_200 });
});

test("figures that contradict each other never make a negative use", () => {
  expect(parseMeminfo("MemTotal: 100 kB\nMemAvailable: 120 kB\n").usedBytes).toBe(0);
});

test("a file without a total is an error", () => {
  expect(() => parseMeminfo("MemFree: 100 kB\n")).toThrow("MemTotal");
});

test("Windows and macOS: total without free, and no word of swap", async () => {
  const host = createFixtureHost({ platform: "win32", os: { totalMemory: 8000, freeMemory: 3000 } });
  expect(await createMemory().collect(host, never)).toEqual({ memory: { totalBytes: 8000, usedBytes: 5000 } });
});
