import { describe, expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { ReadInPart } from "../reader.ts";
import { parseSmbios } from "../sources/smbios.ts";
import { readLinux } from "./linux.ts";

/** One structure as DMTF DSP0134 lays it out: header, fields, texts, two zeroes. */
function structure(type: number, length: number, fields: Record<number, number[]>, texts: readonly string[]): Buffer {
  const data = Buffer.alloc(length);
  data[0] = type;
  data[1] = length;
  for (const [at, bytes] of Object.entries(fields)) data.set(bytes, Number(at));
  return Buffer.concat([data, Buffer.from(`${texts.join("\0")}\0${texts.length === 0 ? "\0" : ""}`), Buffer.from([0])]);
}

const filled = structure(
  17,
  0x28,
  { 12: [0x00, 0x40], 14: [0x0d], 16: [1], 17: [2], 18: [0x1a], 21: [0x80, 0x0c], 23: [3], 24: [4], 26: [5] },
  ["DIMM A1", "BANK 0", "Samsung", "12345ABC", "M471A2K43CB1-CTD"],
);
const large = structure(17, 0x28, { 12: [0xff, 0x7f], 14: [0x09], 16: [1], 18: [0x22], 28: [0x00, 0x00, 0x01, 0x00] }, ["DIMM B1"]);
const empty = structure(17, 0x28, { 16: [1], 23: [2] }, ["DIMM A2", "Not Specified"]);
const end = structure(127, 4, {}, []);
const MEMINFO = "MemTotal:       16305468 kB\nMemFree:         1 kB\n";

describe("memory on Linux", () => {
  test("slots from the firmware's table, full, empty and larger than its old field", async () => {
    const bytes = { "/sys/firmware/dmi/tables/DMI": Buffer.concat([filled, empty, large, end]) };
    expect(await readLinux(fixtureMachine({ files: { "/proc/meminfo": MEMINFO }, bytes }))).toEqual({
      totalBytes: 16_305_468 * 1024,
      slots: [
        {
          slot: "DIMM A1",
          bytes: 16 * 2 ** 30,
          type: "DDR4",
          formFactor: "SODIMM",
          speed: 3200,
          manufacturer: "Samsung",
          partNumber: "M471A2K43CB1-CTD",
          serial: "12345ABC",
        },
        { slot: "DIMM A2", bytes: 0 },
        { slot: "DIMM B1", bytes: 64 * 2 ** 30, type: "DDR5", formFactor: "DIMM", manufacturer: "", partNumber: "", serial: "" },
      ],
    });
  });

  test("who is not root gets the sum, and is told what is missing", async () => {
    const files = { "/proc/meminfo": MEMINFO, "/sys/class/dmi/id/sys_vendor": "Dell Inc." };
    const reading = readLinux(fixtureMachine({ files }));
    await expect(reading).rejects.toThrow(ReadInPart);
    await expect(reading).rejects.toMatchObject({ part: { totalBytes: 16_305_468 * 1024 } });
  });

  test("a machine without such firmware has no slots to tell of", async () => {
    expect(await readLinux(fixtureMachine({ files: { "/proc/meminfo": MEMINFO } }))).toEqual({ totalBytes: 16_305_468 * 1024 });
  });

  test("a damaged table never throws, whatever is cut or overwritten", () => {
    const table = Buffer.concat([filled, empty, end]);
    for (let at = 0; at < table.length; at++) {
      parseSmbios(table.subarray(0, at));
      const damaged = Buffer.from(table);
      damaged[at] = 0xff;
      expect(parseSmbios(damaged).length).toBeLessThanOrEqual(4);
    }
  });
});
