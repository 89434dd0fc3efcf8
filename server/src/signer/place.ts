// Where the signer's sockets are: in its own folder, or, where that path is too long for a socket, in a short private one that
// <data>/signer/place.json names.
import { randomBytes } from "node:crypto";
import { chmod, lstat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { makePrivateFolder, readIfThere, writePrivate } from "../files.ts";

/** The longest path of a unix socket on every system. */
const MAX_SOCKET_PATH = 103;

export interface SignerPlace {
  /** Holds key and journal. */
  readonly folder: string;
  /** Where the server asks. */
  readonly socket: string;
  /** Where the operator's commands ask: open to the signer's user and root alone. */
  readonly hostSocket: string;
}

/** Finds or makes the place of this data directory's signer. `socket`: where the server finds it, when that was configured. */
export async function findSignerPlace(dataDir: string, socket?: string): Promise<SignerPlace> {
  const folder = path.join(dataDir, "signer");
  await makePrivateFolder(folder);
  if (socket !== undefined) return { folder, socket, hostSocket: `${socket}.host` };
  const record = path.join(folder, "place.json");
  const recorded = await readIfThere(record);
  let sockets = recorded === undefined ? undefined : (JSON.parse(recorded.toString("utf8")) as { sockets: string }).sockets;
  if (sockets === undefined) {
    const fits = Buffer.byteLength(path.join(folder, "signer.sock")) <= MAX_SOCKET_PATH;
    sockets = fits ? folder : path.join(os.tmpdir(), `vigia-signer-${randomBytes(6).toString("hex")}`);
    await makePrivateFolder(sockets);
    await writePrivate(record, `${JSON.stringify({ sockets })}\n`);
  }
  await makePrivateFolder(sockets);
  const found = await lstat(sockets);
  if (!found.isDirectory() || (process.getuid !== undefined && found.uid !== process.getuid() && process.getuid() !== 0))
    throw new Error(`${sockets} belongs to another user (uid ${found.uid})`);
  await chmod(sockets, 0o700);
  return { folder, socket: path.join(sockets, "signer.sock"), hostSocket: path.join(sockets, "host.sock") };
}
