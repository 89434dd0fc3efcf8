import { expect, test } from "vitest";
import { createFormat } from "../../../../ui/format.ts";
import { changeValue } from "./change-words.ts";

const format = createFormat({ language: "en", timeZone: "UTC" });
const words = { yes: "yes", no: "no" };

test("sizes, days and answers are written as people read them", () => {
  expect(changeValue("bytes", String(8 * 2 ** 30), format, words)).toBe("8 GiB");
  expect(changeValue("installedAtMs", "0", format, words)).toMatch(/1970/);
  expect(changeValue("warrantyDate", "2027-02-28", format, words)).toBe("Feb 28, 2027");
  expect(changeValue("secureBoot", "false", format, words)).toBe("no");
});
test("what was not known is marked and everything else stays as the machine said it", () => {
  expect(changeValue("version", null, format, words)).toBe("–");
  expect(changeValue("version", "115.0", format, words)).toBe("115.0");
  expect(changeValue("bytes", "many", format, words)).toBe("many");
});
