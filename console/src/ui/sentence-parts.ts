export interface SentencePart {
  readonly key: string;
  readonly text: string;
  /** The control that stands here; undefined for words. */
  readonly name?: string;
}

/** Words and the names of the controls between them, in order. */
export function sentenceParts(text: string): SentencePart[] {
  return text
    .split(/(<\w+\/>)/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const name = /^<(\w+)\/>$/.exec(part)?.[1];
      return name === undefined ? { key: part, text: part } : { key: part, text: "", name };
    });
}
