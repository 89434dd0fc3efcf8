import { type FSWatcher, watch } from "node:fs";
import type { Log } from "./log.ts";

export interface FileWatch {
  /** Whether the system tells of changes. */
  watching(): boolean;
  close(): void;
}

/**
 * Tells when the file `name` in a folder was made, changed or removed. A hint only: where the system cannot watch (no handles left, some
 * network file systems) nothing is told, so callers also look by themselves now and then.
 */
export function watchFile(dir: string, name: string, touched: () => void, log: Log): FileWatch {
  let watcher: FSWatcher | undefined;
  let watching = false;
  try {
    // Without the name of what was touched it may have been this one.
    watcher = watch(dir, (_event, found) => {
      if (found === null || found === name) touched();
    });
    watching = true;
    watcher.on("error", (error) => {
      watching = false;
      log.debug("a folder is watched no more", { dir, error });
    });
  } catch (error) {
    log.debug("a folder cannot be watched", { dir, error });
  }
  return { close: () => watcher?.close(), watching: () => watching };
}
