// macOS' property lists in their XML form: what system_profiler, diskutil and dscl print and what plutil makes of the binary ones. Dates
// stay the text they are ("2024-03-21T06:13:23Z"), data its base64.

export type Plist = string | number | boolean | readonly Plist[] | PlistDict;
export interface PlistDict {
  readonly [key: string]: Plist;
}

interface Open {
  readonly isDict: boolean;
  readonly values: Plist[];
  readonly keys: string[];
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The list's value; undefined when the text is no property list, is cut short, or is empty. */
export function parsePlist(text: string): Plist | undefined {
  const top: Open = { isDict: false, values: [], keys: [] };
  const open: Open[] = [top];
  for (const [, end, tag = "", empty, content = ""] of text.matchAll(
    /<(\/?)(dict|array|key|string|date|data|integer|real|true|false)\s*(\/?)>([^<]*)/g,
  )) {
    const inner = open.at(-1) ?? top;
    if (tag === "dict" || tag === "array") {
      if (end !== "/") open.push({ isDict: tag === "dict", values: [], keys: [] });
      if (end !== "/" && empty !== "/") continue;
      const closed = open.length > 1 ? open.pop() : undefined;
      if (closed === undefined) return undefined;
      (open.at(-1) ?? top).values.push(closed.isDict ? dictOf(closed) : closed.values);
    } else if (end !== "/") {
      if (tag === "key") inner.keys.push(unescaped(content));
      else inner.values.push(scalar(tag, empty === "/" ? "" : content));
    }
  }
  return open.length === 1 ? top.values[0] : undefined;
}

function dictOf({ keys, values }: Open): PlistDict {
  return Object.fromEntries(values.flatMap((value, at) => (keys[at] === undefined ? [] : [[keys[at], value]])));
}

function scalar(tag: string, content: string): Plist {
  if (tag === "true" || tag === "false") return tag === "true";
  if (tag === "integer" || tag === "real") return Number(content);
  return unescaped(content);
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES.get(name) ?? all;
    const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** The dictionary that `value` is; an empty one for anything else. */
export function dict(value: Plist | undefined): PlistDict {
  return typeof value === "object" && !Array.isArray(value) ? (value as PlistDict) : {};
}

/** The dictionaries in the array that `value` is; none for anything else. */
export function dicts(value: Plist | undefined): PlistDict[] {
  return list(value).flatMap((item) => (typeof item === "object" && !Array.isArray(item) ? [item as PlistDict] : []));
}

/** The array that `value` is; an empty one for anything else. */
export function list(value: Plist | undefined): readonly Plist[] {
  return Array.isArray(value) ? (value as readonly Plist[]) : [];
}

/** The text at the first of `keys` that has one, a number as it is written; "" without. */
export function text(from: PlistDict, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = from[key];
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number") return String(value);
  }
  return "";
}

/** The positive number at `key`, written as a number or as text; undefined without. */
export function positive(from: PlistDict, key: string): number | undefined {
  const value = Number(from[key] ?? "");
  return value > 0 && Number.isSafeInteger(value) ? value : undefined;
}
