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

it("notices within a minute where a folder cannot be watched", async () => {
  vi.useFakeTimers();
  const onGone = vi.fn();
  const status = make(async () => false, onGone);
  await status.start(new AbortController().signal);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onGone).toHaveBeenCalled();
  await status.stop();
});
