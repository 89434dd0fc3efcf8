// What a change changed, for an entry's details.

type Fields = Readonly<Record<string, unknown>>;

/**
 * The fields that differ, each with its value before and after, as details of an entry: `{ changes: { name: { before, after } } }`.
 * Fields that `after` does not have are unchanged. Values are compared as JSON. Never give it a secret.
 */
export function difference(before: Fields, after: Fields): { changes: Record<string, { before: unknown; after: unknown }> } {
  const changes: Record<string, { before: unknown; after: unknown }> = {};
  for (const [name, value] of Object.entries(after)) {
    if (value === undefined || JSON.stringify(before[name]) === JSON.stringify(value)) continue;
    changes[name] = { before: before[name] ?? null, after: value };
  }
  return { changes };
}
