import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { type Envelope, LOGS_PART_BYTES, LogsProblem } from "@vigia/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemClock } from "../clock.ts";
import { createLog } from "../log.ts";
import { createLogsService } from "./service.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "vigia-logs-"));
});
afterEach(() => rm(folder, { recursive: true }));

const ID = new Uint8Array(16).fill(7);
const ZIP = Buffer.from(Array.from({ length: LOGS_PART_BYTES + 10 }, (_, index) => index % 251));

async function started(collect: (file: string) => Promise<void> = (file) => writeFile(file, ZIP, { flag: "wx" })) {
  const said: Envelope[] = [];
  let now = 0;
  const service = createLogsService({
    file: path.join(folder, "logs.zip"),
    log: createLog({ dir: path.join(folder, "log"), level: "error", clock: systemClock, terminal: undefined }),
    steadyMs: () => now,
    collect,
    say: (envelope) => said.push(envelope) > 0,
  });
  await service.start(new AbortController().signal);
  return {
    service,
    said,
    later(ms: number) {
      now += ms;
    },
  };
}

test("logs are collected once, offered again after a lost connection, sent as the server wants them, and forgotten", async () => {
  const { service, said } = await started();
  service.request({ requestId: ID });
  await vi.waitFor(() => expect(said).toEqual([{ body: "logsOffer", logsOffer: { requestId: ID, size: ZIP.length } }]));
  service.request({ requestId: ID });
  expect(said[1]).toEqual(said[0]);
  for (const offset of [0, LOGS_PART_BYTES, ZIP.length]) await service.wanted({ requestId: ID, offset });
  await service.wanted({ requestId: new Uint8Array(16), offset: 0 });
  const parts = said.slice(2).map(({ logsPart }) => Buffer.from(logsPart?.content ?? []));
  expect([parts.length, Buffer.concat(parts).equals(ZIP)]).toEqual([2, true]);
  await service.wanted({ requestId: ID, done: true });
  expect(await readdir(folder)).not.toContain("logs.zip");
  await service.wanted({ requestId: ID, offset: 0 });
  expect(said).toHaveLength(4);
});

test("a failure and asking too often are told, and an hour later it may be asked again", async () => {
  let fails = true;
  const { service, said, later } = await started((file) => (fails ? Promise.reject(new Error("no disk")) : writeFile(file, "x")));
  const problem = async (id: number) => {
    const before = said.length;
    service.request({ requestId: new Uint8Array(16).fill(id) });
    await vi.waitFor(() => expect(said).toHaveLength(before + 1));
    return said[before]?.logsOffer?.problem;
  };
  expect(await problem(1)).toBe(LogsProblem.LOGS_PROBLEM_FAILED);
  fails = false;
  for (let id = 2; id <= 10; id++) expect(await problem(id)).toBeUndefined();
  expect(await problem(11)).toBe(LogsProblem.LOGS_PROBLEM_TOO_OFTEN);
  later(3_600_000);
  expect(await problem(12)).toBeUndefined();
});
