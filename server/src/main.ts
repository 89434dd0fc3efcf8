// The server's process: runs the command it was given and ends with its exit code.
import { command } from "./cli/index.ts";
import { setHeapFlags } from "./heap.ts";

setHeapFlags();
process.exit(await command(process.argv.slice(2)));
