// What an entry's details say: the values before and after, and the rest as names and values.

export interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}
export interface Details {
  readonly changes: readonly Change[];
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Any value as a person reads it; nothing is an empty text. */
export function written(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((each) => !isRecord(each) && !Array.isArray(each))) return value.map(written).join(", ");
  return JSON.stringify(value);
}

/** Both shapes an entry may have: `changes: { name: { before, after } }`, or whole objects under `before` and `after`. */
export function readDetails(details: Readonly<Record<string, unknown>>): Details {
  const { changes, before, after, ...rest } = details;
  const rows: Change[] = [];
  if (isRecord(changes))
    for (const [name, change] of Object.entries(changes))
      if (isRecord(change)) rows.push({ name, before: written(change["before"]), after: written(change["after"]) });
  if (isRecord(before) || isRecord(after)) {
    const [old, now] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    for (const name of new Set([...Object.keys(old), ...Object.keys(now)]))
      if (written(old[name]) !== written(now[name])) rows.push({ name, before: written(old[name]), after: written(now[name]) });
  }
  return { changes: rows, others: Object.entries(rest).map(([name, value]) => ({ name, value: written(value) })) };
}
