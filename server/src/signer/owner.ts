// The signer's own user, for a server that is started as root: what the signer keeps is closed to everybody else, the server's
// PostgreSQL and agent included.
import { execFileSync } from "node:child_process";
import { lchown, lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { reachableByAll } from "../database/embedded/binaries.ts";
import { StartError } from "../start-error.ts";
import type { SignerPlace } from "./place.ts";

export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

/** The user that VIGIA_SIGNER_USER names. Throws StartError when there is none, when it is root, or when this process is not root. */
export function findSignerUser(name: string): SystemUser {
  if (process.getuid?.() !== 0)
    throw new StartError(
      "VIGIA_SIGNER_USER is set, but only root can start the signer as another user",
      'Start as root, or run the signer as a service of its own (docs/operations.md, "The signer")',
    );
  const user = { uid: idOf("-u", name), gid: idOf("-g", name) };
  if (user.uid === 0) throw new StartError(`VIGIA_SIGNER_USER is ${name}, which is root`, "Name a user without rights");
  return user;
}

function idOf(flag: "-u" | "-g", name: string): number {
  try {
    return Number(execFileSync("id", [flag, "--", name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  } catch (error) {
    const cure = `Make one, as in: useradd --system --shell /usr/sbin/nologin ${name}`;
    throw new StartError(`VIGIA_SIGNER_USER is ${name}, and there is no such user`, cure, { cause: error });
  }
}

/** Gives the signer's folder and sockets to its user. Throws StartError when that user could not walk there. */
export async function giveToSigner(place: SignerPlace, user: SystemUser): Promise<void> {
  for (const needed of [place.folder, import.meta.filename])
    if (!(await reachableByAll(needed)))
      throw new StartError(
        `the signer's user cannot reach ${needed}, because a folder above it is closed`,
        "Install Vigia and set VIGIA_DATA below folders that others may walk through, as in /opt/vigia and /var/lib/vigia",
      );
  await own(path.dirname(place.socket), user);
  await own(place.folder, user);
}

/** Gives what root wrote into a folder of somebody else's to that somebody. */
export async function keepOwner(folder: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await lstat(folder);
  if (uid !== 0) await own(folder, { uid, gid });
}

async function own(entry: string, user: SystemUser): Promise<void> {
  const found = await lstat(entry);
  // A name that the signer's user could have tied to a file of root's is never given away.
  if (found.isSymbolicLink() || (found.isFile() && found.nlink > 1)) return;
  if (found.isDirectory()) for (const name of await readdir(entry)) await own(path.join(entry, name), user);
  await lchown(entry, user.uid, user.gid);
}
