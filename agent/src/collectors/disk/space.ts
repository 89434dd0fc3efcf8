// Asks volumes for their room without being held by one that does not answer: statfs on a dead device blocks its thread for good.
import { type FileSystemSpace, type Host, isAbsent } from "../../host/host.ts";

const ANSWER_MS = 2_000;
/** Threads that dead volumes may hold; the runtime has four, and files need the others. */
const MAX_STUCK = 2;

/** `absent`: unmounted meanwhile, no medium, or not for us to see; nothing to report and nothing wrong. */
type SpaceAnswer =
  | { readonly kind: "space"; readonly space: FileSystemSpace }
  | { readonly kind: "absent" }
  | { readonly kind: "problem"; readonly problem: string };

export interface SpaceReader {
  /** Never rejects and never takes longer than about 2 s; at once when `signal` aborts. */
  read(host: Host, volume: { readonly path: string; readonly filesystem: string }, signal: AbortSignal): Promise<SpaceAnswer>;
}

/** A volume that hangs is not asked again until its old question has been answered. */
export function createSpaceReader(): SpaceReader {
  const stuck = new Set<string>();
  return {
    async read(host, { path, filesystem }, signal) {
      const counted = fromMemory(host, path, filesystem);
      if (counted !== undefined) return counted;
      if (stuck.has(path)) return { kind: "problem", problem: `${path} does not answer` };
      if (stuck.size >= MAX_STUCK)
        return { kind: "problem", problem: `${path} was not asked because ${[...stuck].join(" and ")} do not answer` };
      stuck.add(path);
      const answer = ask(host, path);
      const settled = answer.finally(() => stuck.delete(path));
      return Promise.race([settled, silence(path, signal, settled)]);
    },
  };
}

function fromMemory(host: Host, path: string, filesystem: string): SpaceAnswer | undefined {
  try {
    const space = host.countedSpace(path, filesystem);
    return space === undefined ? undefined : { kind: "space", space };
  } catch (error) {
    return failed(path, error);
  }
}

async function ask(host: Host, path: string): Promise<SpaceAnswer> {
  try {
    return { kind: "space", space: await host.statfs(path) };
  } catch (error) {
    return failed(path, error);
  }
}

function failed(path: string, error: unknown): SpaceAnswer {
  if (isAbsent(error) || (error instanceof Error && "code" in error && NO_MEDIUM.has(String(error.code)))) return { kind: "absent" };
  return { kind: "problem", problem: `${path}: ${error instanceof Error ? error.message : String(error)}` };
}

/** What an empty drive says on Windows and Linux. */
const NO_MEDIUM = new Set(["ENOMEDIUM", "EBUSY", "UNKNOWN"]);

function silence(path: string, signal: AbortSignal, settled: Promise<unknown>): Promise<SpaceAnswer> {
  return new Promise((resolve) => {
    const giveUp = () => resolve({ kind: "problem", problem: `${path} does not answer` });
    const timer = setTimeout(giveUp, ANSWER_MS);
    signal.addEventListener("abort", giveUp, { once: true });
    void settled.then(() => {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
    });
  });
}
