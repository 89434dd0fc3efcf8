// Takes an inventory: asks every section's reader of this system, each within a time, and packs what they answer. A section that fails
// is told in one sentence and never keeps another away.
import { type InventoryBody, SECTION_NAMES, type SectionName } from "@vigia/protocol";
import type { Clock } from "../clock.ts";
import type { Host } from "../host/host.ts";
import type { Sections } from "./index.ts";
import { createMachine } from "./machine.ts";
import { type PackedSection, pack } from "./pack.ts";
import { type Machine, ReadInPart, type SectionOf, type SectionReaders } from "./reader.ts";
import { clean } from "./text.ts";

/** By system: Windows and macOS answer most sections by one call, which a slow machine takes its time for. */
const SECTION_MS = { linux: 30_000, darwin: 90_000, win32: 90_000 };
const INVENTORY_MS = 300_000;
/** Longest reason; a few of them travel with every inventory, changed or not. */
const REASON_CHARACTERS = 120;

/** Why a section could not be read, or only in part. */
export interface Trouble {
  readonly section: SectionName;
  /** One sentence for people. */
  readonly reason: string;
}

/** One inventory. */
export interface Collected {
  readonly sections: readonly (PackedSection & { readonly body: InventoryBody })[];
  readonly troubles: readonly Trouble[];
  /** Milliseconds. */
  readonly durationMs: number;
}

export interface CollectParts {
  readonly host: Host;
  readonly sections: Sections;
  readonly clock: Clock;
  /** Only these; all when absent. */
  readonly only?: readonly SectionName[] | undefined;
  /** Milliseconds for one section and for all of them; for tests. */
  readonly limits?: { readonly sectionMs: number; readonly inventoryMs: number } | undefined;
}

/** Reads all sections side by side. Never rejects. */
export async function collect(parts: CollectParts): Promise<Collected> {
  const { host, sections, clock, only, limits = { sectionMs: SECTION_MS[host.platform], inventoryMs: INVENTORY_MS } } = parts;
  const startedAt = clock.monotonic();
  const stop = new AbortController();
  const machine = createMachine(host, stop.signal);
  const names = SECTION_NAMES.filter((name) => sections[name] !== undefined && (only === undefined || only.includes(name)));
  const endsAt = startedAt + limits.inventoryMs;
  const packed: (PackedSection & { body: InventoryBody })[] = [];
  const troubles: Trouble[] = [];
  const take = async <Name extends SectionName>(name: Name) => {
    const tell = (error: unknown) => troubles.push({ section: name, reason: reasonOf(error) });
    try {
      const limitMs = Math.max(0, Math.min(limits.sectionMs, endsAt - clock.monotonic()));
      const load = sections[name] as () => Promise<SectionReaders<Name>>;
      const section = await within(read(load, machine), limitMs).catch((error: unknown) => {
        if (!(error instanceof ReadInPart)) throw error;
        tell(error);
        return error.part as SectionOf<Name>;
      });
      if (section !== undefined) packed.push(pack(name, section));
    } catch (error) {
      tell(error);
    }
  };
  await Promise.all(names.map((name) => take(name)));
  stop.abort();
  const inOrder = <T>(list: T[], nameOf: (item: T) => SectionName) =>
    list.toSorted((a, b) => SECTION_NAMES.indexOf(nameOf(a)) - SECTION_NAMES.indexOf(nameOf(b)));
  return {
    sections: inOrder(packed, ({ name }) => name),
    troubles: inOrder(troubles, ({ section }) => section),
    durationMs: Math.round(clock.monotonic() - startedAt),
  };
}

/** Undefined where the system has no such section. */
async function read<Name extends SectionName>(
  load: () => Promise<SectionReaders<Name>>,
  machine: Machine,
): Promise<SectionOf<Name> | undefined> {
  return (await load())[machine.host.platform]?.(machine);
}

async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not answer within ${limitMs / 1000} seconds.`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A sentence for people; programs that fail put pages into their errors. */
function reasonOf(error: unknown): string {
  const text = clean(error instanceof Error ? error.message : String(error)) || "It failed without a reason.";
  return text.length <= REASON_CHARACTERS ? text : `${text.slice(0, REASON_CHARACTERS - 1)}…`;
}
