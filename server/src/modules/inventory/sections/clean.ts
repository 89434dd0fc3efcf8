// Takes of a decoded section what its schema names, made fit to be kept and shown. The server never trusts that an agent cleaned it.
import { MAX_INVENTORY_ROWS, MAX_INVENTORY_TEXT, type SectionName } from "@vigia/protocol";
import type { TSchema } from "typebox";
import { showable } from "../../resources/index.ts";
import { type Bodies, SECTIONS } from "./index.ts";

interface Cleaned {
  readonly body: Bodies[SectionName];
  /** Rows that were left out here because there were too many. */
  readonly leftOut: number;
}

/** The section with its texts cleaned and cut, numbers that no program can count with left out, and at most so many rows a list. */
export function clean(name: SectionName, section: unknown): Cleaned {
  const dropped = { rows: 0 };
  const body = take(SECTIONS[name], section, dropped) as Bodies[SectionName];
  return { body: body ?? {}, leftOut: dropped.rows };
}

interface Schema {
  readonly type?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
}

/** undefined where there is nothing to keep. */
function take(schema: TSchema, value: unknown, dropped: { rows: number }): unknown {
  const { type, enum: words, items, properties } = schema as Schema;
  if (value === null || value === undefined) return undefined;
  if (words !== undefined) return typeof value === "number" ? words[value - 1] : undefined;
  if (type === "string")
    return typeof value === "string" ? nonEmpty(showable(value.slice(0, 8 * MAX_INVENTORY_TEXT), MAX_INVENTORY_TEXT)) : undefined;
  if (type === "number") return Number.isSafeInteger(value) && (value as number) >= 0 ? value : undefined;
  if (type === "boolean") return typeof value === "boolean" ? value : undefined;
  if (items !== undefined) return rows(items, value, dropped);
  return typeof value === "object" ? fields(properties ?? {}, value, dropped) : undefined;
}

const nonEmpty = (text: string): string | undefined => (text === "" ? undefined : text);

function rows(items: TSchema, value: unknown, dropped: { rows: number }): unknown[] | undefined {
  if (!Array.isArray(value)) return undefined;
  dropped.rows += Math.max(0, value.length - MAX_INVENTORY_ROWS);
  const kept = value.slice(0, MAX_INVENTORY_ROWS).flatMap((one) => {
    const taken = take(items, one, dropped);
    return taken === undefined ? [] : [taken];
  });
  return kept.length === 0 ? undefined : kept;
}

function fields(properties: Readonly<Record<string, TSchema>>, value: object, dropped: { rows: number }): object | undefined {
  const taken: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties)) {
    const one = take(schema, (value as Record<string, unknown>)[name], dropped);
    if (one !== undefined) taken[name] = one;
  }
  if (Object.keys(taken).length === 0) return undefined;
  for (const [name, schema] of Object.entries(properties)) if ((schema as Schema).default === false) taken[name] ??= false;
  return taken;
}
