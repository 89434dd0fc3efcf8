import { describe, expect, test } from "vitest";
import { createFormat, UNKNOWN } from "./format.ts";

const en = createFormat({ language: "en", timeZone: "UTC" });
const pt = createFormat({ language: "pt-BR", timeZone: "America/Sao_Paulo" });
const now = Date.parse("2026-11-21T12:00:00Z");
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

describe("sizes", () => {
  test("step by 1024 and say so", () =>
    expect([0, 1023, 1024, 1536, 5 * 2 ** 30].map(en.bytes)).toEqual(["0 B", "1,020 B", "1 KiB", "1.5 KiB", "5 GiB"]));
  test("use the decimal comma in Portuguese", () => expect(pt.bytes(1.5 * 2 ** 30)).toBe("1,5 GiB"));
  test("become rates with a unit", () => expect(en.bytesPerSecond(2048)).toBe("2 KiB/s"));
});

describe("shares", () => {
  test("are percentages", () =>
    expect([en.ratio(0.425), en.fineRatio(0.4256), pt.fineRatio(0.4256)].map(plain)).toEqual(["43%", "42.6%", "42,6%"]));
});

describe("spans of time", () => {
  test("show their two largest units", () =>
    expect([59, 61, 3661, 90_061, 86_400].map((span) => plain(en.duration(span)))).toEqual(["59s", "1m 1s", "1h 1m", "1d 1h", "1d"]));
  test("of nothing are zero seconds", () => expect(plain(en.duration(0))).toBe("0s"));
  test("never run backwards", () => expect(plain(en.duration(-5))).toBe("0s"));
});

describe("relative times", () => {
  test("count back in the largest unit that fits", () => {
    const ago = (seconds: number) => plain(en.relative(now - seconds * 1000, now));
    expect([8, 90, 7200, 3 * 86_400].map(ago)).toEqual(["8s ago", "1m ago", "2h ago", "3d ago"]);
  });
  test("speak Portuguese", () => expect(plain(pt.relative(now - 8000, now))).toBe("há 8 seg."));
  test("look ahead too", () => expect(plain(en.relative(now + 3600_000, now))).toBe("in 1h"));
});

describe("absolute times", () => {
  test("are in the person's zone", () => {
    expect(plain(en.clock(now))).toBe("12:00 PM");
    expect(plain(pt.clock(now))).toBe("09:00");
  });
});

test("what is not known is a dash everywhere", () => {
  expect([
    en.bytes(null),
    en.ratio(undefined),
    en.number(Number.NaN),
    en.duration(null),
    en.relative(null, now),
    en.dateTime(null),
  ]).toEqual(Array(6).fill(UNKNOWN));
});
