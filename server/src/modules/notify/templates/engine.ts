// Logic-less templates: {{name}} stands for a parameter and nothing else means anything. A value is put in once, escaped for
// where it lands, and never looked at again, so that what people type can be neither a template nor markup.

const MOST_VALUE = 4_000;
const MOST_RESULT = 64_000;

/** Text between parameters alternates with their names: the even ones are text. */
export type Template = readonly string[];

/**
 * Reads a template. Throws TypeError when it names a parameter that is not among `known`, or holds braces that name none.
 * Example: `compile("Hello {{name}}", ["name"])`.
 */
export function compile(text: string, known: readonly string[]): Template {
  const parts = text.split(/\{\{([a-zA-Z]+)\}\}/);
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1 && !known.includes(part)) throw new TypeError(`the template names ${part}, which is no parameter of it`);
    if (index % 2 === 0 && /[{}]/.test(part)) throw new TypeError(`the template holds braces without a parameter: ${part}`);
  }
  return parts;
}

/**
 * Puts the values in. Values are cut at 4,000 characters.
 * Throws TypeError for a parameter without a value, RangeError when the result is longer than 64,000 characters.
 * @param harmless makes a value harmless where it lands
 */
export function fill(template: Template, values: ReadonlyMap<string, string>, harmless: (value: string) => string): string {
  let result = "";
  for (const [index, part] of template.entries()) {
    result += index % 2 === 0 ? part : harmless(valueFor(values, part));
    if (result.length > MOST_RESULT) throw new RangeError("the text became too long");
  }
  return result;
}

function valueFor(values: ReadonlyMap<string, string>, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new TypeError(`no value for ${name}`);
  return value.slice(0, MOST_VALUE);
}

/** For a header: one line, no control characters. */
export const asLine = (value: string): string => value.replace(/[\p{Cc}\s]+/gu, " ").trim();

/** For plain text: line ends stay, other control characters go. */
export const asText = (value: string): string => value.replace(/[^\P{Cc}\n\t]/gu, "");

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For HTML, between tags and in quoted attributes. */
export const asHtml = (value: string): string => asText(value).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
