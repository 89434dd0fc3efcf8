// Text that a machine sent is hostile: it may be huge, invisible or written backwards. This makes it safe to read; React makes it safe to place.

/** How much of a machine's text is shown before "show all". */
export const AGENT_TEXT_LIMIT = 256;

const BIDI = /[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** A visible stand-in for one control, bidirectional or zero-width character; undefined for an ordinary one. */
function symbolOf(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  if ((code >= 0x80 && code < 0xa0) || code === 0x2028 || code === 0x2029 || BIDI.test(character))
    return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, "0")}\u27e9`;
  return undefined;
}

/** The same text with every invisible or direction-changing character shown as a symbol. */
export function visibleText(text: string): string {
  let shown = "";
  for (const character of text) shown += symbolOf(character) ?? character;
  return shown;
}

/** The first `limit` characters (never half of one), and whether something was left out. */
export function cutText(text: string, limit = AGENT_TEXT_LIMIT): { readonly shown: string; readonly cut: boolean } {
  const characters = Array.from(text.slice(0, limit * 2 + 2));
  if (characters.length <= limit && text.length <= limit * 2 + 2) return { shown: visibleText(text), cut: false };
  return { shown: visibleText(characters.slice(0, limit).join("")), cut: true };
}
