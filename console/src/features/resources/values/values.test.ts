import { expect, test } from "vitest";
import type { CustomField } from "../../../api/fields.ts";
import { amountOf, typedAmount } from "./amount.ts";
import { missingOf, valuesOf } from "./draft.ts";

const field = (id: string, type: CustomField["type"], required = false): CustomField => ({
  id,
  label: id,
  type,
  required,
  options: [],
  position: 0,
  version: 1,
});

test("money is read as the person's language writes it, and never guessed", () => {
  expect(amountOf("1.234,50", "pt-BR")).toBe("1234.50");
  expect(amountOf("1,234.50", "en")).toBe("1234.50");
  expect(amountOf("-3,5", "pt-BR")).toBe("-3.5");
  for (const odd of ["1,234.50", "12.34", "1.23.456"]) expect(amountOf(odd, "pt-BR")).toBe(odd);
  for (const odd of ["1.234,50", "12,34", "ten"]) expect(amountOf(odd, "en")).toBe(odd);
});
test("money that is kept comes back as it would be typed", () => {
  expect(typedAmount("1234.50", "pt-BR")).toBe("1234,50");
  expect(amountOf(typedAmount("1234.50", "pt-BR"), "pt-BR")).toBe("1234.50");
  expect(typedAmount("1234.50", "en")).toBe("1234.50");
});
test("only what was changed is sent, and a box that must be answered says what is seen", () => {
  const items = [
    { field: field("price", "currency"), value: "10.00" },
    { field: field("phone", "phone"), value: "123" },
    { field: field("leased", "checkbox", true), value: null },
    { field: field("spare", "checkbox"), value: null },
  ];
  expect(valuesOf(items, { price: "10,00", phone: " " }, "pt-BR")).toEqual([
    { fieldId: "phone", value: null },
    { fieldId: "leased", value: "false" },
  ]);
});
test("a required field that is empty is named, whether it was never said or was emptied", () => {
  const items = [
    { field: field("a", "text", true), value: null },
    { field: field("b", "text", true), value: "kept" },
    { field: field("c", "text", true), value: "kept" },
    { field: field("d", "text"), value: null },
  ];
  expect(missingOf(items, { c: " " })).toEqual({ a: "required", c: "required" });
});
