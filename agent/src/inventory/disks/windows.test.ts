// Serial numbers as Windows' drivers print them, and SMART's own 512 bytes: written by hand in the documented format (ATA, SMART).
import { expect, test } from "vitest";
import { parseBlocks } from "../sources/wmi-text.ts";
import { diskSerial, reallocatedSectors } from "./windows.ts";

test("a serial number that an old driver printed as swapped hexadecimal digits reads as on the label", () => {
  const label = "     WD-WCAV5A123456";
  const printed = Buffer.from(label).swap16().toString("hex");
  expect(diskSerial(printed)).toBe("WD-WCAV5A123456");
  expect(diskSerial(" 0025_3888_01B1_2F3A.")).toBe("0025_3888_01B1_2F3A");
  expect(diskSerial("S3Z8NB0K123456")).toBe("S3Z8NB0K123456");
});

test("sectors that were replaced are SMART's attribute 5", () => {
  const bytes = new Uint8Array(512);
  bytes.set([1, 0x0f, 0, 100, 100, 9, 9, 9, 0, 0, 0, 0], 2);
  bytes.set([5, 0x33, 0, 98, 98, 0x2c, 0x01, 0, 0, 0, 0, 0], 14);
  const [smart] = parseBlocks(`VendorSpecific={${bytes.join(",")}}\n`);
  expect(reallocatedSectors(smart)).toBe(300);
  expect(reallocatedSectors(parseBlocks(`VendorSpecific={${new Uint8Array(512).join(",")}}\n`)[0])).toBeUndefined();
  expect(reallocatedSectors(undefined)).toBeUndefined();
});
