// An inventory for people and for scripts: enumerations by their names, one block a section, lists as tables.
import { DiskHealth, Encryption, ServiceState } from "@vigia/protocol";
import type { Trouble } from "./collect.ts";

const ENUMS: { readonly [field: string]: { readonly [value: number]: string } } = {
  health: DiskHealth,
  encryption: Encryption,
  state: ServiceState,
};
/** A table's widest column, characters. */
const WIDEST = 60;

/** The section with "OK" for DISK_HEALTH_OK and so on; what is unknown is absent. */
export function withNames(section: unknown): object {
  return nameAll(section) as object;
}

function nameAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nameAll);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, found]) => {
      const names = typeof found === "number" ? ENUMS[key] : undefined;
      if (names === undefined) return [[key, nameAll(found)]];
      const name = (names[Number(found)] ?? "").replace(/^(DISK_HEALTH|ENCRYPTION|SERVICE_STATE)_/, "").toLowerCase();
      return name === "" || name === "unspecified" ? [] : [[key, name]];
    }),
  );
}

/** Lines for a terminal. */
export function readable(sections: readonly (readonly [name: string, section: object])[], troubles: readonly Trouble[]): string[] {
  const lines = sections.flatMap(([name, section]) => [name.toUpperCase(), ...block(section), ""]);
  if (troubles.length > 0) lines.push("COULD NOT BE READ", ...troubles.map(({ section, reason }) => `  ${section}: ${reason}`));
  return lines;
}

function block(section: object): string[] {
  const entries = Object.entries(section);
  const single = entries.filter(([, value]) => !isTable(value));
  const width = Math.max(0, ...single.map(([key]) => key.length));
  const lines = single.map(([key, value]) => `  ${key.padEnd(width)}  ${cell(key, value)}`);
  for (const [key, value] of entries) if (isTable(value)) lines.push(...(value.length > 0 ? table(value) : [`  no ${key}`]));
  return lines.length === 0 ? ["  nothing known"] : lines;
}

function isTable(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((item) => typeof item === "object");
}

function table(rows: readonly object[]): string[] {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [columns, ...rows.map((row) => columns.map((column) => cell(column, Reflect.get(row, column))))];
  const widths = columns.map((_, at) => Math.min(WIDEST, Math.max(...cells.map((row) => (row[at] ?? "").length))));
  return cells.map((row) => `  ${row.map((text, at) => cut(text, widths[at] ?? 0)).join("  ")}`.trimEnd());
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

function cell(column: string, value: unknown): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number" && column.endsWith("Ms")) return new Date(value).toISOString();
  if (typeof value === "number" && /bytes$/i.test(column)) return size(value);
  return String(value);
}

function size(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let at = 0;
  let left = bytes;
  while (left >= 1024 && at < units.length - 1) {
    left /= 1024;
    at++;
  }
  return `${Number(left.toFixed(1))} ${units[at]}`;
}
