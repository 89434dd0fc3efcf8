// Where this server's own files lie. Its code runs as sources (src), built file by file (dist), or bundled (dist/bundle): this file lies
// at the top of each.
import { existsSync } from "node:fs";
import path from "node:path";

const code = import.meta.dirname;

/** The folder of the server's package. */
export const PACKAGE = packageAbove(code);
/** The folder that holds server, agent and console. */
export const INSTALLATION = path.dirname(PACKAGE);

/** Another program of the server, of the same kind as the running one. `name`: from the code's top, without its extension. */
export const programFile = (name: string): string => path.join(code, `${name}${path.extname(import.meta.filename)}`);

function packageAbove(folder: string): string {
  const above = path.dirname(folder);
  return existsSync(path.join(above, "package.json")) ? above : packageAbove(above);
}
