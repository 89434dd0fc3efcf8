import { describe, expect, test } from "vitest";
import { parseEdid } from "./edid.ts";

/** 18 bytes: a text of a monitor under a tag, ended by a line feed and filled with spaces as VESA's E-EDID asks. */
function text(tag: number, value: string): number[] {
  return [0, 0, 0, tag, 0, ...Buffer.from(`${value}\n`.padEnd(13).slice(0, 13), "latin1")];
}

/** 18 bytes: 2560 × 1440 at 597 × 336 mm. */
const TIMING = [0x56, 0x5e, 0x00, 0xa0, 0xa0, 0xa0, 0x29, 0x50, 0x30, 0x20, 0x35, 0x00, 0x55, 0x50, 0x21, 0x00, 0x00, 0x1a];

/** An EDID in VESA's documented format. */
function edid({ descriptors, change = [] }: { descriptors: number[][]; change?: [at: number, byte: number][] }): Uint8Array {
  const bytes = new Uint8Array(128);
  bytes.set([0, 255, 255, 255, 255, 255, 255, 0, 0x10, 0xac, 0x46, 0xf0, 0x39, 0x30, 0x00, 0x00, 32, 31, 1, 4, 0xb5, 60, 34]);
  descriptors.forEach((descriptor, at) => {
    bytes.set(descriptor, 54 + 18 * at);
  });
  for (const [at, byte] of change) bytes[at] = byte;
  return bytes;
}

describe("an EDID", () => {
  test("tells model, maker, serial number, year, mode and size", () => {
    const descriptors = [TIMING, text(0xff, "84K96386ACRL"), text(0xfc, "DELL U2721"), text(0xfd, "")];
    expect(parseEdid(edid({ descriptors }))).toEqual({
      name: "DELL U2721",
      manufacturer: "Dell",
      serial: "84K96386ACRL",
      year: 2021,
      width: 2560,
      height: 1440,
      tenthsOfInch: 270,
    });
  });

  test("of a built-in panel has a part number for a name and no serial number", () => {
    const change: [number, number][] = [
      [12, 0],
      [13, 0],
    ];
    const monitor = parseEdid(edid({ descriptors: [TIMING, text(0xfe, "LP156WF6")], change }));
    expect(monitor).toMatchObject({ name: "LP156WF6", serial: "" });
  });

  test("without texts is called by its maker's letters and its product, with the number as its serial number", () => {
    const monitor = parseEdid(
      edid({
        descriptors: [TIMING],
        change: [
          [8, 0x0c],
          [9, 0x21],
        ],
      }),
    );
    expect(monitor).toMatchObject({ name: "CAA F046", manufacturer: "CAA", serial: "12345" });
  });

  test("that states an aspect ratio for millimetres is measured by its centimetres", () => {
    const odd = TIMING.with(12, 16).with(13, 9).with(14, 0);
    expect(parseEdid(edid({ descriptors: [odd] }))?.tenthsOfInch).toBe(272);
  });

  test("of a projector has no size", () => {
    expect(
      parseEdid(
        edid({
          descriptors: [TIMING],
          change: [
            [21, 0],
            [22, 0],
          ],
        }),
      ),
    ).not.toHaveProperty("tenthsOfInch");
  });

  test("is refused when it is cut or something else", () => {
    expect(parseEdid(edid({ descriptors: [] }).subarray(0, 100))).toBeUndefined();
    expect(parseEdid(new Uint8Array(128))).toBeUndefined();
    expect(parseEdid(new Uint8Array())).toBeUndefined();
  });
});
