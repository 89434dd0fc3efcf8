// Signed sightings of every chain's head, in files outside the database: whoever rewrites a chain consistently, or cuts its end,
// cannot rewrite these. One JSON object a line; each line carries the hash of the line before it, also of one in the file before.
import { createHash, type KeyObject, sign, verify } from "node:crypto";
import { appendFile, open } from "node:fs/promises";
import path from "node:path";
import { makePrivateFolder } from "../../files.ts";
import { StartError } from "../../start-error.ts";
import { closeFile, readFiles } from "./checkpoint-files.ts";
import type { Seen } from "./verify.ts";

export interface Checkpoint {
  readonly organizationId: string;
  readonly number: number;
  /** Hexadecimal. */
  readonly hash: string;
}

interface Line extends Checkpoint {
  readonly at: string;
  /** SHA-256 of the line before, hexadecimal; empty in the first. */
  readonly previous: string;
  /** ed25519 over CONTEXT and the line without it, base64. */
  readonly signature: string;
}

export interface Checkpoints {
  /** Appends one line for each head that moved since the last one. Throws when the disk refuses. */
  append(heads: readonly Checkpoint[], at: Date): Promise<void>;
  /** What was seen, by organization. Throws StartError naming the line that is damaged, was changed or follows a missing one. */
  read(): Promise<ReadonlyMap<string, Seen>>;
}

const CONTEXT = "vigia audit checkpoint\0";
const textOf = ({ at, organizationId, number, hash, previous }: Omit<Line, "signature">): string =>
  JSON.stringify({ at, organizationId, number, hash, previous });
const digest = (line: string): string => createHash("sha256").update(line).digest("hex");

/** The growing file of a data directory; closed ones lie beside it. */
export const checkpointFile = (dataDir: string): string => path.join(dataDir, "audit/checkpoints.jsonl");

/** From this size on a file is closed and the next one begun: some 12,000 lines. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * @param keys the server's identity; without the private half nothing can be appended
 * @param mostBytes of one file
 */
export function createCheckpoints(file: string, keys: { sign?: KeyObject; verify: KeyObject }, mostBytes = MOST_BYTES): Checkpoints {
  let last: { line: string; bytes: number; seen: Map<string, Map<number, string>> } | undefined;

  async function load() {
    const seen = new Map<string, Map<number, string>>();
    let before = "";
    let whole = 0;
    let torn = false;
    for (const { file: one, text } of await readFiles(file)) {
      // A line cut by a crash was never finished: it says nothing yet, and the next append begins a new one.
      const lines = text.split("\n").slice(0, -1);
      for (const [index, line] of lines.entries()) {
        const found = parse(line, keys.verify);
        if (found === undefined || found.previous !== (before === "" ? "" : digest(before))) throw damaged(one, index + 1);
        const chain = seen.get(found.organizationId) ?? new Map<number, string>();
        seen.set(found.organizationId, chain.set(found.number, found.hash));
        before = line;
      }
      torn = !text.endsWith("\n") && text !== "";
      whole = Buffer.byteLength(lines.map((line) => `${line}\n`).join(""));
    }
    return { line: before, seen, torn, bytes: whole };
  }

  return {
    async append(heads, at) {
      const { sign: key } = keys;
      if (key === undefined) throw new TypeError("these checkpoints can only be read");
      if (last === undefined) {
        const found = await load();
        if (found.torn) await cut(file, found.bytes);
        last = found;
      }
      let { line, bytes } = last;
      let text = "";
      const fresh = heads.filter(({ organizationId, number }) => number > 0 && last?.seen.get(organizationId)?.has(number) !== true);
      for (const head of fresh) {
        const unsigned = { at: at.toISOString(), ...head, previous: line === "" ? "" : digest(line) };
        const signature = sign(null, Buffer.from(CONTEXT + textOf(unsigned)), key).toString("base64");
        line = JSON.stringify({ ...JSON.parse(textOf(unsigned)), signature });
        text += `${line}\n`;
      }
      if (text === "") return;
      // Should the disk refuse in the middle, the next append looks at the file again.
      const { seen } = last;
      last = undefined;
      await makePrivateFolder(path.dirname(file));
      if (bytes >= mostBytes) {
        await closeFile(file);
        bytes = 0;
      }
      await appendFile(file, text, { mode: 0o600, flush: true });
      for (const { organizationId, number, hash } of fresh)
        seen.set(organizationId, (seen.get(organizationId) ?? new Map<number, string>()).set(number, hash));
      last = { line, bytes: bytes + Buffer.byteLength(text), seen };
    },
    read: async () => (await load()).seen,
  };
}

async function cut(file: string, length: number): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function parse(text: string, key: KeyObject): Line | undefined {
  try {
    const line = JSON.parse(text) as Line;
    return verify(null, Buffer.from(CONTEXT + textOf(line)), key, Buffer.from(line.signature, "base64")) ? line : undefined;
  } catch {
    // No JSON, or no signature in it: the caller names the line.
    return undefined;
  }
}

const damaged = (file: string, line: number) =>
  new StartError(
    `line ${line} of ${file} is damaged, was changed, or follows a line that is gone`,
    "Look who has had access to that file; move it aside only when you know why",
  );
