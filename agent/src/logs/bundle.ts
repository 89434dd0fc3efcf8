// A machine's logs as one zip: what is in it, redacted, and never larger than a mail can carry. Loaded only when somebody asks for it.
import { MAX_LOGS_BYTES } from "@vigia/protocol";
import { strToU8, zipSync } from "fflate";
import type { Redactor } from "./redact.ts";

const CONTENTS = "contents.txt";

/** One file of the zip before it is redacted. */
export interface Entry {
  readonly name: string;
  /** What it is, for people, English. */
  readonly about: string;
  /** A text, or a value that becomes JSON. */
  readonly content: string | object;
}

export interface Bundled {
  readonly zip: Uint8Array;
  /** Names of what is in it, the list of contents left out. */
  readonly names: readonly string[];
  /** Names of what had no room. */
  readonly leftOut: readonly string[];
}

/**
 * Makes the zip. Where it would have more than `most` bytes, entries are left out from the last on: the caller puts what matters most first.
 */
export function bundle(entries: readonly Entry[], redactor: Redactor, head: string, most = MAX_LOGS_BYTES): Bundled {
  const files = entries.map(({ name, about, content }) => ({ name, about, bytes: redacted(content, redactor) }));
  for (let count = files.length; ; count--) {
    const [taken, left] = [files.slice(0, count), files.slice(count)];
    const zip = zipSync({
      [CONTENTS]: strToU8(contents(head, taken, left)),
      ...Object.fromEntries(taken.map(({ name, bytes }) => [name, bytes])),
    });
    if (zip.length <= most || count === 0) return { zip, names: taken.map(({ name }) => name), leftOut: left.map(({ name }) => name) };
  }
}

function redacted(content: Entry["content"], redactor: Redactor): Uint8Array {
  return strToU8(typeof content === "string" ? redactor.text(content) : `${JSON.stringify(redactor.value(content), undefined, 2)}\n`);
}

type Named = Pick<Entry, "name" | "about"> & { readonly bytes: Uint8Array };

function contents(head: string, taken: readonly Named[], left: readonly Named[]): string {
  const row = ({ name, about, bytes }: Named): string => `  ${name}  ${bytes.length} bytes  ${about}`;
  return [
    head,
    "",
    "What is in this file:",
    ...taken.map(row),
    ...(left.length > 0 ? ["", "Left out for want of room:", ...left.map(row)] : []),
    "",
    "Taken out before: passwords, tokens, keys, what stands in web addresses besides host and path, the names in",
    "mail addresses and of people's folders, and long texts that look like secrets.",
    "",
  ].join("\n");
}
