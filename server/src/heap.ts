// How this process keeps its memory: V8's heap, set once before anything large is made, and the system's allocator, set by who starts it.
import v8 from "node:v8";

/** How much of what lives the old generation may grow by before it is collected, percent. With a limit taken from a large machine's memory V8
 * lets it grow fourfold first, and every closed socket is promoted: a flood of connections then holds hundreds of MiB of garbage. By half
 * was too little: when a fleet comes back, the whole heap was collected for every few hundred agents, a quarter of the storm's CPU. */
const GROWTH_PERCENT = 100;

/** Sets the flags of the server's process. The benchmarks' server sets the same. */
export function setHeapFlags(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}

/** For the environment of the server's process: the C library reads it before the program runs. With one arena a thread, what a burst made
 * one thread allocate stays with that thread. */
export const ALLOCATOR = { MALLOC_ARENA_MAX: "2" } as const;
