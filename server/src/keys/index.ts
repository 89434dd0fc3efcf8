// The server's keys: identity (agents pin it), recovery (offline once the operator confirmed its download) and the signer's
// public half. Agents know the server by these alone, so they are made once, before the first set-up, and never silently again.
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { makePrivateFolder, readIfThere, syncFolder } from "../files.ts";
import { StartError } from "../start-error.ts";
import { type KeyFiles, makeKeyFiles, readKeyFiles, type ServerKeys } from "./key-set.ts";

export { startGeneration } from "./generation.ts";
export type { RecoveryFile, ServerKeys } from "./key-set.ts";
export { createSetupCode, removeSetupCode, type SetupCode } from "./setup-code.ts";

/** Where each file of the set lives in the data directory. */
const PLACES: Record<keyof KeyFiles, string> = {
  signer: "signer/signer.pem",
  recovery: "recovery-key",
  identity: "keys/identity.pem",
  roster: "keys/roster.bin",
  public: "keys/public.json",
};
/** Without these no server starts; the recovery key is meant to leave. */
const NEEDED = ["identity", "roster", "public", "signer"] as const satisfies (keyof KeyFiles)[];
const READY = "keys-new";

/**
 * The keys in <data>, or a new set when there is none and nothing is set up yet (`configured` false).
 * Throws StartError when the set is incomplete or damaged, or missing on a server that is set up.
 * @param options.now milliseconds since 1970, written into a new roster
 * @param options.signerElsewhere the signer's key may have left for another user's folder
 */
export async function loadOrMakeKeys(
  dataDir: string,
  options: { configured: boolean; now: number; signerElsewhere?: boolean },
): Promise<ServerKeys> {
  const at = (name: keyof KeyFiles) => path.join(dataDir, PLACES[name]);
  await finishMaking(dataDir);
  if ((await missingOf(dataDir)).length === NEEDED.length) {
    if (options.configured) {
      throw new StartError(
        `this installation is set up but its keys are not in ${dataDir}, and enrolled agents obey no others`,
        "Restore the folders keys and signer from a backup, or point VIGIA_DATA to the right folder",
      );
    }
    await prepare(dataDir, options.now);
    await finishMaking(dataDir);
  }
  const missing = (await missingOf(dataDir)).filter((name) => name !== "signer" || options.signerElsewhere !== true);
  if (missing.length > 0) {
    throw new StartError(
      `the server's keys are incomplete: ${missing.map(at).join(", ")} is missing`,
      "Restore the folders keys and signer from a backup",
    );
  }
  return readKeyFiles({ identity: at("identity"), roster: at("roster"), public: at("public"), recovery: at("recovery") });
}

async function missingOf(dataDir: string): Promise<(keyof KeyFiles)[]> {
  const found = await Promise.all(NEEDED.map((name) => readable(path.join(dataDir, PLACES[name]))));
  return NEEDED.filter((_, index) => !found[index]);
}

async function readable(file: string): Promise<boolean> {
  try {
    return (await readIfThere(file)) !== undefined;
  } catch (error) {
    throw new StartError(`the key file ${file} cannot be read: ${(error as Error).message}`, "Give it back to the user that runs Vigia", {
      cause: error,
    });
  }
}

/** Writes a whole set beside its places; only a finished one gets the name that finishMaking looks for. */
async function prepare(dataDir: string, now: number): Promise<void> {
  const half = path.join(dataDir, `${READY}.half`);
  await rm(half, { recursive: true, force: true });
  await makePrivateFolder(half);
  await makeKeyFiles(half, now);
  await rename(half, path.join(dataDir, READY));
  await syncFolder(dataDir);
}

/** Moves a finished new set to its places, also when a crash cut the last attempt short. */
async function finishMaking(dataDir: string): Promise<void> {
  const ready = path.join(dataDir, READY);
  for (const [name, place] of Object.entries(PLACES)) {
    const source = path.join(ready, name);
    if ((await readIfThere(source)) === undefined) continue;
    const target = path.join(dataDir, place);
    if (path.dirname(target) !== dataDir) await makePrivateFolder(path.dirname(target));
    await rename(source, target);
    await syncFolder(path.dirname(target));
  }
  await rm(ready, { recursive: true, force: true });
}
