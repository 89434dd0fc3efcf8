// What a monitor says of itself: the EDID, 128 bytes that every system hands out as they are (VESA E-EDID 1.3 and 1.4). Extension blocks
// behind them repeat what is here and are not looked at.
import type { Monitor } from "@vigia/protocol";
import { clean, serial } from "../text.ts";
import { MONITOR_MAKERS } from "./monitor-makers.ts";

const HEADER = [0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00];
const DESCRIPTORS = [54, 72, 90, 108];
const NAME = 0xfc;
const SERIAL = 0xff;
const TEXT = 0xfe;
const FIRST_YEAR = 1990;
/** How far the exact size (millimetres) may be from the rough one (centimetres) and still be believed. */
const SAME_SIZE_MM = 15;
/** Old tubes fill the timing with ones. Pixels. */
const LEAST_WIDTH = 64;
const MM_PER_INCH = 25.4;

/** The monitor that an EDID tells of, or undefined when the bytes are none. */
export function parseEdid(edid: Uint8Array): Monitor | undefined {
  if (edid.length < 128 || HEADER.some((byte, at) => edid[at] !== byte)) return undefined;
  const at = (index: number) => edid[index] ?? 0;
  const letters = makerLetters((at(8) << 8) | at(9));
  const product = at(10) | (at(11) << 8);
  const texts = descriptorTexts(edid);
  const year = at(17) === 0 ? undefined : FIRST_YEAR + at(17);
  return {
    // Built-in panels have no name but their maker's part number in free text.
    name: texts.get(NAME) ?? texts.get(TEXT) ?? `${letters} ${product.toString(16).toUpperCase().padStart(4, "0")}`,
    manufacturer: MONITOR_MAKERS.get(letters) ?? letters,
    serial: serial(texts.get(SERIAL)) || serialNumber(edid),
    ...(year === undefined ? {} : { year }),
    ...preferredMode(edid),
  };
}

/** Three letters of five bits each, 1 is "A". */
function makerLetters(word: number): string {
  const letter = (shift: number) => String.fromCharCode(64 + ((word >> shift) & 31));
  return clean(`${letter(10)}${letter(5)}${letter(0)}`);
}

/** Texts of the display descriptors by tag: the first of each, empty ones left out. */
function descriptorTexts(edid: Uint8Array): Map<number, string> {
  const texts = new Map<number, string>();
  for (const start of DESCRIPTORS) {
    if (edid[start] !== 0 || edid[start + 1] !== 0 || edid[start + 2] !== 0) continue;
    const tag = edid[start + 3] ?? 0;
    const raw = Buffer.from(edid.subarray(start + 5, start + 18)).toString("latin1");
    const text = clean(raw.split("\n")[0]);
    if (text !== "" && !texts.has(tag)) texts.set(tag, text);
  }
  return texts;
}

/** The numeric serial number; makers leave 0, 1 and bytes that are all the same in it. */
function serialNumber(edid: Uint8Array): string {
  const bytes = edid.subarray(12, 16);
  if (bytes.every((byte) => byte === bytes[0])) return "";
  const number = Buffer.from(bytes).readUInt32LE();
  return number === 1 ? "" : String(number);
}

/** The first detailed timing is the mode the maker prefers, and carries the picture's size. */
function preferredMode(edid: Uint8Array): Partial<Monitor> {
  const at = (index: number) => edid[index] ?? 0;
  const rough = { width: at(21) * 10, height: at(22) * 10 };
  const start = DESCRIPTORS.find((index) => at(index) !== 0 || at(index + 1) !== 0);
  if (start === undefined) return diagonal(rough);
  const t = (index: number) => at(start + index);
  const interlaced = (t(17) & 0x80) !== 0;
  const exact = { width: t(12) | ((t(14) >> 4) << 8), height: t(13) | ((t(14) & 15) << 8) };
  const width = t(2) | ((t(4) >> 4) << 8);
  const height = (t(5) | ((t(7) >> 4) << 8)) * (interlaced ? 2 : 1);
  const size = diagonal(believed(exact, rough));
  return width < LEAST_WIDTH ? size : { width, height, ...size };
}

interface Millimetres {
  readonly width: number;
  readonly height: number;
}

/** Some makers write an aspect ratio where millimetres belong, and projectors no size at all. */
function believed(exact: Millimetres, rough: Millimetres): Millimetres {
  if (rough.width === 0 || rough.height === 0) return { width: 0, height: 0 };
  const near = (a: number, b: number) => Math.abs(a - b) <= SAME_SIZE_MM;
  return near(exact.width, rough.width) && near(exact.height, rough.height) ? exact : rough;
}

function diagonal({ width, height }: Millimetres): Partial<Monitor> {
  if (width === 0 || height === 0) return {};
  return { tenthsOfInch: Math.round((Math.hypot(width, height) / MM_PER_INCH) * 10) };
}
