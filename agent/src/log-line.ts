// One line of the log: what may stand in it, and how it looks. Secrets are taken out here, whoever logs them.

/** Anything; what JSON does not know is made readable. */
export type Fields = Readonly<Record<string, unknown>>;

const MOST_CHARACTERS = 2_048;
const MOST_ITEMS = 50;
const DEEPEST = 4;
const SECRET_NAME = /(token|key|secret|password|passphrase)$/i;
/** An enrolment token, wherever it stands in a text. */
const SECRET_TEXT = /\benr_[\w-]{8,}/g;
/** What a terminal or a reader could take for more than text; JSON itself escapes the lower controls. */
const UNSEEN = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The log's own part of a line. */
export interface LineHead {
  readonly time: string;
  readonly level: string;
  readonly message: string;
}

/** JSON on one line, without any character that acts instead of showing. The head stands first and wins over fields of the same name. */
export function printable(head: LineHead, fields: Fields): string {
  const first = { ...head, message: text(head.message) };
  return escapeUnseen(JSON.stringify({ ...first, ...(clean(fields, 0) as object), ...first }));
}

/** For people: "12:00:01 warn  message name=value". The time is local. */
export function readable(at: Date, level: string, message: string, fields: Fields): string {
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
  const shown = Object.entries(clean(fields, 0) as object).map(
    ([name, value]) => ` ${name}=${typeof value === "string" ? quoted(value) : JSON.stringify(value)}`,
  );
  return escapeUnseen(`${time} ${level.padEnd(5)} ${JSON.stringify(text(message)).slice(1, -1)}${shown.join("")}`);
}

function quoted(value: string): string {
  return /^[\w./:@+-]+$/.test(value) ? value : JSON.stringify(value);
}

function escapeUnseen(line: string): string {
  return line.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function text(value: string): string {
  const safe = value.replace(SECRET_TEXT, "enr_[redacted]");
  return safe.length > MOST_CHARACTERS ? `${safe.slice(0, MOST_CHARACTERS - 1)}…` : safe;
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === "string") return text(value);
  if (typeof value === "bigint") return value.toString();
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "function" || typeof value === "symbol") return String(value).slice(0, 80);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return "[deep]";
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((item) => clean(item, depth + 1));
  const entries = Object.entries(value).slice(0, MOST_ITEMS);
  return Object.fromEntries(entries.map(([name, item]) => [text(name), SECRET_NAME.test(name) ? "[redacted]" : clean(item, depth + 1)]));
}

function cleanError(error: Error, depth: number): object {
  const code = "code" in error ? { code: clean(error.code, depth + 1) } : {};
  const cause = error.cause === undefined ? {} : { cause: clean(error.cause, depth + 1) };
  return { name: error.name, message: text(error.message), ...code, ...cause, stack: text(error.stack ?? "") };
}
