import { expect, test } from "vitest";
import { filterValue, hasSoftware } from "../../api/fleet-filter.ts";
import { nextSoftwareSort, readSoftwareSearch } from "./search.ts";

const id = "01a2004b-f00b-76a8-b1aa-56781eb3ca8b";

test("the report's address keeps what it knows and drops the rest", () => {
  expect(readSoftwareSearch({ q: "fire", sort: "name", program: id, holding: "none", x: 1 })).toEqual({
    q: "fire",
    sort: "name",
    program: id,
    holding: "none",
  });
  expect(readSoftwareSearch({ q: " ", sort: "-installs", program: "1 or 1", holding: "this" })).toEqual({});
});

test("a column turns its order round, and begins with what people look for", () => {
  expect(nextSoftwareSort("-installs", "name")).toBe("name");
  expect(nextSoftwareSort("name", "name")).toBe("-name");
  expect(nextSoftwareSort("name", "installs")).toBe("-installs");
  expect(nextSoftwareSort("-installs", "installs")).toBe("installs");
});

test("a program's name stays one value of the filter, whatever is in it", () => {
  expect(hasSoftware("7-Zip", "19.00")).toBe("software=7-Zip=19.00");
  expect(hasSoftware('A "quoted" \\ name')).toBe('software="A \\"quoted\\" \\\\ name"');
  expect(hasSoftware("firefox) or (virtual:no", "n/a")).toBe('software="firefox) or (virtual:no"');
  expect(filterValue("or")).toBe('"or"');
});
