// How this process keeps its memory: V8's heap, set once before anything large is made, and the system's allocator, set by who starts it.
import v8 from "node:v8";

/** How much of what lives the old generation may grow by before it is collected, percent. With a limit taken from a large machine's memory V8
 * lets it grow fourfold first, and every closed socket is promoted: a flood of connections then holds hundreds of MiB of garbage. Doubling
 * spares a fleet that comes back some collections of the whole heap (1.95 times the bare server instead of 2.3), but a flood of sign-ins then
 * grows the process by more than 200 MiB. */
const GROWTH_PERCENT = 50;

/** Sets the flags of the server's process. The benchmarks' server sets the same. */
export function setHeapFlags(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}

/** For the environment of the server's process: the C library reads it before the program runs. With one arena a thread, what a burst made
 * one thread allocate stays with that thread. */
export const ALLOCATOR = { MALLOC_ARENA_MAX: "2" } as const;
