// A filter's text as tokens, each with where it stands.
import { FilterError } from "./filter-error.ts";

export interface Token {
  /** word: without quotes; text: with quotes, taken as it stands; sign: an operator, comma, parenthesis or minus. */
  readonly kind: "word" | "text" | "sign";
  readonly value: string;
  /** Position of its first character, from 0. */
  readonly at: number;
  /** No space before it. */
  readonly joined: boolean;
}

const SIGN = /^(<=|>=|!=|[:=<>,()])/;
const WORD = /^[^\s"():=<>!,]+/;

/** Throws FilterError where the text ends inside quotes or has a character that means nothing there. */
export function scanFilter(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const joined = at > 0 && !/\s/.test(text[at - 1] ?? "");
    const space = /^\s+/.exec(rest)?.[0];
    const [sign, word] = [SIGN.exec(rest)?.[0], WORD.exec(rest)?.[0]];
    if (space !== undefined) at += space.length;
    else if (rest.startsWith('"')) {
      const { value, length } = quoted(rest, at);
      tokens.push({ kind: "text", value, at, joined });
      at += length;
    } else if (rest.startsWith("-") && (!joined || opens(tokens.at(-1))) && rest.length > 1 && !/^-\s/.test(rest)) {
      tokens.push({ kind: "sign", value: "-", at, joined });
      at += 1;
    } else if (sign !== undefined) {
      tokens.push({ kind: "sign", value: sign, at, joined });
      at += sign.length;
    } else if (word !== undefined) {
      tokens.push({ kind: "word", value: word, at, joined });
      at += word.length;
    } else
      throw new FilterError(
        at,
        "means_nothing",
        { found: rest[0] ?? "" },
        `"${rest[0]}" means nothing here; put text with such characters in "quotes"`,
      );
  }
  return tokens;
}

/** Behind these a term begins without a space. */
const opens = (token: Token | undefined): boolean => token?.kind === "sign" && (token.value === "-" || token.value === "(");

/** A backslash takes the next character as it is. */
function quoted(rest: string, at: number): { value: string; length: number } {
  let value = "";
  for (let index = 1; index < rest.length; index++) {
    const character = rest[index];
    if (character === '"') return { value, length: index + 1 };
    if (character === "\\" && index + 1 < rest.length) value += rest[++index];
    else value += character;
  }
  throw new FilterError(at, "quotes_open", {}, 'these quotes are not closed: write " at the end of the text');
}
