// Text that a machine says about itself is shown to people: it may not steer a screen or hide what it says.

// C0, C1, and the marks that change a line's direction or have no width.
const UNSHOWABLE = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** The text without control, direction and zero-width characters, without space around, cut at `most` characters (never inside one). */
export function showable(text: string, most: number): string {
  return [...text.replace(UNSHOWABLE, "")].slice(0, most).join("").trim();
}

/** A person's search text as a pattern for ILIKE that finds it anywhere: its own wildcards lose their meaning. */
export const anywhere = (text: string): string => `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
