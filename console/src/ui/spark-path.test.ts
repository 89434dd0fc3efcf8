import { expect, test } from "vitest";
import { sparkPath } from "./spark-path.ts";

test("a gap lifts the pen", () => expect(sparkPath([0, 1, null, 1, 0], 40, 10)).toBe("M0.0 9.0L10.0 1.0M30.0 1.0L40.0 9.0"));
test("a lone value is still visible", () => expect(sparkPath([null, 0.5, null], 20, 10)).toBe("M10.0 5.0h1"));
test("shares outside 0..1 stay inside the picture", () => expect(sparkPath([-1, 2], 10, 10)).toBe("M0.0 9.0L10.0 1.0"));
test("no values draw nothing", () => expect(sparkPath([], 10, 10)).toBe(""));
