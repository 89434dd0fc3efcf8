// Keyboard shortcuts as data: a key ("j", "?", "mod+k") or a sequence of two ("g r").

/** How long the second key of a sequence may take, milliseconds. */
export const SEQUENCE_MS = 900;

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Pending {
  readonly prefix: string;
  readonly at: number;
}

/** The name of a press as shortcuts write it. */
function nameOf(press: KeyPress): string {
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return press.ctrlKey || press.metaKey ? `mod+${key}` : press.altKey ? `alt+${key}` : key;
}

/**
 * What one press means: the shortcut it completes, and the sequence it begins.
 * @param at milliseconds, from any clock that only rises
 */
export function advance(
  shortcuts: Iterable<string>,
  pending: Pending | undefined,
  press: KeyPress,
  at: number,
): { readonly match: string | undefined; readonly pending: Pending | undefined } {
  const name = nameOf(press);
  const known = new Set(shortcuts);
  const sequence = pending !== undefined && at - pending.at <= SEQUENCE_MS ? `${pending.prefix} ${name}` : undefined;
  if (sequence !== undefined && known.has(sequence)) return { match: sequence, pending: undefined };
  if (known.has(name)) return { match: name, pending: undefined };
  for (const shortcut of known) if (shortcut.startsWith(`${name} `)) return { match: undefined, pending: { prefix: name, at } };
  return { match: undefined, pending: undefined };
}
