// What machines say about themselves, made fit to be kept: without characters that act instead of showing, never too long, and
// without the placeholders that makers leave in their firmware.
import { MAX_INVENTORY_TEXT } from "@vigia/protocol";

/** Control characters (line ends and tabs among them) stand for a space; they may separate words. */
const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that turn the direction of text or that nobody sees, halves of characters, and what is no character at all. */
const UNSEEN = /[\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/gu;

/** One line of at most MAX_INVENTORY_TEXT characters that can be shown anywhere; "" for nothing. */
export function clean(text: string | null | undefined): string {
  if (!text) return "";
  // A machine that lies may send megabytes: what is far behind the cut need not be looked at.
  const line = text
    .slice(0, MAX_INVENTORY_TEXT * 8)
    .replace(CONTROL, " ")
    .replace(UNSEEN, "");
  return line.replace(/\s+/g, " ").trim().slice(0, MAX_INVENTORY_TEXT).replace(UNSEEN, "").trimEnd();
}

/** Whole texts, in lower case and without what is no letter or digit, that say "nobody filled this in". */
const PLACEHOLDERS = new Set(
  `default defaultstring tobefilledbyoem tobefilledbyoemoem oem oemdefault none null na nil no unknown unknow undefined unspecified
  notspecified notavailable notapplicable notpresent notprovided notset notdefined nodimm noenclosure noasset noassettag
  noassetinformation noassettaginformation noassettagset empty invalid fill filledbyoem system systemname systemmanufacturer
  systemproductname systemversion systemserialnumber serialnumber sysserialnumber sernum serial chassisserialnumber
  chassismanufacturer chassisversion basebserialnumber baseboardserialnumber mbserialnumber bsn12345678901234567 bsn1234567890
  assettag assettagnumber chassisassettag assetassettagnumber atagassettag atagassettagnumber partnumber partnum modulepartnumber
  manufacturer manufacturer00 manufacturer0 manufacturer1 manufacturer2 manufacturer3 productname productversion baseboardproductname
  baseboardmanufacturer generic genericuuid oemstring reserved noserialnumber unavailable asset1234567890 empty00000000 test
  xxxxxxxxxxxx ffffffff fffffffe 0123456789abcdef abcdef0123456789`.split(/\s+/),
);
/** "SerNum0", "PartNum3", "Manufacturer2", "AssetTagNum1": the firmware's own name of the field and a count. */
const COUNTED = /^(?:sernum|serialnum|partnum|manufacturer|assettagnum|assettag|array\dpartnumber|modulemanufacturer|manu)\d{0,2}$/;
/** "123456789", "1234567890ABCDEF" and their like: somebody tried the keys in their order. */
const COUNTING = "01234567890123456789";

function isPlaceholder(line: string): boolean {
  const bare = line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (bare === "" || PLACEHOLDERS.has(bare) || COUNTED.test(bare)) return true;
  return bare.startsWith("tobefilled");
}

/** The serial number or asset tag of `text`; "" for a placeholder that many machines share. */
export function serial(text: string | null | undefined): string {
  const line = clean(text);
  const bare = line.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (isPlaceholder(line)) return "";
  // One character again and again ("0", "........", "FFFFFFFF"), or keys in their order.
  if (/^(.)\1*$/u.test(bare)) return "";
  if (bare.length >= 5 && (COUNTING.includes(bare) || COUNTING.includes(bare.replace(/abcdef$/, "")))) return "";
  return line;
}

/** The maker or model of `text`; "" for a placeholder. */
export function maker(text: string | null | undefined): string {
  const line = clean(text);
  return isPlaceholder(line) || /^[0\s.]+$/.test(line) || /^0x0+$/i.test(line) ? "" : line;
}

const FORMS: readonly [RegExp, readonly [year: number, month: number, day: number]][] = [
  // ISO, PostgreSQL and registry: 2024-03-25, 2024/3/5, with a time behind or not.
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, [1, 2, 3]],
  // WMI and Windows Installer: 20240325, 20240325113000.000000+060.
  [/^(\d{4})(\d{2})(\d{2})(?:\d{6}(?:\D.*)?)?$/, [1, 2, 3]],
  // SMBIOS: 03/25/2010.
  [/^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/, [3, 1, 2]],
  // SMBIOS before 2.3: 03/25/99.
  [/^(\d{1,2})\/(\d{1,2})\/(\d{2})$/, [3, 1, 2]],
];

/** The day as YYYY-MM-DD, of a text in the forms systems use or of milliseconds since 1970 (UTC); "" when it is none. */
export function isoDate(value: string | number | null | undefined): string {
  if (typeof value === "number")
    return Number.isFinite(value) && value > 0 && value < 8e15 ? new Date(value).toISOString().slice(0, 10) : "";
  const text = (value ?? "").trim();
  for (const [form, [year, month, day]] of FORMS) {
    const found = form.exec(text);
    if (found === null) continue;
    const number = (at: number) => Number(found[at]);
    const full = (found[year] ?? "").length === 2 ? number(year) + (number(year) < 70 ? 2000 : 1900) : number(year);
    return calendarDay(full, number(month), number(day));
  }
  return "";
}

function calendarDay(year: number, month: number, day: number): string {
  if (year < 1970 || year > 2200) return "";
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : "";
}
