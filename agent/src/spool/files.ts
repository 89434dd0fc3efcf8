/** The file system as the spool may touch it. Every call may fail with a Node error that carries `code`. */
export interface SpoolFiles {
  /** Makes a folder and its parents, for the owner alone; fine when it is there. */
  makeDir(path: string): Promise<void>;
  /** Names in a folder, sorted. */
  list(path: string): Promise<string[]>;
  /** Opens for reading and writing; "create" refuses a file that is there. */
  open(path: string, how: "existing" | "create"): Promise<SpoolFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a whole folder; fine when it is gone. */
  remove(path: string): Promise<void>;
  /** Makes names in a folder durable. */
  syncDir(path: string): Promise<void>;
  /** Bytes that an ordinary program can still write beside `path`. */
  freeBytes(path: string): Promise<number>;
}

/** One open file. Positions and sizes in bytes. */
export interface SpoolFile {
  size(): Promise<number>;
  /** Answers how many bytes were read; 0 at the end. */
  read(target: Uint8Array, position: number): Promise<number>;
  /** Answers how many bytes were written, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(size: number): Promise<void>;
  /** Resolves when content and size are durable. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** Writes all of `bytes`, in as many calls as it takes. */
export async function writeAll(file: SpoolFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const written = await file.write(bytes.subarray(done), position + done);
    if (written <= 0) throw Object.assign(new Error("the file system takes no more bytes"), { code: "ENOSPC" });
    done += written;
  }
}

/** Reads until `target` is full or the file ends; answers how many bytes there were. */
export async function readAll(file: SpoolFile, target: Uint8Array, position: number): Promise<number> {
  let done = 0;
  while (done < target.length) {
    const count = await file.read(target.subarray(done), position + done);
    if (count === 0) break;
    done += count;
  }
  return done;
}

/** The system's code of a failure, e.g. "ENOSPC"; "" when it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
