// How V8 keeps this process's heap: set once, before anything large is made.
import v8 from "node:v8";

/** How much of what lives the old generation may grow by before it is collected, percent. With a limit taken from a large machine's memory V8
 * lets it grow fourfold first, and every closed socket is promoted: a flood of connections then holds hundreds of MiB of garbage. A server
 * that was at rest it lets grow by a tenth: thousands of agents that come back at once then cost a full collection for every few hundred. */
const GROWTH_PERCENT = 50;

/** Sets the flags of the server's process. The benchmarks' server sets the same. */
export function setHeapFlags(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
