// Inventories as an agent sends them, for tests: sections packed, and an end whose digest fits them.
import { createHash } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { InventoryBody, type SectionName, type WireRecord } from "@vigia/protocol";

export type Sections = { readonly [Name in SectionName]?: NonNullable<InventoryBody[Name]> };

interface Packed {
  readonly name: string;
  readonly hash: Uint8Array;
  readonly deflated: Uint8Array;
}

/** One section as it travels. */
export function pack(name: SectionName, section: object): Packed {
  const encoded = InventoryBody.encode({ section: name, [name]: section } as unknown as InventoryBody);
  return { name, hash: createHash("sha256").update(encoded).digest(), deflated: deflateRawSync(encoded) };
}

export const sectionRecord = (seq: number, atMs: number, inventorySection: Packed): WireRecord => ({
  seq,
  atMs,
  body: "inventorySection",
  inventorySection,
});

/** The records of one inventory: those sections, then its end. `known` are sections that the server has from before. */
export function inventoryRecords(seq: number, atMs: number, sections: Sections, known: Sections = {}): WireRecord[] {
  const all = Object.entries({ ...known, ...sections }).map(([name, section]) => pack(name as SectionName, section));
  const whole = createHash("sha256");
  for (const { name, hash } of all.toSorted((a, b) => (a.name < b.name ? -1 : 1))) whole.update(`${name}\0`).update(hash);
  const digest = whole.digest();
  const sent = all.filter(({ name }) => Object.hasOwn(sections, name));
  return [
    ...sent.map((packed, index) => sectionRecord(seq + index, atMs, packed)),
    { seq: seq + sent.length, atMs, body: "inventoryTaken", inventoryTaken: { digest, durationMs: 900 } },
  ];
}

/** An ordinary Windows machine. */
export const MACHINE = {
  system: { manufacturer: "Dell Inc.", model: "Latitude 5420", serial: "7X9K2L3", chassis: "laptop", virtual: false },
  os: { name: "Microsoft Windows 11 Pro", version: "23H2", build: "22631.3447", rebootPending: true, hostname: "FINANCE-03" },
  memory: {
    totalBytes: 16e9,
    slots: [
      { slot: "DIMM A", bytes: 8 * 2 ** 30, type: "DDR4", serial: "A1" },
      { slot: "DIMM B", bytes: 8 * 2 ** 30, type: "DDR4", serial: "B1" },
    ],
  },
  disks: { disks: [{ name: "PHYSICALDRIVE0", model: "PM981", serial: "S4", bytes: 512e9, kind: "ssd", health: 1 }] },
  volumes: { volumes: [{ mount: "C:", filesystem: "ntfs", bytes: 500e9, encryption: 1 }] },
  software: {
    programs: [
      { name: "7-Zip", version: "19.00", vendor: "Igor Pavlov", source: "registry" },
      { name: "Mozilla Firefox", version: "114.0.2", vendor: "Mozilla", source: "registry" },
    ],
  },
  updates: { pending: 3, critical: 1 },
  users: { users: [{ name: "ana", administrator: false }] },
  security: { antivirus: [{ name: "Windows Defender", active: false }] },
} satisfies Sections;
