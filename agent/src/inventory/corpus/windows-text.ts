// Captures of Windows as text and as what the agent's own programs print: captures of the registry are exports of its editor, the agent
// reads reg.exe.
import { plainText } from "../sources/wmi-text.ts";

/** Text of a capture, whether it was read as the UTF-16 it is or as something else. */
export function captureText(text: string): string {
  return plainText(text).replace(/^\ufeff/, "");
}

/** Keys of an export by path, with how many values each has: counted line by line, to compare a parser's answer with. */
export function exportedKeys(text: string): { path: string; values: number }[] {
  const keys: { path: string; values: number }[] = [];
  for (const line of captureText(text).split("\n")) {
    const path = /^\[(HKEY_[^\]]*.*)\]$/.exec(line)?.[1];
    if (path !== undefined) keys.push({ path, values: 0 });
    else if (/^(?:"(?:[^"\\]|\\.)*"|@)=/.test(line)) {
      const last = keys.at(-1);
      if (last !== undefined) last.values += 1;
    }
  }
  return keys;
}

/** An export as `reg query KEY /s` would print it. */
export function asRegQuery(text: string): string {
  const joined = captureText(text).replace(/\\\n\s*/g, "");
  return joined
    .split("\n")
    .map((line) => {
      const key = /^\[(HKEY_.*)\]$/.exec(line)?.[1];
      if (key !== undefined) return key;
      const value = /^(?:"((?:[^"\\]|\\.)*)"|@)=(.*)$/.exec(line);
      if (value === null) return "";
      const name = value[1] === undefined ? "(Default)" : unescaped(value[1]);
      return `    ${name}    ${asData(value[2] ?? "")}`;
    })
    .join("\n");
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}

const KINDS: Readonly<Record<string, string>> = {
  "": "REG_BINARY",
  "0": "REG_NONE",
  "1": "REG_SZ",
  "2": "REG_EXPAND_SZ",
  "7": "REG_MULTI_SZ",
  b: "REG_QWORD",
};

function asData(data: string): string {
  const word = /^dword:([0-9a-f]+)/i.exec(data)?.[1];
  if (word !== undefined) return `REG_DWORD    0x${word.replace(/^0+(?=.)/, "")}`;
  const quoted = /^"((?:[^"\\]|\\.)*)"?/.exec(data)?.[1];
  if (quoted !== undefined) return `REG_SZ    ${unescaped(quoted)}`;
  const [, kind = "", hex = ""] = /^hex(?:\((\w+)\))?:(.*)$/i.exec(data) ?? [];
  const bytes = Buffer.from(hex.replace(/[^0-9a-f]/gi, ""), "hex");
  const type = KINDS[kind.toLowerCase()] ?? "REG_BINARY";
  if (type === "REG_QWORD") return `${type}    0x${bytes.length >= 8 ? bytes.readBigUInt64LE().toString(16) : "0"}`;
  if (type === "REG_BINARY" || type === "REG_NONE") return `${type}    ${bytes.toString("hex").toUpperCase()}`;
  const strings = bytes
    .subarray(0, bytes.length - (bytes.length % 2))
    .toString("utf16le")
    .replace(/\0+$/, "")
    .replace(/[\r\n]+/g, " ");
  return `${type}    ${strings.replaceAll("\0", "\\0")}`;
}

/** Values of a property in `Key=Value` lines, its case aside, in the text's own order, empty ones included. */
export function printed(text: string, property: string): string[] {
  return [...captureText(text).matchAll(new RegExp(`^${property}=(.*)$`, "gim"))].map((found) => (found[1] ?? "").replaceAll("&amp;", "&"));
}

/** A sentence when the two lists are not the same. */
export function differ(what: string, parsed: readonly unknown[], told: readonly unknown[]): string[] {
  const [a, b] = [JSON.stringify(parsed), JSON.stringify(told)];
  return a === b ? [] : [`${what}: the parser says ${a}, the text ${b}`];
}
