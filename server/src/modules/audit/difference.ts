// What a change changed, for an entry's details.

/**
 * The fields that differ, each with its value before and after, as details of an entry: `{ changes: { name: { before, after } } }`.
 * Fields that `after` does not have are unchanged. Values are compared as JSON. Never give it a secret.
 */
export function difference(before: object, after: object): { changes: Record<string, { before: unknown; after: unknown }> } {
  const changes: Record<string, { before: unknown; after: unknown }> = {};
  for (const [name, value] of Object.entries(after) as [string, unknown][]) {
    const was: unknown = Reflect.get(before, name);
    if (value === undefined || JSON.stringify(was) === JSON.stringify(value)) continue;
    changes[name] = { before: was ?? null, after: value };
  }
  return { changes };
}
