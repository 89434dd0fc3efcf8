// What people type into a search box, as a pattern for `ilike`.

/** Matches text that holds this one; the pattern language's own signs stand for themselves. */
export const containing = (text: string): string =>
  `%${text
    .trim()
    .replaceAll("\0", "")
    .replace(/[\\%_]/g, "\\$&")}%`;
