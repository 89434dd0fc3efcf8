// Windows: every drive letter but the two of floppy disks. File system and kind of drive are not told by Node.
import type { Host } from "../../host/host.ts";
import type { Mount } from "./mount.ts";

const LETTERS = "CDEFGHIJKLMNOPQRSTUVWXYZ";

/** All letters; those without a volume turn out absent when asked for their room. */
export async function listWindows(_host: Host): Promise<Mount[]> {
  return [...LETTERS].map((letter) => ({ mount: `${letter}:`, path: `${letter}:\\`, filesystem: "", readOnly: false, removable: false }));
}
