// A machine made of captured files: what tests run the collectors against. A link is captured as a file NAME.link with its target.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileSystemSpace, Host, OsView } from "./host.ts";

export interface FixtureOptions {
  readonly platform?: Host["platform"];
  /** Folder that stands for "/". */
  readonly root?: string | URL;
  /** Texts by path, over those of the folder; null hides a file. The test may change it between two readings. */
  readonly files?: Record<string, string | null>;
  /** Contents by path of files that hold no text. */
  readonly bytes?: Record<string, Uint8Array>;
  /** Standard output by command line, e.g. "who -q"; any other program is not installed. */
  readonly programs?: Record<string, string>;
  /** When files were changed, milliseconds since 1970; the test may change it. */
  readonly modified?: Record<string, number>;
  readonly statfs?: (path: string) => Promise<FileSystemSpace>;
  /** Every volume has to be asked when this is left out. */
  readonly countedSpace?: Host["countedSpace"];
  readonly os?: Partial<OsView>;
}

const OS: OsView = {
  hostname: "fixture",
  release: "6.1.0",
  version: "#1 SMP",
  arch: "x64",
  cpus: [],
  totalMemory: 0,
  freeMemory: 0,
  uptimeSeconds: 0,
  loadAverage: [0, 0, 0],
  networkInterfaces: [],
  timeZone: "UTC",
  runtimeVersion: "22.0.0",
};

/** The error node:fs would raise, for tests that fake one. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: fixture, '${path}'`), { code });
}

/** A host that knows only what the test captured; anything else is ENOENT. Its programs are only what they printed. */
export function createFixtureHost(options: FixtureOptions): Host {
  const { platform = "linux", root, files = {}, bytes = {}, programs = {}, modified = {}, statfs, countedSpace, os = {} } = options;
  const base = root instanceof URL ? fileURLToPath(root) : root;
  const read = async (path: string): Promise<string> => {
    const text = files[path];
    if (typeof text === "string") return text;
    if (text === null || base === undefined) throw systemError("ENOENT", path);
    return readFile(join(base, path), "utf8");
  };
  return {
    platform,
    readFile: read,
    readBytes: async (path) => bytes[path] ?? Buffer.from(await read(path)),
    readDir: async (path) => {
      const inside = `${path.replace(/\/$/, "")}/`;
      const captured = base === undefined ? [] : await readdir(join(base, path)).catch(() => [] as string[]);
      const listed = [...Object.keys(files), ...Object.keys(bytes)].filter((file) => file.startsWith(inside) && files[file] !== null);
      const names = new Set(
        [...captured, ...listed.map((file) => file.slice(inside.length).split("/")[0] ?? "")].map((name) => name.replace(/\.link$/, "")),
      );
      for (const [file, text] of Object.entries(files)) if (text === null) names.delete(file.slice(inside.length).replace(/\.link$/, ""));
      if (names.size === 0) throw systemError("ENOENT", path);
      return [...names];
    },
    readLink: async (path) => (await read(`${path}.link`)).trim(),
    modifiedMs: async (path) => {
      const at = modified[path];
      if (at === undefined) throw systemError("ENOENT", path);
      return at;
    },
    countedSpace: countedSpace ?? (() => undefined),
    statfs: statfs ?? (async (path) => Promise.reject(systemError("ENOENT", path))),
    exec: async (file, args) => {
      const printed = programs[[file, ...args].join(" ")];
      if (printed === undefined) throw systemError("ENOENT", file);
      return printed;
    },
    os: () => ({ ...OS, ...os }),
  };
}
