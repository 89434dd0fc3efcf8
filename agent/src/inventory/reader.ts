// One section of the inventory as the agent may read it. Each section has a folder with one reader a system (linux.ts, darwin.ts,
// windows.ts) that asks the machine, and pure parsers beside it that take text and know nothing of where it came from.
import type { InventoryBody, SectionName } from "@vigia/protocol";
import type { Host } from "../host/host.ts";

/** The machine during one inventory: what several sections need is asked for once. */
export interface Machine {
  readonly host: Host;
  /** Aborts when the inventory takes too long. */
  readonly signal: AbortSignal;
  /** The answer of `read` to this key, asked for at most once in an inventory, its failure included. */
  once<T>(key: string, read: () => Promise<T>): Promise<T>;
}

/** What a section holds. */
export type SectionOf<Name extends SectionName> = NonNullable<InventoryBody[Name]>;

/** Reads one section on one system. Throws Unsupported (collectors/collector.ts) where the system has no such thing. */
export type ReadSection<Name extends SectionName> = (machine: Machine) => Promise<SectionOf<Name>>;

/** A part of a section could be read and is worth sending; the message says what is missing, in one sentence for people. */
export class ReadInPart<Name extends SectionName> extends Error {
  override readonly name = "ReadInPart";
  readonly part: SectionOf<Name>;
  constructor(message: string, part: SectionOf<Name>) {
    super(message);
    this.part = part;
  }
}

/** A section's readers by system; one that is absent does not exist there. */
export interface SectionReaders<Name extends SectionName> {
  readonly name: Name;
  readonly linux?: ReadSection<Name>;
  readonly darwin?: ReadSection<Name>;
  readonly win32?: ReadSection<Name>;
}
