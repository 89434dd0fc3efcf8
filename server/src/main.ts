// The server's process: runs the command it was given and ends with its exit code.
import { command } from "./cli/index.ts";

process.exit(await command(process.argv.slice(2)));
