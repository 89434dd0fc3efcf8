// The Windows registry, as `reg query KEY /s` prints it. Keys and names are not told apart by case.

export interface RegistryValue {
  /** E.g. "REG_SZ". */
  readonly type: string;
  readonly data: string;
}

/** One key with its values. */
export class RegistryKey {
  readonly path: string;
  /** Values by name in lower case. */
  readonly values = new Map<string, RegistryValue>();

  constructor(path: string) {
    this.path = path;
  }

  /** Last part of the path. */
  get name(): string {
    return this.path.slice(this.path.lastIndexOf("\\") + 1);
  }

  /** Data of a value as it was printed; "" when it is absent. */
  text(name: string): string {
    return this.values.get(name.toLowerCase())?.data ?? "";
  }

  /** Data of a REG_DWORD or REG_QWORD, or of digits in a REG_SZ; undefined when it is none. */
  number(name: string): number | undefined {
    const text = this.text(name).trim();
    return /^(?:0x[0-9a-f]+|\d+)$/i.test(text) ? Number(text) : undefined;
  }

  /** Strings of a REG_MULTI_SZ, or the words of a REG_SZ, without empty ones. */
  list(name: string): string[] {
    const value = this.values.get(name.toLowerCase());
    const parts = value?.type === "REG_MULTI_SZ" ? value.data.split("\\0") : (value?.data ?? "").split(/[\s,]+/);
    return parts.map((part) => part.trim()).filter((part) => part !== "");
  }

  /** Bytes of a REG_BINARY; none when it is absent. */
  bytes(name: string): Uint8Array {
    return Buffer.from(this.text(name), "hex");
  }
}

/** Every key that was printed. */
export class Registry {
  readonly #keys: ReadonlyMap<string, RegistryKey>;

  constructor(keys: ReadonlyMap<string, RegistryKey>) {
    this.#keys = keys;
  }

  /** A key by its whole path ("HKLM" stands for HKEY_LOCAL_MACHINE), or undefined. */
  key(path: string): RegistryKey | undefined {
    return this.#keys.get(fullPath(path).toLowerCase());
  }

  /** Keys directly below a path, in the order in which they were printed. */
  below(path: string): RegistryKey[] {
    const start = `${fullPath(path).toLowerCase()}\\`;
    return [...this.#keys].filter(([key]) => key.startsWith(start) && !key.includes("\\", start.length)).map(([, key]) => key);
  }

  /** Data of one value; "" when key or value is absent. */
  text(path: string, name: string): string {
    return this.key(path)?.text(name) ?? "";
  }

  /** How many keys were printed. */
  get size(): number {
    return this.#keys.size;
  }
}

const HIVES: readonly [short: string, long: string][] = [
  ["HKLM", "HKEY_LOCAL_MACHINE"],
  ["HKU", "HKEY_USERS"],
];

function fullPath(path: string): string {
  const hive = HIVES.find(([short]) => path.startsWith(`${short}\\`));
  return hive === undefined ? path : `${hive[1]}${path.slice(hive[0].length)}`;
}

const KEY = /^HKEY_[A-Z_]+(?:\\.*)?$/;
const VALUE = /^(?: {4}|\t)(.*?)(?: {4}|\t)(REG_[A-Z_]+)(?:(?: {4}|\t)(.*))?$/;

/** What `reg query` printed, of any number of keys. A line that is neither key nor value goes on with the text before it. */
export function parseRegistry(text: string): Registry {
  const keys = new Map<string, RegistryKey>();
  let key: RegistryKey | undefined;
  let last: string | undefined;
  for (const line of text
    .replace(/^\ufeff/, "")
    .replace(/\r/g, "")
    .split("\n")) {
    const value = key === undefined ? null : VALUE.exec(line);
    if (KEY.test(line)) {
      key = keys.get(line.toLowerCase()) ?? new RegistryKey(line);
      keys.set(line.toLowerCase(), key);
      last = undefined;
    } else if (value !== null && key !== undefined) {
      last = (value[1] ?? "").toLowerCase();
      key.values.set(last, { type: value[2] ?? "", data: value[3] ?? "" });
    } else if (line === "") last = undefined;
    else if (last !== undefined) {
      const before = key?.values.get(last);
      if (before !== undefined) key?.values.set(last, { type: before.type, data: `${before.data}\n${line}` });
    }
  }
  return new Registry(keys);
}
