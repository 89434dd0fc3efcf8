// The firmware's table as the kernel hands it to root: the structures that an inventory needs, in the words of dmidecode, so that a
// machine without that program tells the same. Layout: DMTF DSP0134.
import { CHASSIS_NAMES } from "../system/chassis.ts";
import type { DmiStructure } from "./dmi-text.ts";

const END = 127;
const FORM_FACTORS = "Other Unknown SIMM SIP Chip DIP ZIP Proprietary_Card DIMM TSOP Row_Of_Chips RIMM SODIMM SRIMM FB-DIMM Die CAMM".split(
  " ",
);
const MEMORY_TYPES = `Other Unknown DRAM EDRAM VRAM SRAM RAM ROM Flash EEPROM FEPROM EPROM CDRAM 3DRAM SDRAM SGRAM RDRAM DDR DDR2
  DDR2_FB-DIMM - - - DDR3 FBD2 DDR4 LPDDR LPDDR2 LPDDR3 LPDDR4 Logical_non-volatile_device HBM HBM2 DDR5 LPDDR5 HBM3`.split(/\s+/);

/** One structure as it lies in the table. */
interface Raw {
  readonly type: number;
  readonly data: Uint8Array;
  readonly strings: readonly string[];
}

/** Structures of the types 0, 1, 2, 3, 4 and 17. A damaged tail is left out. */
export function parseSmbios(table: Uint8Array): DmiStructure[] {
  return split(table).flatMap((raw) => {
    const fields = read(raw);
    return fields === undefined ? [] : [{ type: raw.type, fields: new Map(Object.entries(fields).filter(([, value]) => value !== "")) }];
  });
}

function split(table: Uint8Array): Raw[] {
  const found: Raw[] = [];
  for (let at = 0; at + 4 <= table.length; ) {
    const type = table[at] ?? END;
    const length = table[at + 1] ?? 0;
    if (type === END || length < 4 || at + length > table.length) break;
    const data = table.subarray(at, at + length);
    let end = at + length;
    while (end + 1 < table.length && !(table[end] === 0 && table[end + 1] === 0)) end++;
    const strings = Buffer.from(table.subarray(at + length, end))
      .toString("latin1")
      .split("\0");
    found.push({ type, data, strings });
    at = end + 2;
  }
  return found;
}

function read({ type, data, strings }: Raw): Record<string, string> | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const text = (at: number) => (at < data.length ? (strings[(data[at] ?? 0) - 1] ?? "").trim() : "");
  const byte = (at: number) => (at < data.length ? view.getUint8(at) : 0);
  const word = (at: number) => (at + 2 <= data.length ? view.getUint16(at, true) : 0);
  const long = (at: number) => (at + 4 <= data.length ? view.getUint32(at, true) : 0);
  switch (type) {
    case 0:
      return { Vendor: text(4), Version: text(5), "Release Date": text(8) };
    case 1:
      return {
        Manufacturer: text(4),
        "Product Name": text(5),
        Version: text(6),
        "Serial Number": text(7),
        UUID: uuid(data.subarray(8, 24)),
      };
    case 2:
      return { Manufacturer: text(4), "Product Name": text(5), "Serial Number": text(7), "Asset Tag": text(8) };
    case 3:
      return { Type: CHASSIS_NAMES[(byte(5) & 0x7f) - 1] ?? "", "Serial Number": text(7), "Asset Tag": text(8) };
    case 4:
      return { "Socket Designation": text(4), "Max Speed": word(0x14) > 0 ? `${word(0x14)} MHz` : "" };
    case 17:
      return {
        Size: memorySize(word(0x0c), long(0x1c)),
        "Form Factor": (FORM_FACTORS[byte(0x0e) - 1] ?? "").replaceAll("_", " "),
        Locator: text(0x10),
        "Bank Locator": text(0x11),
        Type: (MEMORY_TYPES[byte(0x12) - 1] ?? "").replaceAll("_", " "),
        Speed: word(0x15) > 0 ? `${word(0x15)} MT/s` : "",
        Manufacturer: text(0x17),
        "Serial Number": text(0x18),
        "Part Number": text(0x1a),
      };
    default:
      return undefined;
  }
}

/** Kilobytes when the highest bit is set, else megabytes; 0x7fff sends to the extended field, 0xffff is unknown. */
function memorySize(size: number, extended: number): string {
  if (size === 0) return "No Module Installed";
  if (size === 0xffff) return "";
  if (size === 0x7fff) return `${extended & 0x7fffffff} MB`;
  return size & 0x8000 ? `${size & 0x7fff} kB` : `${size} MB`;
}

/** The first three parts are little-endian since SMBIOS 2.6; all zeroes or all ones mean that there is none. */
function uuid(bytes: Uint8Array): string {
  if (bytes.length < 16 || bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 0xff)) return "";
  const hex = (...at: number[]) => at.map((index) => (bytes[index] ?? 0).toString(16).padStart(2, "0")).join("");
  return [hex(3, 2, 1, 0), hex(5, 4), hex(7, 6), hex(8, 9), hex(10, 11, 12, 13, 14, 15)].join("-");
}
