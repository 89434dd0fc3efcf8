import fc from "fast-check";
import { expect, test } from "vitest";
import type { Modality } from "../clients/index.ts";
import { addMonths, dayAt } from "./calendar.ts";
import { type RiderDates, riderInForce, riderState } from "./rider-dates.ts";
import type { RiderTerms } from "./schemas.ts";
import { centsOf, moneyOf, storedTerms } from "./terms.ts";

const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-02-${String(date).padStart(2, "0")}`);
const riders = fc.array(fc.record({ startDate: day, cancelDate: fc.option(day) }), { maxLength: 5 }).map((all): RiderDates[] =>
  all.map(({ startDate, cancelDate }, index) => ({
    number: index + 1,
    startDate,
    cancelDate: cancelDate !== null && cancelDate < startDate ? startDate : cancelDate,
  })),
);

test("the rider in force began, did not end, and no other such rider began later", () => {
  fc.assert(
    fc.property(riders, day, (all, on) => {
      const found = riderInForce(all, on);
      const holding = all.filter((rider) => rider.startDate <= on && !(rider.cancelDate !== null && rider.cancelDate <= on));
      expect(found === undefined).toBe(holding.length === 0);
      if (found === undefined) return;
      expect(holding).toContain(found);
      for (const other of holding)
        expect(other.startDate < found.startDate || (other.startDate === found.startDate && other.number <= found.number)).toBe(true);
    }),
  );
});

test("what held on a day stays what held, whatever rider is added after it", () => {
  fc.assert(
    fc.property(riders, day, day, (all, on, start) => {
      fc.pre(start > on);
      const more = [...all, { number: all.length + 1, startDate: start, cancelDate: null }];
      expect(riderInForce(more, on)).toEqual(riderInForce(all, on));
    }),
  );
});

test("of all riders at most one is in force on a day", () => {
  fc.assert(
    fc.property(riders, day, (all, on) => {
      expect(all.filter((rider) => riderState(all, rider, on) === "in_force").length).toBeLessThanOrEqual(1);
    }),
  );
});

test.each([
  ["2024-01-31", 1, "2024-02-29"],
  ["2025-01-31", 1, "2025-02-28"],
  ["2025-12-15", 1, "2026-01-15"],
  ["2026-05-31", 12, "2027-05-31"],
])("%s and %i months is %s", (from, months, to) => expect(addMonths(from, months)).toBe(to));

test("a day is the one of the organization's own time zone", () => {
  const at = new Date("2026-03-01T02:30:00Z");
  expect([dayAt(at, "UTC"), dayAt(at, "America/Sao_Paulo")]).toEqual(["2026-03-01", "2026-02-28"]);
});

test("money is counted in cents and never rounds", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 13n }), (cents) => {
      expect(centsOf(moneyOf(cents))).toBe(cents);
    }),
  );
  expect([centsOf("12"), centsOf("12.5"), centsOf("0.05")]).toEqual([1200n, 1250n, 5n]);
});

test("products cost the sum of their items, and a sum that does not agree is refused", () => {
  const items = [
    { name: "Mailbox", quantity: 3, value: "50" },
    { name: "Backup", quantity: 10, value: "12" },
  ];
  expect(storedTerms("saas", { currency: "BRL", items }).value).toBe("270.00");
  expect(() => storedTerms("saas", { currency: "BRL", items, value: "271" })).toThrow(/270.00/);
});

test.each([
  ["hours", { limits: { hours: 10 } }, "limits.excessPrice"],
  ["per_ticket", { limits: { tickets: 2, excessPrice: "80", credit: "1" } }, "limits.credit"],
  ["free", { limits: { tickets: 2 } }, "limits.tickets"],
  ["saas", {}, "items"],
  ["credit", { items: [{ name: "One", quantity: 1, value: "1" }], limits: { credit: "1" } }, "items"],
] as [Modality, Partial<RiderTerms>, string][])("a rider of modality %s with %j is refused, naming %s", (modality, terms, field) => {
  expect(() => storedTerms(modality, { value: "10", currency: "BRL", ...terms })).toThrow(
    expect.objectContaining({ code: "INVALID_INPUT", details: { fields: [expect.objectContaining({ field })] } }),
  );
});
