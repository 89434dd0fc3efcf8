// A filter's tree back to text: what is kept and shown is always what was understood.
import type { Filter } from "./tree.ts";

/** Parsing the text again answers the same tree. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case "text":
      return quote(filter.value);
    case "not":
      return `-${inner(filter.of)}`;
    case "and":
      return filter.of.map(inner).join(" ");
    case "or":
      return filter.of.map(inner).join(" or ");
    case "term": {
      const version = filter.version === undefined ? "" : `${filter.version.operator}${quote(filter.version.value)}`;
      const name = filter.name === undefined ? "" : `.${quote(filter.name)}`;
      return `${filter.field}${name}${filter.operator}${filter.values.map(quote).join(",")}${version}`;
    }
  }
}

const inner = (filter: Filter): string =>
  filter.kind === "and" || filter.kind === "or" ? `(${printFilter(filter)})` : printFilter(filter);

/** Needs no quotes. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}._/+-]*$/u;

const quote = (text: string): string => (PLAIN.test(text) && !/^(or|not)$/i.test(text) ? text : `"${text.replace(/[\\"]/g, "\\$&")}"`);
