// What became different between two inventories of one section, pure: a memory module gone, a program updated, an administrator added.
import type { SectionName } from "@vigia/protocol";
import type { Bodies } from "./sections/index.ts";
import { WATCHED, type WatchedFields, type WatchedList } from "./watched.ts";

/** One line of a machine's history. `more` stands for as many further lines as `item` says. */
export interface Change {
  readonly section: string;
  readonly kind: "added" | "removed" | "changed" | "more";
  /** What it is about, for people; "" for the section itself. */
  readonly item: string;
  /** Which field; "" for the whole thing. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A section as it is kept. */
export interface Kept {
  readonly body: Bodies[SectionName];
  readonly leftOut: number;
}

type Row = Readonly<Record<string, unknown>>;

/** Most lines of one inventory. */
const MOST_CHANGES = 500;

/** What became different, in the order of the table. Lists that were cut are not compared: where they end means nothing. */
export function changesOf(section: SectionName, before: Kept, after: Kept): Change[] {
  const whole = before.leftOut === 0 && after.leftOut === 0;
  return WATCHED[section].flatMap((watched) => {
    if ("fields" in watched) return fieldsOf(section, "", watched, before.body as Row, after.body as Row);
    return whole ? listOf(section, watched, watched.rows(before.body as never), watched.rows(after.body as never)) : [];
  });
}

/** At most 500 lines; a last one says how many more there were. */
export function capped(changes: readonly Change[]): Change[] {
  const over = changes.length - MOST_CHANGES;
  if (over <= 0) return [...changes];
  return [...changes.slice(0, MOST_CHANGES), { section: "", kind: "more", item: String(over), field: "", before: null, after: null }];
}

function fieldsOf(section: string, item: string, { fields }: WatchedFields, before: Row, after: Row): Change[] {
  return fields.flatMap((field) => {
    const [was, is] = [said(before[field]), said(after[field])];
    return was === is ? [] : [{ section, kind: "changed" as const, item, field, before: was, after: is }];
  });
}

/** Things of one key are told apart by what is watched of them: those that stayed as they were say nothing. */
function listOf(section: string, watched: WatchedList, before: readonly Row[], after: readonly Row[]): Change[] {
  const [was, is] = [byKey(watched, before), byKey(watched, after)];
  return [...new Set([...was.keys(), ...is.keys()])].toSorted(byCodeUnits).flatMap((key) => {
    const [gone, came] = unpaired(was.get(key) ?? [], is.get(key) ?? [], watched);
    const [from, to] = [gone[0], came[0]];
    if (gone.length === 1 && came.length === 1 && from !== undefined && to !== undefined)
      return fieldsOf(section, watched.label(to), { fields: watched.watch }, from, to);
    return [
      ...gone.map((row) => ({ ...line(section, "removed", watched, row), before: watched.says(row), after: null })),
      ...came.map((row) => ({ ...line(section, "added", watched, row), before: null, after: watched.says(row) })),
    ];
  });
}

const line = (section: string, kind: "added" | "removed", watched: WatchedList, row: Row) => ({
  section,
  kind,
  item: watched.label(row),
  field: "",
});

function byKey(watched: WatchedList, rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = watched.key(row);
    const group = found.get(key);
    if (group === undefined) found.set(key, [row]);
    else group.push(row);
  }
  return found;
}

/** Rows of each side that have no equal on the other. */
function unpaired(before: readonly Row[], after: readonly Row[], { watch }: WatchedList): [Row[], Row[]] {
  const face = (row: Row) => JSON.stringify(watch.map((field) => said(row[field])));
  const [gone, came] = [counted(after.map(face)), counted(before.map(face))];
  return [before.filter((row) => !takeOne(gone, face(row))), after.filter((row) => !takeOne(came, face(row)))];
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function takeOne(counts: Map<string, number>, text: string): boolean {
  const left = counts.get(text) ?? 0;
  counts.set(text, left - 1);
  return left > 0;
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A value as text; null when it is not known. */
function said(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? value.join(", ") : String(value);
}
