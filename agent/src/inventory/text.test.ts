import { MAX_INVENTORY_TEXT } from "@vigia/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, isoDate, maker, serial } from "./text.ts";

describe("clean", () => {
  test("one line without marks that turn the text or hide in it", () => {
    expect(clean("  Dell\u0000 Inc.\r\n\tPrecision  ")).toBe("Dell Inc. Precision");
    expect(clean("invoice\u202efdp.exe\u200b\ufeff")).toBe("invoicefdp.exe");
    expect(clean("Müller 硬盘 💾")).toBe("Müller 硬盘 💾");
    expect(clean(undefined)).toBe("");
  });

  test("holds for any text: short, whole characters, and the same when cleaned again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3_000 }), (text) => {
        const line = clean(text);
        expect(line.length).toBeLessThanOrEqual(MAX_INVENTORY_TEXT);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(clean(line)).toBe(line);
      }),
    );
  });
});

test.each([
  "Default string",
  "To be filled by O.E.M.",
  "To Be Filled By O.E.M. by More String",
  "System Serial Number",
  "Not Specified",
  "None",
  "0",
  "5",
  "0000000000",
  "123456789",
  "0123456789ABCDEF",
  "1234567890",
  "........",
  "FFFFFFFF",
  "N/A",
  "SerNum0",
  "Chassis Serial Number",
  "INVALID",
  "  ",
])("%s is nobody's serial number", (text) => {
  expect(serial(text)).toBe("");
});

test.each(["7XK4J72", "PF1A2B3C", "VMware-56 4d db dd 11 e3 8d 66", "S3Z8NB0K123456", "10101"])("%s may be a serial number", (text) => {
  expect(serial(text)).toBe(text);
});

test("a maker's placeholder says nothing, a short name does", () => {
  expect(["To Be Filled By O.E.M.", "System manufacturer", "Undefined", "Manufacturer00", "0x0000", "Unknown"].map(maker)).toEqual([
    "",
    "",
    "",
    "",
    "",
    "",
  ]);
  expect([maker("HP"), maker("Dell Inc."), maker("80CE")]).toEqual(["HP", "Dell Inc.", "80CE"]);
});

test("days in the forms systems write", () => {
  expect(["2024-03-25T10:00:00Z", "20240325", "20240325113000.000000+060", "03/25/2024", "3/5/99", "2024/3/5"].map(isoDate)).toEqual([
    "2024-03-25",
    "2024-03-25",
    "2024-03-25",
    "2024-03-25",
    "1999-03-05",
    "2024-03-05",
  ]);
  expect(isoDate(Date.UTC(2024, 0, 2))).toBe("2024-01-02");
  expect(["", "soon", "2024-02-30", "99999999", "13/45/2020", undefined].map(isoDate)).toEqual(["", "", "", "", "", ""]);
});
