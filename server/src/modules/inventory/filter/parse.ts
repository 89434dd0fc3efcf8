// A filter's text to its tree. Pure; every error says where and what to write instead.
import { isUnit } from "./dates.ts";
import { FIELDS, fieldOf, isField } from "./fields.ts";
import { FilterError, type ProblemParams } from "./filter-error.ts";
import { scanFilter, type Token } from "./scan.ts";
import type { Comparison, Filter, Operator, Term } from "./tree.ts";
import { type Asked, type CustomKind, exampleOf, readValue } from "./values.ts";

export { FilterError } from "./filter-error.ts";

/** Longest text, characters; most terms; deepest parentheses. */
const MOST_FILTER_TEXT = 1_000;
const MOST_TERMS = 50;
const MOST_DEPTH = 10;

const OPERATORS = new Set<string>([":", "=", "!=", "<", "<=", ">", ">="]);
const COMPARISONS = new Set<string>(["=", "<", "<=", ">", ">="]);

/**
 * Throws FilterError. undefined for a text with nothing in it: every machine.
 * @param known the organization's own fields by their labels in lower case; without it any may be named, and its values are not looked at
 */
export function parseFilter(text: string, known?: ReadonlyMap<string, CustomKind>): Filter | undefined {
  if (text.length > MOST_FILTER_TEXT)
    throw new FilterError(MOST_FILTER_TEXT, "too_long", { most: MOST_FILTER_TEXT }, `a filter has at most ${MOST_FILTER_TEXT} characters`);
  const tokens = scanFilter(text);
  if (tokens.length === 0) return undefined;
  const parser = new Parser(tokens, text.length, known);
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  readonly #known: ReadonlyMap<string, CustomKind> | undefined;
  #next = 0;
  #terms = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number, known: ReadonlyMap<string, CustomKind> | undefined) {
    this.#tokens = tokens;
    this.#end = end;
    this.#known = known;
  }

  whole(): Filter {
    const filter = this.#any();
    const left = this.#peek();
    if (left !== undefined) throw new FilterError(left.at, "not_opened", { found: left.value }, `there is no "(" for this "${left.value}"`);
    return filter;
  }

  #any(): Filter {
    const of = [this.#all()];
    while (this.#isWord("or")) {
      this.#next++;
      of.push(this.#all());
    }
    return joined("or", of);
  }

  #all(): Filter {
    const of: Filter[] = [];
    for (let token = this.#peek(); token !== undefined && !isSign(token, ")") && !this.#isWord("or"); token = this.#peek())
      of.push(this.#one());
    if (of.length === 0) throw nothingToLookFor(this.#peek()?.at ?? this.#end);
    return joined("and", of);
  }

  #one(): Filter {
    const token = this.#peek();
    if (isSign(token, "-") || this.#isWord("not")) {
      this.#next++;
      return this.#deeper(token?.at ?? 0, () => ({ kind: "not", of: this.#one() }));
    }
    if (isSign(token, "(")) {
      this.#next++;
      const inner = this.#deeper(token?.at ?? 0, () => this.#any());
      if (!isSign(this.#peek(), ")")) throw new FilterError(this.#peek()?.at ?? this.#end, "not_closed", {}, 'a ")" is missing here');
      this.#next++;
      return inner;
    }
    if (++this.#terms > MOST_TERMS)
      throw new FilterError(token?.at ?? 0, "too_many_terms", { most: MOST_TERMS }, `a filter has at most ${MOST_TERMS} terms`);
    return this.#term();
  }

  #term(): Filter {
    const first = this.#peek();
    if (first === undefined) throw nothingToLookFor(this.#end);
    if (first.kind === "sign")
      throw new FilterError(
        first.at,
        "no_field_before",
        { found: first.value },
        `a field must stand before "${first.value}", e.g. os:debian`,
      );
    this.#next++;
    const name = this.#customName(first);
    const operator = this.#peek();
    if (operator?.kind !== "sign" || !OPERATORS.has(operator.value)) {
      if (name !== undefined)
        throw new FilterError(operator?.at ?? this.#end, "value_missing", ...missing(askedOf(first, name, this.#known)));
      return { kind: "text", value: first.value };
    }
    const asked = askedOf(first, name, this.#known);
    this.#next++;
    const values = this.#values(asked, operator.value as Operator, operator.at);
    const version = asked.kind === "software" ? this.#version() : undefined;
    return {
      kind: "term",
      field: asked.field,
      ...(name === undefined ? {} : { name }),
      operator: operator.value as Operator,
      values,
      ...(version === undefined ? {} : { version }),
    };
  }

  /** field."Cost centre" or field.code: the label behind the point. */
  #customName({ kind, value }: Token): string | undefined {
    if (kind !== "word" || !/^field\./i.test(value)) return undefined;
    const written = value.slice("field.".length);
    const next = this.#peek();
    if (next?.kind !== "text" || !next.joined) return written.trim() === "" ? undefined : written;
    if (written !== "" || next.value.trim() === "") return undefined;
    this.#next++;
    return next.value.trim();
  }

  #values(asked: Asked, operator: Operator, at: number): string[] {
    const values: string[] = [];
    do {
      if (values.length > 0) this.#next++;
      const token = asked.kind === "date" ? this.#dateToken() : this.#peek();
      if (token === undefined || token.kind === "sign") throw new FilterError(token?.at ?? this.#end, "value_missing", ...missing(asked));
      this.#next++;
      values.push(readValue(asked, operator, token, at));
    } while (isSign(this.#peek(), ","));
    return values;
  }

  /** A date may be several words: 90 days, 30 days ago, - 7d. Stands on the last of them. */
  #dateToken(): Token | undefined {
    const first = this.#peek();
    if (first === undefined || first.kind === "text") return first;
    const words: string[] = [];
    const take = (fits: (token: Token) => boolean) => {
      const token = this.#peek();
      if (token === undefined || !fits(token)) return;
      words.push(token.value);
      this.#next++;
    };
    take((token) => isSign(token, "-"));
    take(({ kind }) => kind === "word");
    if (/^[+-]?\d{1,5}$/.test(words.join(""))) take(({ kind, value }) => kind === "word" && isUnit(value));
    if (words.length > 0) take(({ kind, value }) => kind === "word" && value.toLowerCase() === "ago");
    if (words.length === 0) return first;
    this.#next--;
    const value = words[0] === "-" ? `-${words.slice(1).join(" ")}` : words.join(" ");
    return { ...first, kind: "word", value };
  }

  #version(): Term["version"] {
    const sign = this.#peek();
    if (sign?.kind !== "sign" || !COMPARISONS.has(sign.value)) return undefined;
    this.#next++;
    const value = this.#peek();
    if (value === undefined || value.kind === "sign" || !/\d/.test(value.value))
      throw new FilterError(
        value?.at ?? this.#end,
        "not_a_version",
        { field: "software", value: value?.value ?? "", example: 'software:"firefox"<115' },
        'a version with digits must stand here, e.g. software:"firefox"<115',
      );
    this.#next++;
    return { operator: sign.value as Comparison, value: value.value };
  }

  #deeper<T>(at: number, work: () => T): T {
    if (++this.#depth > MOST_DEPTH)
      throw new FilterError(at, "too_deep", { most: MOST_DEPTH }, `parentheses and negations stand at most ${MOST_DEPTH} deep`);
    const result = work();
    this.#depth--;
    return result;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  /** A word that joins: not one that is a field before its operator. */
  #isWord(word: string): boolean {
    const token = this.#peek();
    const after = this.#tokens[this.#next + 1];
    return token?.kind === "word" && token.value.toLowerCase() === word && !(after?.kind === "sign" && OPERATORS.has(after.value));
  }
}

const isSign = (token: Token | undefined, value: string): boolean => token?.kind === "sign" && token.value === value;

const joined = (kind: "and" | "or", of: readonly Filter[]): Filter => (of.length === 1 && of[0] !== undefined ? of[0] : { kind, of });

const nothingToLookFor = (at: number): FilterError =>
  new FilterError(at, "nothing_to_look_for", { example: 'os:"windows 11"' }, 'something to look for is missing, e.g. os:"windows 11"');

function missing(asked: Asked): [ProblemParams, string] {
  const example = exampleOf(asked);
  return [{ field: asked.written, example }, `a value is missing: ${example}`];
}

/** The field of a term. Throws FilterError for one that is not there. */
function askedOf(first: Token, name: string | undefined, known: ReadonlyMap<string, CustomKind> | undefined): Asked {
  if (name !== undefined) return customOf(first, name, known);
  const field = first.value.toLowerCase();
  if (first.kind === "text" || !isField(field) || fieldOf(field).kind === "custom") throw unknownField(first);
  return { field, written: field, kind: fieldOf(field).kind };
}

function customOf({ at }: Token, name: string, known: ReadonlyMap<string, CustomKind> | undefined): Asked {
  const kind = known === undefined ? "custom" : known.get(name.toLowerCase());
  if (kind !== undefined) return { field: "field", written: `field."${name}"`, kind };
  const near = nearTo(name.toLowerCase(), [...(known ?? new Map()).keys()]).join(", ");
  const message = `there is no field of yours called "${name}"${near === "" ? "" : `; there are ${near}`}`;
  throw new FilterError(at, "unknown_custom_field", { name, near }, message);
}

function unknownField({ value, at }: Token): FilterError {
  const near = nearTo(value.toLowerCase().split(".")[0] ?? "", Object.keys(FIELDS)).join(", ");
  return new FilterError(at, "unknown_field", { field: value, near }, `there is no field "${value}"; write one of ${near}`);
}

/** Names that begin alike, or all. */
function nearTo(beginning: string, names: readonly string[]): readonly string[] {
  const near = names.filter((name) => beginning !== "" && (name.startsWith(beginning.slice(0, 3)) || name.includes(beginning)));
  return near.length > 0 ? near : names;
}
