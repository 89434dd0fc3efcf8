// A disk for tests: knows what is durable, loses the rest in a crash, and fails the n-th call on request.
import type { SpoolFile, SpoolFiles } from "../files.ts";

interface Content {
  now: Buffer;
  durable: Buffer;
}

export interface Fault {
  /** Calls until the fault; 0 fails the next one. */
  after: number;
  readonly code: "ENOSPC" | "EIO" | "short";
  /** How many calls fail from there on. */
  times: number;
}

export class MemoryFiles implements SpoolFiles {
  readonly contents = new Map<string, Content>();
  fault: Fault | undefined;
  free = 1_000_000_000;

  /** True when this call must write less than it was given; throws when it must fail. */
  #call(name: string, writes = false): boolean {
    const fault = this.fault;
    if (fault === undefined || fault.after-- > 0) return false;
    if (--fault.times <= 0) this.fault = undefined;
    if (fault.code === "short") return writes;
    if (fault.code === "ENOSPC" && !writes) return false;
    throw Object.assign(new Error(`${fault.code} in ${name}`), { code: fault.code });
  }

  #content(path: string): Content {
    const content = this.contents.get(path);
    if (content === undefined) throw Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
    return content;
  }

  async makeDir(): Promise<void> {
    this.#call("makeDir");
  }

  async list(path: string): Promise<string[]> {
    this.#call("list");
    const inside = [...this.contents.keys()].filter((name) => name.startsWith(`${path}/`));
    return inside.map((name) => name.slice(path.length + 1)).sort((a, b) => (a < b ? -1 : 1));
  }

  async open(path: string, how: "existing" | "create"): Promise<SpoolFile> {
    this.#call("open", how === "create");
    if (how === "create") {
      if (this.contents.has(path)) throw Object.assign(new Error(`${path} is there`), { code: "EEXIST" });
      this.contents.set(path, { now: Buffer.alloc(0), durable: Buffer.alloc(0) });
    }
    return this.#file(this.#content(path));
  }

  #file(content: Content): SpoolFile {
    return {
      size: async () => content.now.length,
      read: async (target, position) => {
        this.#call("read");
        return content.now.copy(target, 0, position, position + target.length);
      },
      write: async (bytes, position) => {
        const count = this.#call("write", true) ? Math.floor(bytes.length / 2) : bytes.length;
        const size = Math.max(content.now.length, position + count);
        const grown = Buffer.alloc(size);
        content.now.copy(grown);
        grown.set(bytes.subarray(0, count), position);
        content.now = grown;
        return count;
      },
      truncate: async (size) => {
        this.#call("truncate");
        content.now = Buffer.from(content.now.subarray(0, size));
      },
      sync: async () => {
        this.#call("sync", true);
        content.durable = content.now;
      },
      close: async () => undefined,
    };
  }

  async rename(from: string, to: string): Promise<void> {
    this.#call("rename");
    this.contents.set(to, this.#content(from));
    this.contents.delete(from);
  }

  async remove(path: string): Promise<void> {
    this.#call("remove");
    for (const name of [...this.contents.keys()]) if (name === path || name.startsWith(`${path}/`)) this.contents.delete(name);
  }

  async syncDir(): Promise<void> {
    this.#call("syncDir");
  }

  async freeBytes(): Promise<number> {
    return this.free;
  }

  /** What another start finds after power was lost: each file's durable content, plus this share of what came after it. */
  afterPowerLoss(share: number): MemoryFiles {
    const disk = new MemoryFiles();
    for (const [path, { now, durable }] of this.contents) {
      const kept =
        now.length <= durable.length ? durable : now.subarray(0, durable.length + Math.floor((now.length - durable.length) * share));
      disk.contents.set(path, { now: Buffer.from(kept), durable: Buffer.from(kept) });
    }
    return disk;
  }
}
