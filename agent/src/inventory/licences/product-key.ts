// The product key that Windows and Office keep, packed, in the registry's DigitalProductId: 25 characters as a number to the base of 24.

const ALPHABET = "BCDFGHJKMPQRTVWXY2346789";
const KEY_LENGTH = 25;
const KEY_BYTES = 15;
/** Where the packed key lies: in the form of Windows and old Offices, and in the longer one of Office 2010 and later. */
const SHORT_AT = 52;
const LONG_AT = 808;
const LONG_BYTES = 1272;
/** Bit 3 of the last byte: one of the characters is an N, whose place is the first digit. */
const HAS_N = 0x08;

/** The last five characters of the key in a DigitalProductId; "" when it holds none. */
export function lastFiveOfKey(productId: Uint8Array): string {
  const at = productId.length >= LONG_BYTES ? LONG_AT : SHORT_AT;
  const packed = Uint8Array.from(productId.subarray(at, at + KEY_BYTES));
  if (packed.length < KEY_BYTES || packed.every((byte) => byte === 0)) return "";
  const last = packed[KEY_BYTES - 1] ?? 0;
  const hasN = (last & HAS_N) !== 0;
  packed[KEY_BYTES - 1] = last & ~HAS_N;
  let characters = "";
  let digit = 0;
  for (let index = 0; index < KEY_LENGTH; index += 1) {
    digit = 0;
    for (let byte = KEY_BYTES - 1; byte >= 0; byte -= 1) {
      digit = digit * 256 + (packed[byte] ?? 0);
      packed[byte] = Math.floor(digit / ALPHABET.length);
      digit %= ALPHABET.length;
    }
    characters = `${ALPHABET[digit] ?? ""}${characters}`;
  }
  const key = hasN ? `${characters.slice(1, digit + 1)}N${characters.slice(digit + 1)}` : characters;
  // A key of one character again and again is what volume licences leave in place of theirs.
  return /^(.)\1*$/.test(key) ? "" : key.slice(-5);
}
