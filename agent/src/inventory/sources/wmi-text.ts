// What Windows Management Instrumentation prints as text: `Key=Value` lines, one object a block (wmic /value and our own script), or a
// table with one object a line (the wmic of Wine).

/** One object; names are not told apart by case. */
export class WmiObject {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  /** The property as it was printed; "" when it is absent or null. */
  text(name: string): string {
    return this.#values.get(name.toLowerCase()) ?? "";
  }

  /** The property as a number, its decimal point written in any language; undefined when it is none. */
  number(name: string): number | undefined {
    const text = this.text(name).trim().replace(",", ".");
    const value = text === "" ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  /** The property as yes or no; undefined when it is neither. Wine prints -1 for yes. */
  flag(name: string): boolean | undefined {
    const text = this.text(name).trim().toLowerCase();
    return text === "true" || text === "-1" ? true : text === "false" || text === "0" ? false : undefined;
  }

  /** The values of an array; one value that stands alone is an array of one. */
  list(name: string): string[] {
    const text = this.text(name).trim();
    const inside = /^\{(.*)\}$/s.exec(text)?.[1];
    if (inside === undefined) return text === "" ? [] : [text];
    const quoted = [...inside.matchAll(/"([^"]*)"/g)].map((found) => found[1] ?? "");
    return quoted.length > 0 ? quoted : inside.split(",").filter((value) => value !== "");
  }

  /** Numbers of an array that is text in disguise (WmiMonitorID), up to its first zero. */
  characters(name: string): string {
    const codes = this.list(name).map(Number);
    const end = codes.indexOf(0);
    return String.fromCharCode(...(end < 0 ? codes : codes.slice(0, end)).filter((code) => code > 0 && code < 0xffff));
  }

  /** A CIM date ("20240131120000.000000+060") as milliseconds since 1970, UTC; undefined when it is none. */
  time(name: string): number | undefined {
    const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{3})\d*)?([+-]\d{3})?/.exec(this.text(name));
    if (found === null) return undefined;
    const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, millisecond = 0, offset = 0] = found
      .slice(1)
      .map((part) => (part === undefined ? 0 : Number(part)));
    const time = Date.UTC(year, month - 1, day, hour, minute - offset, second, millisecond);
    return time > 0 ? time : undefined;
  }
}

/** Text of a program that may have printed UTF-16 where UTF-8 was expected, with one kind of line end. */
export function plainText(text: string): string {
  return text
    .replace(/^(?:\ufeff|\ufffd\ufffd)/, "")
    .replaceAll("\0", "")
    .replace(/\r+\n?/g, "\n");
}

/** Objects in blocks of `Key=Value` lines. A line that is no property goes on with the value before it; "#" opens a remark. */
export function parseBlocks(text: string): WmiObject[] {
  const objects: WmiObject[] = [];
  let values = new Map<string, string>();
  let last: string | undefined;
  const finish = () => {
    if (values.size > 0) objects.push(new WmiObject(values));
    values = new Map();
    last = undefined;
  };
  for (const line of plainText(text).split("\n")) {
    const property = /^([A-Za-z_]\w*)=(.*)$/.exec(line);
    if (property !== null) {
      const key = (property[1] ?? "").toLowerCase();
      if (values.has(key)) finish();
      values.set(key, withoutEntities(property[2] ?? ""));
      last = key;
    } else if (line.trim() === "") finish();
    else if (last !== undefined && !line.startsWith("#")) values.set(last, `${values.get(last) ?? ""} ${line.trim()}`);
  }
  finish();
  return objects;
}

/** wmic writes what would be markup as entities. */
function withoutEntities(value: string): string {
  return value.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name] ?? "");
}

/** Objects in a table: names of the columns in the first line, each value below its name. */
export function parseTable(text: string): WmiObject[] {
  const [head = "", ...rows] = plainText(text)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const columns = [...head.matchAll(/\S+\s*/g)].map(({ 0: title, index }) => ({
    name: title.trim().toLowerCase(),
    start: index,
    end: index + title.length,
  }));
  return rows.map((row) => new WmiObject(new Map(columns.map(({ name, start, end }) => [name, row.slice(start, end).trim()]))));
}

/** What one class answered: its objects, or why there are none. */
export type WmiAnswer = { readonly objects: readonly WmiObject[] } | { readonly trouble: string };

const CLASS = /^#class=(\S+)\s*$/;
const TROUBLE = /^#trouble=(.*)$/m;

/** The answers of several classes, each opened by a line `#class=NAME`. */
export function parseAnswers(text: string): Map<string, WmiAnswer> {
  const answers = new Map<string, WmiAnswer>();
  let name: string | undefined;
  let lines: string[] = [];
  const finish = () => {
    if (name === undefined) return;
    const body = lines.join("\n");
    const trouble = TROUBLE.exec(body)?.[1];
    if (trouble !== undefined) answers.set(name, { trouble: trouble.trim() });
    else answers.set(name, { objects: /^[A-Za-z_]\w*=/m.test(body) ? parseBlocks(body) : parseTable(body) });
  };
  for (const line of plainText(text).split("\n")) {
    // What went before may have left the mark of its encoding.
    const opened = CLASS.exec(line.replace(/^[\ufeff\ufffd]+/, ""));
    if (opened === null) lines.push(line.replace(/^[\ufeff\ufffd]+/, ""));
    else {
      finish();
      name = opened[1];
      lines = [];
    }
  }
  finish();
  return answers;
}
