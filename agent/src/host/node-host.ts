// The real machine, through Node. The only file that reads process.platform.
import { execFile } from "node:child_process";
import { existsSync, opendirSync, readdirSync, readFileSync, readlinkSync, type StatsFs, statfsSync } from "node:fs";
import { readdir, readFile, readlink, stat, statfs } from "node:fs/promises";
import * as os from "node:os";
import { promisify } from "node:util";
import type { FileSystemSpace, Host, InterfaceAddress, OsView } from "./host.ts";
import { timeZone } from "./time-zone.ts";

const run = promisify(execFile);
const EXEC_MAX_BYTES = 16 * 1_048_576;
/** What programs print is parsed, so it is asked for in English, with the letters of names kept. */
const ENGLISH = { LC_ALL: "C.UTF-8", LANGUAGE: "" };

/** The machine this process runs on. Throws on a system that Vigia has no agent for. */
export function createNodeHost(): Host {
  const platform = process.platform;
  if (platform !== "linux" && platform !== "darwin" && platform !== "win32") throw new Error(`Vigia has no agent for ${platform}`);
  return {
    platform,
    readFile: async (path) => (answersFromMemory(path) ? readFileSync(path, "utf8") : readFile(path, "utf8")),
    readBytes: async (path) => (answersFromMemory(path) ? readFileSync(path) : readFile(path)),
    readDir: async (path) => (answersFromMemory(path) ? readdirSync(path) : readdir(path)),
    readLink: async (path) => (answersFromMemory(path) ? readlinkSync(path) : readlink(path)),
    modifiedMs: async (path) => (await stat(path)).mtimeMs,
    countedSpace: (path, filesystem) => (COUNTED.has(filesystem) ? spaceOf(statfsSync(path)) : undefined),
    statfs: async (path) => spaceOf(await statfs(path)),
    exec: async (file, args, signal) => {
      // biome-ignore lint/style/noProcessEnv: a program needs this process's own environment (PATH, SystemRoot).
      const env: NodeJS.ProcessEnv = { ...process.env, ...ENGLISH };
      if (platform !== "win32" && !isInstalled(file, env["PATH"] ?? "")) throw absent(file);
      const { stdout } = await run(file, [...args], { signal, env, encoding: "utf8", windowsHide: true, maxBuffer: EXEC_MAX_BYTES });
      return stdout;
    },
    os: () => new NodeOs(),
  };
}

/** Whether a program is there: starting one that is not costs a copy of this whole process only to learn that. */
function isInstalled(file: string, path: string): boolean {
  if (file.includes("/")) return existsSync(file);
  return path.split(":").some((folder) => existsSync(`${folder}/${file}`));
}

function absent(file: string): Error {
  return Object.assign(new Error(`ENOENT: no such program, '${file}'`), { code: "ENOENT" });
}

/** Whether this process may keep its files where all users of the machine share them: root, or an elevated Windows account. */
export function runsAsRoot(): boolean {
  if (process.geteuid !== undefined) return process.geteuid() === 0;
  try {
    // Only administrators and SYSTEM may list this folder, wherever Windows itself is installed.
    opendirSync("\\\\?\\GLOBALROOT\\SystemRoot\\System32\\config").closeSync();
    return true;
  } catch {
    return false;
  }
}

/**
 * The kernel answers /proc and /sys from memory, so a thread would only cost time: reading in place is cheaper, and it still works
 * when volumes that hang hold every thread of the pool.
 */
function answersFromMemory(path: string): boolean {
  return path.startsWith("/proc/") || path.startsWith("/sys/");
}

/** Linux file systems that answer statfs from counters in memory, also when their device is gone. */
const COUNTED = new Set(["ext2", "ext3", "ext4", "xfs"]);

function spaceOf({ bsize, blocks, bfree, bavail, files, ffree }: StatsFs): FileSystemSpace {
  const bytes = (count: number) => Math.min(count * bsize, Number.MAX_SAFE_INTEGER);
  return { totalBytes: bytes(blocks), freeBytes: bytes(bfree), availableBytes: bytes(bavail), inodes: files, freeInodes: ffree };
}

class NodeOs implements OsView {
  get hostname() {
    return os.hostname();
  }
  get release() {
    return os.release();
  }
  get version() {
    return os.version();
  }
  get arch() {
    return process.arch;
  }
  get cpus() {
    return os.cpus();
  }
  get totalMemory() {
    return os.totalmem();
  }
  get freeMemory() {
    return os.freemem();
  }
  get uptimeSeconds() {
    return os.uptime();
  }
  get loadAverage() {
    return os.loadavg();
  }
  get networkInterfaces(): InterfaceAddress[] {
    return Object.entries(os.networkInterfaces()).flatMap(([name, addresses = []]) =>
      addresses.map(({ family, address, internal, cidr }) => ({
        interface: name,
        family,
        address,
        internal,
        ...(cidr === null ? {} : { prefix: Number(cidr.slice(cidr.indexOf("/") + 1)) }),
      })),
    );
  }
  get timeZone() {
    return timeZone();
  }
  get runtimeVersion() {
    return process.versions.node;
  }
}
