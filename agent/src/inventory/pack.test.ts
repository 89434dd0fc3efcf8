import { randomBytes } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { InventoryBody, MAX_INVENTORY_BYTES, MAX_INVENTORY_ROWS, MAX_INVENTORY_TEXT, type SoftwareSection } from "@vigia/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_DEFLATED_BYTES, pack } from "./pack.ts";

const open = (deflated: Uint8Array) => InventoryBody.decode(inflateRawSync(deflated));
/** A text that no compression shortens. */
const noise = (length: number) => randomBytes(length).toString("base64").slice(0, length);

describe("a machine that lies", () => {
  test("50,000 programs are cut to what the wire takes, and counted", () => {
    const programs = Array.from({ length: 50_000 }, (_, at) => ({ name: `Program ${at}`, version: "1.0" }));
    const packed = pack("software", { programs });
    const body = open(packed.deflated);
    const kept = body.software?.programs?.length ?? 0;
    expect(kept).toBe(MAX_INVENTORY_ROWS);
    expect(kept + (body.leftOut ?? 0)).toBe(50_000);
    expect(packed.deflated.length).toBeLessThanOrEqual(MAX_DEFLATED_BYTES);
  });

  test("5 MiB of software that cannot be compressed fit the wire, the first rows of them", () => {
    const programs = Array.from({ length: 2_500 }, (_, at) => ({ name: `${at} ${noise(1_000)}`, vendor: noise(1_000) }));
    const packed = pack("software", { programs });
    const body = open(packed.deflated);
    const kept = body.software?.programs ?? [];
    expect(packed.deflated.length).toBeLessThanOrEqual(MAX_DEFLATED_BYTES);
    expect(kept.length + (body.leftOut ?? 0)).toBe(2_500);
    expect(kept.length).toBeGreaterThan(50);
    expect(kept[0]?.name).toBe(programs[0]?.name.slice(0, MAX_INVENTORY_TEXT));
  }, 60_000);

  test("texts lose what acts instead of showing, numbers what is no count, lists inside a row what nobody has", () => {
    const addresses = Array.from({ length: 1_000 }, (_, at) => `10.0.0.${at}/8`);
    const interfaces = [{ name: "eth0\u202e\u0000\n", description: "=cmd()|calc", speedMbps: Number.NaN, addresses }];
    const { body } = pack("network", { interfaces });
    expect(body.network?.interfaces).toEqual([{ name: "eth0", description: "=cmd()|calc", addresses: addresses.slice(0, 64) }]);
    expect(body.leftOut).toBe(1_000 - 64);
  });

  test("a section whose single texts are wrong in type is refused, not sent", () => {
    expect(() => pack("software", { programs: [{ name: 7 }] } as never)).toThrow(/string/);
  });
});

test("the same facts have the same hash whatever the order of their fields, and any other fact another", () => {
  const program = fc.record({ name: fc.string({ minLength: 1 }), version: fc.string(), vendor: fc.string() });
  fc.assert(
    fc.property(fc.array(program, { maxLength: 20 }), (programs) => {
      const section: SoftwareSection = { programs };
      const turned: SoftwareSection = { programs: programs.map(({ name, version, vendor }) => ({ vendor, version, name })) };
      const one = pack("software", section);
      expect(pack("software", turned).hash).toEqual(one.hash);
      const more = pack("software", { programs: [...programs, { name: "One more" }] });
      expect(more.hash).not.toEqual(one.hash);
      expect(InventoryBody.encode(open(one.deflated)).length).toBeLessThanOrEqual(MAX_INVENTORY_BYTES);
    }),
    { numRuns: 50 },
  );
});
