// A spool whose files were damaged: it opens, gives back records that were put in, in order, and takes new ones.
import { createHash, randomBytes } from "node:crypto";
import { AgentEventKind, Lane, WireRecord } from "@vigia/protocol";
import fc from "fast-check";
import { openSpool } from "../../../../../agent/src/spool/index.ts";
import { MemoryFiles } from "../../../../../agent/src/spool/testing/memory-files.ts";
import { damaged } from "../mutations.ts";
import type { Target } from "../target.ts";

const AT = 1_800_000_000_000;
const RECORDS = 12;

const open = (files: MemoryFiles) =>
  openSpool({
    files,
    dir: "/spool",
    maxBytes: 64 * 1_048_576,
    randomBytes,
    now: () => AT,
    onTrouble: () => undefined,
    segmentBytes: 300,
    ballastBytes: 4_096,
  });

/** The files of a spool that owes the server something in every lane. */
async function filled(): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  const spool = await open(files);
  for (let index = 0; index < RECORDS; index++) {
    await spool.event({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail: `event ${index}` }, AT);
    spool.metrics({ uptimeSeconds: index }, AT);
    spool.state(`collector:${index % 3}`, { collectorStatus: { collector: `c${index % 3}`, reason: String(index) } }, AT);
  }
  await spool.close();
  return files;
}

const original = await filled();
const names = [...original.contents.keys()].filter((name) => !name.includes("ballast")).sort((a, b) => (a < b ? -1 : 1));
const hashOf = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");
const known = new Set<string>();

async function contentsOf(files: MemoryFiles): Promise<unknown[]> {
  const spool = await open(files);
  const found: unknown[] = [];
  for (const lane of spool.lanes.filter((one) => one.lane !== Lane.LANE_STATE)) {
    let last = 0;
    for (let seq = 1; seq <= RECORDS * 3; seq++) {
      const [record] = await lane.read(seq, 1, 1_000_000);
      if (record === undefined) continue;
      if (record.seq < last) throw new Error("records come out of order");
      last = record.seq;
      const { seq: _, ...content } = WireRecord.decode(record.bytes);
      found.push(content);
    }
  }
  await spool.event({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail: "after" }, AT);
  await spool.close();
  return found;
}
for (const one of await contentsOf(await filled())) known.add(hashOf(one));

/** The first byte says which file, the rest is what it holds now. */
const inputs = fc
  .nat({ max: names.length - 1 })
  .chain((which) =>
    damaged(fc.constant(new Uint8Array(original.contents.get(names[which] ?? "")?.now ?? []))).map((bytes) =>
      Buffer.concat([Buffer.of(which), bytes]),
    ),
  );

/** What the spool itself says about damage and holes. */
const ownWords = (record: unknown): boolean =>
  /"(gap|agentEvent)"/.test(JSON.stringify(record)) && !/event \d/.test(JSON.stringify(record));

export const SPOOL: Target = {
  name: "spool",
  inputs,
  async read(bytes) {
    const files = original.afterPowerLoss(1);
    const content = files.contents.get(names[(bytes[0] ?? 0) % names.length] ?? "");
    if (content === undefined) throw new Error("a file of the spool is missing");
    content.now = Buffer.from(bytes.subarray(1));
    for (const record of await contentsOf(files))
      if (!known.has(hashOf(record)) && !ownWords(record)) throw new Error(`a record was invented: ${JSON.stringify(record)}`);
  },
  expected: () => false,
};
