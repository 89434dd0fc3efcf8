// A filter's text to its tree. Pure; every error says where and what to write instead.
import { FIELDS, type FieldName, fieldOf, isField } from "./fields.ts";
import { FilterError } from "./filter-error.ts";
import { scanFilter, type Token } from "./scan.ts";
import type { Comparison, Filter, Operator, Term } from "./tree.ts";

export { FilterError } from "./filter-error.ts";

/** Longest text, characters; most terms; deepest parentheses. */
const MOST_FILTER_TEXT = 1_000;
const MOST_TERMS = 50;
const MOST_DEPTH = 10;

const OPERATORS = new Set<string>([":", "=", "!=", "<", "<=", ">", ">="]);
const COMPARISONS = new Set<string>(["=", "<", "<=", ">", ">="]);

/** Throws FilterError. undefined for a text with nothing in it: every machine. */
export function parseFilter(text: string): Filter | undefined {
  if (text.length > MOST_FILTER_TEXT) throw new FilterError(MOST_FILTER_TEXT, `a filter has at most ${MOST_FILTER_TEXT} characters`);
  const tokens = scanFilter(text);
  if (tokens.length === 0) return undefined;
  const parser = new Parser(tokens, text.length);
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;
  #terms = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Filter {
    const filter = this.#any();
    const left = this.#peek();
    if (left !== undefined) throw new FilterError(left.at, `there is no "(" for this "${left.value}"`);
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
    if (of.length === 0) throw new FilterError(this.#peek()?.at ?? this.#end, 'something to look for is missing, e.g. os:"windows 11"');
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
      if (!isSign(this.#peek(), ")")) throw new FilterError(this.#peek()?.at ?? this.#end, 'a ")" is missing here');
      this.#next++;
      return inner;
    }
    if (++this.#terms > MOST_TERMS) throw new FilterError(token?.at ?? 0, `a filter has at most ${MOST_TERMS} terms`);
    return this.#term();
  }

  #term(): Filter {
    const first = this.#peek();
    if (first === undefined) throw new FilterError(this.#end, "something to look for is missing here");
    if (first.kind === "sign") throw new FilterError(first.at, `a field must stand before "${first.value}", e.g. os:debian`);
    this.#next++;
    const operator = this.#peek();
    if (operator?.kind !== "sign" || !OPERATORS.has(operator.value)) return { kind: "text", value: first.value };
    if (first.kind === "text" || !isField(first.value.toLowerCase())) throw unknownField(first);
    this.#next++;
    const field = first.value.toLowerCase() as FieldName;
    const values = this.#values(field, operator.value as Operator, operator.at);
    const version = fieldOf(field).kind === "software" ? this.#version() : undefined;
    return { kind: "term", field, operator: operator.value as Operator, values, ...(version === undefined ? {} : { version }) };
  }

  #values(field: FieldName, operator: Operator, at: number): string[] {
    const values: string[] = [];
    do {
      if (values.length > 0) this.#next++;
      const token = this.#peek();
      if (token === undefined || token.kind === "sign")
        throw new FilterError(token?.at ?? this.#end, `a value is missing: ${exampleOf(field)}`);
      this.#next++;
      values.push(readValue(field, operator, token, at));
    } while (isSign(this.#peek(), ","));
    return values;
  }

  #version(): Term["version"] {
    const sign = this.#peek();
    if (sign?.kind !== "sign" || !COMPARISONS.has(sign.value)) return undefined;
    this.#next++;
    const value = this.#peek();
    if (value === undefined || value.kind === "sign" || !/\d/.test(value.value))
      throw new FilterError(value?.at ?? this.#end, 'a version with digits must stand here, e.g. software:"firefox"<115');
    this.#next++;
    return { operator: sign.value as Comparison, value: value.value };
  }

  #deeper<T>(at: number, work: () => T): T {
    if (++this.#depth > MOST_DEPTH) throw new FilterError(at, `parentheses and negations stand at most ${MOST_DEPTH} deep`);
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

function unknownField({ value, at }: Token): FilterError {
  const beginning = value.toLowerCase().split(".")[0] ?? "";
  const near = Object.keys(FIELDS).filter(
    (name) => beginning !== "" && (name.startsWith(beginning.slice(0, 3)) || name.includes(beginning)),
  );
  const known = near.length > 0 ? near : Object.keys(FIELDS);
  return new FilterError(at, `there is no field "${value}"; write one of ${known.join(", ")}`);
}

function exampleOf(name: FieldName): string {
  const { kind, choices } = fieldOf(name);
  if (kind === "flag") return `${name}:yes, ${name}:no or ${name}:unknown`;
  if (kind === "number") return `${name}>4`;
  if (kind === "choice") return `${name}:${choices?.[0]}`;
  return kind === "version" ? `${name}<10.2` : `${name}:"some text"`;
}

/** The value as it is kept. Throws FilterError for one that the field cannot have. */
function readValue(name: FieldName, operator: Operator, { value, at }: Token, operatorAt: number): string {
  const { kind, choices } = fieldOf(name);
  const ordered = operator !== ":" && operator !== "=" && operator !== "!=";
  if (ordered && kind !== "number" && kind !== "version")
    throw new FilterError(operatorAt, `${name} has no order, so "${operator}" says nothing; write ${exampleOf(name)}`);
  if (kind === "software" && operator === "!=") throw new FilterError(operatorAt, `write -${name}:"${value}" for machines that lack it`);
  const lower = value.toLowerCase();
  if (kind === "flag" && !["yes", "no", "unknown"].includes(lower)) throw new FilterError(at, `write ${exampleOf(name)}`);
  if (kind === "number" && !/^\d{1,12}(\.\d{1,3})?$/.test(value))
    throw new FilterError(at, `"${value}" is no number; write ${exampleOf(name)}`);
  if (kind === "version" && !/\d/.test(value)) throw new FilterError(at, `"${value}" is no version; write ${exampleOf(name)}`);
  if (kind === "choice" && choices?.includes(lower) !== true) throw new FilterError(at, `write one of ${choices?.join(", ")}`);
  if ((kind === "text" || kind === "software") && value.trim() === "") throw new FilterError(at, `a value is missing: ${exampleOf(name)}`);
  return kind === "flag" || kind === "choice" ? lower : value;
}
