// The machine, as the agent may touch it. Tests give it a folder of captured files instead (fixture-host.ts); node-host.ts is the real one.

/** What one file system says about its room. Inode counts are 0 where it has none. */
export interface FileSystemSpace {
  readonly totalBytes: number;
  /** Bytes nobody uses. */
  readonly freeBytes: number;
  /** Bytes an ordinary program may still write; less than freeBytes where some are kept for root. */
  readonly availableBytes: number;
  readonly inodes: number;
  readonly freeInodes: number;
}

/** One logical processor; times in milliseconds since boot. */
export interface Processor {
  readonly model: string;
  readonly times: { readonly user: number; readonly nice: number; readonly sys: number; readonly idle: number; readonly irq: number };
}

/** One address of one interface that is up. */
export interface InterfaceAddress {
  readonly interface: string;
  readonly family: "IPv4" | "IPv6";
  readonly address: string;
  /** Length of the network's part, bits; absent where the runtime does not say. */
  readonly prefix?: number;
  /** Loopback. */
  readonly internal: boolean;
}

/** What the runtime knows of the system. Each property is asked for when it is read, so reading one costs only that one. */
export interface OsView {
  readonly hostname: string;
  /** Kernel's release, e.g. "6.1.0-18-amd64" or "10.0.20348". */
  readonly release: string;
  /** Kernel's or system's version in words, e.g. "Windows Server 2022 Standard". */
  readonly version: string;
  /** Processor architecture as Node names it, e.g. "x64". */
  readonly arch: string;
  readonly cpus: readonly Processor[];
  /** Bytes installed. */
  readonly totalMemory: number;
  /** Bytes programs can still get, as far as the runtime knows. */
  readonly freeMemory: number;
  readonly uptimeSeconds: number;
  /** Load averages of 1, 5 and 15 minutes; zeroes on Windows, which has none. */
  readonly loadAverage: readonly number[];
  readonly networkInterfaces: readonly InterfaceAddress[];
  /** IANA name. */
  readonly timeZone: string;
  /** Release of the agent's runtime, e.g. "22.23.2". */
  readonly runtimeVersion: string;
}

export interface Host {
  readonly platform: "linux" | "darwin" | "win32";
  /** Whole text of a file. Rejects as node:fs does. */
  readFile(path: string): Promise<string>;
  /** Whole file as it is, for those that hold no text. Rejects as node:fs does. */
  readBytes(path: string): Promise<Uint8Array>;
  /** Names in a folder. Rejects as node:fs does. */
  readDir(path: string): Promise<string[]>;
  /** Target of a symbolic link. Rejects as node:fs does. */
  readLink(path: string): Promise<string>;
  /** When a file or folder was changed last, milliseconds since 1970. Rejects as node:fs does. */
  modifiedMs(path: string): Promise<number>;
  /**
   * Room on a file system of a kind that keeps count in memory, at once, which spares a trip to a thread; undefined for kinds that may
   * have to ask a device. Throws as node:fs does.
   */
  countedSpace(path: string, filesystem: string): FileSystemSpace | undefined;
  /** Room on the file system at `path`. May never settle when its device is gone: callers guard it with a time-out. */
  statfs(path: string): Promise<FileSystemSpace>;
  /** Standard output of a program that ends with 0, in English. Rejects otherwise, ENOENT when it is not installed. Not for the periodic path. */
  exec(file: string, args: readonly string[], signal: AbortSignal): Promise<string>;
  os(): OsView;
}

/** Whether an error of node:fs says that the thing is not there (any more) or not for us to see. */
export function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && ABSENT.has(String(error.code));
}

// ESRCH: the process whose file it was has just ended.
const ABSENT = new Set(["ENOENT", "ENOTDIR", "ENODEV", "ENXIO", "EACCES", "EPERM", "ESRCH"]);

/** Text of a file, or undefined when it is absent or refuses to be read now (EINVAL is how sysfs says "not while down"). */
export async function readOptional(host: Host, path: string): Promise<string | undefined> {
  try {
    return await host.readFile(path);
  } catch (error) {
    if (isAbsent(error) || (error instanceof Error && "code" in error && error.code === "EINVAL")) return undefined;
    throw error;
  }
}

/** Names in a folder, sorted; none when it is absent. */
export async function listOptional(host: Host, path: string): Promise<string[]> {
  try {
    return (await host.readDir(path)).toSorted((a, b) => (a < b ? -1 : 1));
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}

/** Standard output of a program, or undefined when it is not installed or not for us to run. Rejects when it fails. */
export async function execOptional(host: Host, file: string, args: readonly string[], signal: AbortSignal): Promise<string | undefined> {
  try {
    return await host.exec(file, args, signal);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Target of a symbolic link, or undefined when there is none (EINVAL: not a link). */
export async function linkTarget(host: Host, path: string): Promise<string | undefined> {
  try {
    return await host.readLink(path);
  } catch (error) {
    if (isAbsent(error) || (error instanceof Error && "code" in error && (error.code === "EINVAL" || error.code === "UNKNOWN")))
      return undefined;
    throw error;
  }
}
