// What a parser is tried with over the folder of captures.

/** One parser, the captures that fit it, and facts of the text that do not come from the parser itself. */
export interface CorpusParser {
  /** Path of the parser below agent/src/inventory, e.g. "software/dpkg.ts". */
  readonly parser: string;
  /** Its captures hold no text: `check` is given one character (U+0000 to U+00FF) a byte. */
  readonly bytes?: boolean;
  /** Whether a capture is for it; the path is relative to the captures' folder, with "/". */
  files(path: string): boolean;
  /** What disagrees with facts visible in the text; empty when all is well. */
  check(text: string, file: string): string[];
}
