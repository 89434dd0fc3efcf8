import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Lane, WireRecord } from "@vigia/protocol";
import { expect, it } from "vitest";
import { nodeFiles, openSpool } from "./index.ts";
import { ModelServer } from "./testing/model-server.ts";

const WRITER = fileURLToPath(new URL("testing/writer.ts", import.meta.url));
const CYCLES = 4;

/** Lets the writer work until it promised some events, kills it, and answers everything it said. */
async function writeAndKill(dir: string, run: number, promises: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--conditions=vigia-source", WRITER, dir, String(run)], { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (part) => {
    text += part;
    if (text.split("\n=").length > promises) child.kill("SIGKILL");
  });
  await once(child, "close");
  return text.split("\n").filter((line) => line !== "");
}

it("killed with -9 again and again while it writes, every promised event arrives exactly once", async () => {
  const dir = await mkdtemp(join(tmpdir(), "vigia-spool-"));
  const servers = new Map([Lane.LANE_EVENT, Lane.LANE_METRIC].map((lane) => [lane, new ModelServer()]));
  const said: string[] = [];
  for (let run = 0; run < CYCLES; run++) {
    said.push(...(await writeAndKill(dir, run, 30 + 37 * run)));
    const open = { files: nodeFiles, dir, maxBytes: 1, randomBytes, now: () => Date.now(), onTrouble: () => undefined };
    const spool = await openSpool(open);
    for (const lane of spool.lanes) {
      const server = servers.get(lane.lane);
      if (server === undefined) continue;
      await lane.align(server.cursor);
      // Every other time the Ack is lost with the agent.
      for (let seq = server.cursor + 1; ; seq = server.cursor + 1) {
        const records = await lane.read(seq, 50, 100_000);
        if (records.length === 0) break;
        server.take(records.map(({ seq: number, bytes }) => Object.assign(WireRecord.decode(bytes), { seq: number })));
        if (run % 2 === 0) await lane.ack(server.cursor);
      }
    }
    if (run % 2 === 0) await spool.close();
  }
  const events = servers.get(Lane.LANE_EVENT);
  const arrived = events?.contents.filter((text) => !text.includes("damaged")) ?? [];
  const told = (mark: string) => said.filter((line) => line.startsWith(mark)).map((line) => line.slice(1));
  expect(new Set(arrived).size).toBe(arrived.length);
  expect(told("=").filter((name) => !arrived.includes(name))).toEqual([]);
  expect(arrived.filter((name) => !told("+").includes(name))).toEqual([]);
  expect([...servers.values()].flatMap((server) => server.gaps)).toEqual([]);
  await rm(dir, { recursive: true, force: true });
});
