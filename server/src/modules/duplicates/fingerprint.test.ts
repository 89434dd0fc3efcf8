import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeness, looksSame } from "./fingerprint.ts";
import { IDENTIFIER_KINDS, type Identifiers, identifiersOf, type NamingSections } from "./identifiers.ts";

const LAPTOP = {
  system: { serial: "5CG1234XYZ", uuid: "4c4c4544-0042-3510-8054-b7c04f564233" },
  board: { serial: "PKTEK00WBF81QJ" },
  disks: { disks: [{ serial: "S4DXNF0M812345", kind: "ssd" }] },
  network: {
    interfaces: [
      { mac: "d8:9e:f3:01:02:03", kind: "ethernet" },
      { mac: "3c:58:c2:aa:bb:cc", kind: "wifi" },
    ],
  },
};
const laptop = identifiersOf(LAPTOP);

const machine: fc.Arbitrary<Identifiers> = fc
  .record(
    Object.fromEntries(
      IDENTIFIER_KINDS.map((kind) => [kind, fc.uniqueArray(fc.constantFrom("aa", "bb", "cc", "dd"), { minLength: 1, maxLength: 3 })]),
    ),
    { requiredKeys: [] },
  )
  .map((found) => found as Identifiers);

describe("likeness", () => {
  test("is the same in both directions and stays within its bounds", () => {
    fc.assert(
      fc.property(machine, machine, (one, other) => {
        const there = likeness(one, other);
        const back = likeness(other, one);
        expect([there.score, there.evidence]).toEqual([back.score, back.evidence]);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("of a machine with itself is 1, and 0 when nothing is known", () => {
    fc.assert(fc.property(machine, (one) => likeness(one, one).score === (Object.keys(one).length === 0 ? 0 : 1)));
  });

  test("never falls when one more value agrees", () => {
    fc.assert(
      fc.property(machine, machine, fc.constantFrom(...IDENTIFIER_KINDS), (one, other, kind) => {
        const more = (found: Identifiers): Identifiers => ({ ...found, [kind]: [...(found[kind] ?? []), "shared"] });
        // A value that both gained, and not one that makes a kind comparable for the first time on one side only.
        fc.pre((one[kind] === undefined) === (other[kind] === undefined));
        const [before, after] = [likeness(one, other), likeness(more(one), more(other))];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.evidence).toBeGreaterThanOrEqual(before.evidence);
      }),
    );
  });

  test("of a reimaged machine with a new disk is high and says why", () => {
    const reimaged = identifiersOf({ ...LAPTOP, disks: { disks: [{ serial: "ZZNEWDISK1", kind: "ssd" }] } });
    const found = likeness(laptop, reimaged);
    expect(found.score).toBe(0.85);
    expect(looksSame(found)).toBe(true);
    expect(found.reasons).toContainEqual({ kind: "serial", agrees: true, shared: ["5cg1234xyz"] });
    expect(found.reasons).toContainEqual({ kind: "disk", agrees: false, shared: [] });
  });

  test("by a dock alone, or by one disk that moved, asks nobody", () => {
    const dock = { network: { interfaces: [{ mac: "00:e0:4c:68:00:01", kind: "ethernet" }] } };
    expect(looksSame(likeness(identifiersOf(dock), identifiersOf(dock)))).toBe(false);
    const other = identifiersOf({ ...LAPTOP, system: { serial: "5CG9999ABC", uuid: "11111111-2222-3333-4444-555555555555" }, network: {} });
    expect(looksSame(likeness(laptop, other))).toBe(false);
  });
});

describe("a TPM's key", () => {
  const tpm = "70769c52b6e24ef683693c2a0208da68d77e94192e1f4080ae7c9b97c6caa681";
  const withTpm = (key: string, more: NamingSections = LAPTOP) => identifiersOf({ ...more, system: { ...more.system, tpmKey: key } });

  test("alone asks nobody, whatever else only one of the two says", () => {
    fc.assert(fc.property(machine, ({ tpm: _, ...rest }) => !looksSame(likeness({ tpm: [tpm] }, { ...rest, tpm: [tpm] }))));
  });

  test("brings a machine back whose firmware forgot its UUID, with any other firm sign", () => {
    const board = { board: { serial: "PKTEK00WBF81QJ" } };
    const found = likeness(withTpm(tpm, board), withTpm(tpm.toUpperCase(), board));
    expect(looksSame(found)).toBe(true);
    expect(found.reasons).toContainEqual({ kind: "tpm", agrees: true, shared: [tpm] });
  });

  test("that differs makes two machines with one UUID less alike", () => {
    const other = tpm.replace("7", "8");
    expect(likeness(withTpm(tpm), withTpm(other)).score).toBeLessThan(likeness(withTpm(tpm), laptop).score);
    fc.assert(
      fc.property(fc.constantFrom("", "0".repeat(64), "f".repeat(64), "abcd", "z".repeat(64)), (junk) => withTpm(junk).tpm === undefined),
    );
  });
});

describe("what names a machine", () => {
  test("never holds a placeholder, so that two machines full of them have nothing in common", () => {
    const placeholders = ["Default string", "To be filled by O.E.M.", "None", "0", "0000000000", "System Serial Number", "Not Specified"];
    const more = ["123456789", "XXXXXXXX", "1234567890ABCDEF", " ", "N/A", "........"];
    const uuids = ["00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF", "03000200-0400-0500-0006-000700080009"];
    const junk = fc.constantFrom(...placeholders, ...more);
    fc.assert(
      fc.property(junk, junk, junk, fc.constantFrom(...uuids), (serial, board, disk, uuid) => {
        const sections = { system: { serial, uuid }, board: { serial: board }, disks: { disks: [{ serial: disk }] } };
        const found = identifiersOf({ ...sections, network: { interfaces: [{ mac: "00:00:00:00:00:00" }, { mac: "ff:ff:ff:ff:ff:ff" }] } });
        expect(found).toEqual({});
      }),
    );
  });

  test("is the same however a system writes it", () => {
    const windows = identifiersOf({
      system: { serial: "5cg1234xyz ", uuid: "44454C4C-4200-1035-8054-B7C04F564233" },
      network: { interfaces: [{ mac: "D8-9E-F3-01-02-03" }] },
    });
    expect(windows.uuid).toEqual(laptop.uuid);
    expect(windows.serial).toEqual(laptop.serial);
    expect(laptop.mac).toContain(windows.mac?.[0]);
  });

  test("leaves out what is plugged in today only, and counts addresses that software chose apart", () => {
    const found = identifiersOf({
      disks: { disks: [{ serial: "USBSTICK01", kind: "removable" }] },
      network: {
        interfaces: [
          { mac: "02:42:ac:11:00:02", kind: "ethernet" },
          { mac: "52:54:00:12:34:56" },
          { mac: "d8:9e:f3:01:02:04", kind: "bridge" },
        ],
      },
    });
    expect(found).toEqual({ loose_mac: ["0242ac110002", "525400123456"] });
  });
});
