// What was sent of the inventory, kept in the data folder: section by hash, for one enrolment. Losing it costs one whole inventory.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SECTION_NAMES } from "@vigia/protocol";
import { writeAtomic } from "../atomic-file.ts";
import type { Hashes } from "./hashes.ts";

const FILE = "inventory.json";

export interface InventoryStore {
  /** What the server was sent; undefined when nothing was sent in this enrolment. */
  load(): Promise<Hashes | undefined>;
  save(hashes: Hashes): Promise<void>;
}

/** The store of one enrolment, named by the agent's id; what another enrolment left counts as nothing. */
export function createInventoryStore(dataDir: string, agentId: string): InventoryStore {
  const path = join(dataDir, FILE);
  return {
    async load() {
      try {
        const found: unknown = JSON.parse(await readFile(path, "utf8"));
        return readHashes(found, agentId);
      } catch (error) {
        // Damaged is as good as missing: everything is sent once more.
        if (error instanceof SyntaxError || (error instanceof Error && "code" in error && error.code === "ENOENT")) return undefined;
        throw error;
      }
    },
    save: (sections) => writeAtomic(path, `${JSON.stringify({ agentId, sections })}\n`),
  };
}

function readHashes(found: unknown, agentId: string): Hashes | undefined {
  if (typeof found !== "object" || found === null || Reflect.get(found, "agentId") !== agentId) return undefined;
  const sections: unknown = Reflect.get(found, "sections");
  if (typeof sections !== "object" || sections === null) return undefined;
  const kept = Object.entries(sections).filter(
    ([name, hash]) => (SECTION_NAMES as readonly string[]).includes(name) && typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash),
  );
  return Object.fromEntries(kept);
}
