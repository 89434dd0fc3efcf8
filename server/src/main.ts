// The server's process: runs the command it was given and ends with its exit code.
import v8 from "node:v8";
import { command } from "./cli/index.ts";

/** How much of what lives the old generation may grow by before it is collected, percent. With a limit taken from a large machine's memory V8
 * lets it grow fourfold first, and every closed socket is promoted: a flood of connections then holds hundreds of MiB of garbage. */
const HEAP_GROWTH_PERCENT = 50;
v8.setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);

process.exit(await command(process.argv.slice(2)));
