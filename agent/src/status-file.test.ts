import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CollectorState } from "@vigia/protocol";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { systemClock } from "./clock.ts";
import { quiet } from "./link/testing/agent-parts.ts";
import { createStatusFile, readStatus } from "./status-file.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "vigia-status-"));
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(dir, { recursive: true, force: true });
});

function make(stillEnrolled: () => Promise<boolean>, onGone: () => void) {
  return createStatusFile({ dir, agentVersion: "1", clock: systemClock, log: quiet, lanes: () => [], stillEnrolled, onGone });
}

it("tells what changed, and its last words when it stops", async () => {
  const status = make(
    async () => true,
    () => undefined,
  );
  await status.start(new AbortController().signal);
  status.collector({ collector: "cpu", state: CollectorState.COLLECTOR_STATE_FAILED, reason: "why" });
  status.link({ phase: "connected", server: "https://vigia.example", sinceMs: 1 });
  await status.stop();
  expect(await readStatus(dir)).toMatchObject({
    pid: process.pid,
    link: { phase: "connected" },
    collectors: { cpu: { state: "failed", reason: "why" } },
  });
});

it("notices at once that the identity was wiped", async () => {
  await writeFile(join(dir, "identity.json"), "{}");
  const onGone = vi.fn();
  const status = make(async () => existsSync(join(dir, "identity.json")), onGone);
  await status.start(new AbortController().signal);
  await rm(join(dir, "identity.json"));
  await vi.waitFor(() => expect(onGone).toHaveBeenCalled());
  await status.stop();
});

it.each([
  ["a minute where a folder cannot be watched", "not there", 60_000],
  ["ten minutes where nothing was told of a folder that is watched", "", 600_000],
])("notices within %s", async (_when, folder, withinMs) => {
  vi.useFakeTimers();
  const onGone = vi.fn();
  const clock = { now: () => Date.now(), monotonic: () => Date.now() };
  const parts = { agentVersion: "1", clock, log: quiet, lanes: () => [], stillEnrolled: async () => false, onGone };
  const status = createStatusFile({ ...parts, dir: join(dir, folder) });
  await status.start(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(withinMs - 1_000);
  expect(onGone).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(onGone).toHaveBeenCalled();
  vi.useRealTimers();
  await status.stop();
});

it("takes its looks while the agent is awake anyway, and by itself when it is not", async () => {
  vi.useFakeTimers();
  const onGone = vi.fn();
  const clock = { now: () => Date.now(), monotonic: () => Date.now() };
  let looks = 0;
  const lanes = () => {
    looks++;
    return [];
  };
  const status = createStatusFile({ dir, agentVersion: "1", clock, log: quiet, lanes, stillEnrolled: async () => true, onGone });
  await status.start(new AbortController().signal);
  const during = async (ms: number, awakeEveryMs: number) => {
    const before = looks;
    for (let passed = 0; passed < ms; passed += awakeEveryMs) {
      await vi.advanceTimersByTimeAsync(awakeEveryMs);
      expect(vi.getTimerCount()).toBe(1);
      status.awake();
    }
    return looks - before;
  };
  expect(await during(300_000, 30_000)).toBe(5);
  const before = looks;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(looks - before).toBe(1);
  vi.useRealTimers();
  await status.stop();
});
