// What may stand at the cursor of a filter. Pure; the server alone decides what a filter means.
import { filterValue } from "../../../api/fleet-filter.ts";
import { FILTER_NAMES, type FilterField, isFreeText, operatorOf, valuesOf } from "./filter-fields.ts";

export interface Completion {
  /** What replaces the text from `from` to the cursor. */
  readonly insert: string;
  /** The field it writes, for its explanation; undefined for a value. */
  readonly field: FilterField | undefined;
}

interface Completions {
  readonly from: number;
  readonly options: readonly Completion[];
}

const NONE: Completions = { from: 0, options: [] };
const MOST = 40;

/** A value of the fleet's own words that is being written: the field's, what was begun of it, and where. */
export interface BegunValue {
  readonly field: string;
  readonly begun: string;
  readonly from: number;
}

const BEGUN_VALUE = /([a-z.]+)(?::|!?=)(?:[^\s"(),]+,)*("[^"\\]*|[^"\s(),]*)$/i;

/** The value that stands before the cursor, quoted or not; undefined where there is none of that kind. */
export function begunValue(text: string, cursor: number): BegunValue | undefined {
  const [, name = "", written = ""] = BEGUN_VALUE.exec(text.slice(0, cursor)) ?? [];
  const field = name.toLowerCase();
  return isFreeText(field) ? { field, begun: written.replace(/^"/, ""), from: cursor - written.length } : undefined;
}

/** These values as completions of what was begun, as the filter has to have them. */
export const valueCompletions = ({ begun }: BegunValue, values: readonly string[]): Completion[] =>
  values.filter((value) => value !== begun).map((value) => ({ insert: filterValue(value), field: undefined }));

/** Labels of own fields that hold what was begun behind "field."; undefined where no such name stands before the cursor. */
export function completeOwnField(text: string, cursor: number, labels: readonly string[]): Completions | undefined {
  const [whole, begun = ""] = /(?<=(?:^|[\s(-])field\.)"?([^":=<>]*)$/i.exec(text.slice(0, cursor)) ?? [];
  if (whole === undefined) return undefined;
  const found = labels.filter((label) => label.toLowerCase().includes(begun.toLowerCase()));
  return { from: cursor - whole.length, options: found.map((label) => ({ insert: `${filterValue(label)}:`, field: "field" })) };
}

/** Completions at a position of the text, from 0. Nothing inside quotes, where text is the person's own. */
export function completeFilter(text: string, cursor: number): Completions {
  const before = text.slice(0, cursor);
  if (isQuoted(before)) return NONE;
  const value = /([a-z.]+)(?::|!?=|[<>]=?)([a-z0-9_,-]*)$/i.exec(before);
  if (value !== null) {
    const [, name = "", written = ""] = value;
    const begun = written.split(",").at(-1) ?? "";
    const taken = written.split(",").slice(0, -1);
    const words = valuesOf(name.toLowerCase()).filter((word) => word.startsWith(begun.toLowerCase()) && !taken.includes(word));
    return { from: cursor - begun.length, options: words.filter((word) => word !== begun).map((insert) => ({ insert, field: undefined })) };
  }
  const word = /(?:^|[\s(-])([a-z.]*)$/i.exec(before);
  if (word === null) return NONE;
  const begun = (word[1] ?? "").toLowerCase();
  const names = [
    ...FILTER_NAMES.filter((name) => name.startsWith(begun)),
    ...FILTER_NAMES.filter((name) => !name.startsWith(begun) && begun !== "" && name.includes(begun)),
  ];
  return {
    from: cursor - begun.length,
    options: names.slice(0, MOST).map((name) => ({ insert: `${name}${operatorOf(name)}`, field: name })),
  };
}

function isQuoted(before: string): boolean {
  let quoted = false;
  for (let at = 0; at < before.length; at++) {
    if (quoted && before[at] === "\\") at++;
    else if (before[at] === '"') quoted = !quoted;
  }
  return quoted;
}

/** The text with a completion taken, and where the cursor stands then. */
export function takeCompletion(
  text: string,
  cursor: number,
  from: number,
  { insert, field }: Completion,
): { text: string; cursor: number } {
  // Behind a whole value the next term may follow.
  const written = field === undefined && !/^[\s,)]/.test(text.slice(cursor)) ? `${insert} ` : insert;
  return { text: text.slice(0, from) + written + text.slice(cursor), cursor: from + written.length };
}
