// Keys are packed here by the rule that Microsoft's installers follow, written the other way round: no real key is needed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { lastFiveOfKey } from "./product-key.ts";

const ALPHABET = "BCDFGHJKMPQRTVWXY2346789";

/** 25 characters as a number to the base of 24, fifteen bytes from the lowest on; an N is told by its place, in the first digit. */
function packed(key: string): Uint8Array {
  const place = key.indexOf("N");
  const digits = place < 0 ? key : `${ALPHABET[place]}${key.replace("N", "")}`;
  let number = [...digits].reduce((sum, character) => sum * 24n + BigInt(ALPHABET.indexOf(character)), 0n);
  const bytes = Array.from({ length: 15 }, () => {
    const byte = Number(number & 0xffn);
    number >>= 8n;
    return byte;
  });
  if (place >= 0) bytes[14] = (bytes[14] ?? 0) | 0x08;
  return Uint8Array.from(bytes);
}

function productId(key: string, at: number, length: number): Uint8Array {
  const id = new Uint8Array(length);
  id.set(packed(key), at);
  return id;
}

const character = fc.constantFrom(...ALPHABET);
const oldKey = fc
  .array(character, { minLength: 25, maxLength: 25 })
  .map((characters) => characters.join(""))
  .filter((key) => new Set(key).size > 1);
const newKey = fc
  .tuple(fc.array(character, { minLength: 24, maxLength: 24 }), fc.integer({ min: 0, max: 6 }))
  .map(([characters, place]) => [...characters.slice(0, place), "N", ...characters.slice(place)].join(""));

test("the last five characters of any key come out of either form, and no more", () => {
  fc.assert(
    fc.property(fc.oneof(oldKey, newKey), (key) => {
      expect(lastFiveOfKey(productId(key, 52, 164))).toBe(key.slice(-5));
      expect(lastFiveOfKey(productId(key, 808, 1272))).toBe(key.slice(-5));
    }),
  );
});

test("what holds no key gives none", () => {
  expect(lastFiveOfKey(new Uint8Array(0))).toBe("");
  expect(lastFiveOfKey(new Uint8Array(164))).toBe("");
});
