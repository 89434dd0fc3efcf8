import { expect, test } from "vitest";
import { createFixtureHost } from "../../host/fixture-host.ts";
import { createUptime, parseUptime } from "./index.ts";

const never = new AbortController().signal;

test("a capture gives the seconds since boot", async () => {
  const host = createFixtureHost({ root: new URL("fixtures/linux/", import.meta.url) });
  const [seconds] = (await host.readFile("/proc/uptime")).split(" ");
  expect(await createUptime().collect(host, never)).toEqual({ uptimeSeconds: Number(seconds) });
});

test("a file that holds no time is an error", () => {
  expect(() => parseUptime("\n")).toThrow();
});

test("Windows and macOS ask the runtime", async () => {
  expect(await createUptime().collect(createFixtureHost({ platform: "darwin", os: { uptimeSeconds: 77 } }), never)).toEqual({
    uptimeSeconds: 77,
  });
});
