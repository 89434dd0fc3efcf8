// The values that a field can have: checked, in the one form that is kept, with an example of what to write instead.
import { readDate } from "./dates.ts";
import { type FieldName, fieldOf } from "./fields.ts";
import { FilterError } from "./filter-error.ts";
import type { Token } from "./scan.ts";
import type { Operator } from "./tree.ts";

/** What the values of a field of the organization's own are; none for one whose kind is not known. */
export type CustomKind = "text" | "number" | "date" | "flag";
type Kind = ReturnType<typeof fieldOf>["kind"];

/** A field as people write it, and what its values are. */
export interface Asked {
  readonly field: FieldName;
  /** With the label of an organization's own field. */
  readonly written: string;
  readonly kind: Kind;
}

/** What could be written with this field. */
export function exampleOf({ field, written, kind }: Asked): string {
  if (kind === "flag") return `${written}:yes`;
  if (kind === "number") return `${written}>4`;
  if (kind === "date") return `${written}<90d`;
  if (kind === "choice") return `${written}:${fieldOf(field).choices?.[0]}`;
  return kind === "version" ? `${written}<10.2` : `${written}:"some text"`;
}

const isOrder = (operator: Operator): boolean => operator !== ":" && operator !== "=" && operator !== "!=";
const HAVE_ORDER: ReadonlySet<Kind> = new Set(["number", "version", "date", "custom"]);

/** The value as it is kept. Throws FilterError for one that the field cannot have. */
export function readValue(asked: Asked, operator: Operator, { value, at, kind: token }: Token, operatorAt: number): string {
  const { field, written, kind } = asked;
  const { choices } = fieldOf(field);
  const example = exampleOf(asked);
  const refuse = (...[problem, message, params]: [FilterError["problem"], string, Record<string, string>?]) => {
    throw new FilterError(at, problem, { field: written, value, example, ...params }, message);
  };
  if (isOrder(operator) && !HAVE_ORDER.has(kind))
    throw new FilterError(
      operatorAt,
      "no_order",
      { field: written, operator, example },
      `${written} has no order, so "${operator}" says nothing; write ${example}`,
    );
  if (kind === "software" && operator === "!=")
    throw new FilterError(
      operatorAt,
      "software_lacks",
      { field: written, value },
      `write -${written}:"${value}" for machines that lack it`,
    );
  const lower = value.toLowerCase();
  const empty = value.trim() === "";
  switch (kind) {
    case "flag":
      if (!["yes", "no", "unknown"].includes(lower)) refuse("not_a_flag", `write ${written}:yes, ${written}:no or ${written}:unknown`);
      return lower;
    case "number":
      if (!/^\d{1,12}(\.\d{1,3})?$/.test(value)) refuse("not_a_number", `"${value}" is no number; write ${example}`);
      return value;
    case "version":
      if (!/\d/.test(value)) refuse("not_a_version", `"${value}" is no version; write ${example}`);
      return value;
    case "date":
      return dateOf(asked, operator, { value, at }, example);
    case "choice":
      if (choices?.includes(lower) !== true)
        refuse("not_a_choice", `write one of ${choices?.join(", ")}`, { choices: choices?.join(", ") ?? "" });
      return lower;
    default:
      // Quotes with nothing in them ask for machines where nothing is known.
      if (empty && (kind === "software" || operator === ":" || token !== "text")) refuse("value_missing", `a value is missing: ${example}`);
      return empty ? "" : value;
  }
}

function dateOf({ written }: Asked, operator: Operator, { value, at }: Pick<Token, "value" | "at">, example: string): string {
  const date = readDate(value);
  const params = { field: written, value, example };
  if (date === undefined)
    throw new FilterError(
      at,
      "not_a_date",
      params,
      `"${value}" is no date; write 2027-03-31, 2027-03, 2027, today, 90d or "30 days ago", e.g. ${example}`,
    );
  if (date === "unknown" && isOrder(operator))
    throw new FilterError(at, "unknown_has_no_order", params, `write ${written}:unknown for machines where it is not known`);
  return date;
}
