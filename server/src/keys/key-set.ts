// One set of key files: made together, checked against each other when read.
import type { KeyObject } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { Roster, type SignedRoster } from "@vigia/protocol";
import { exportPrivateKey, importPrivateKey, keyId, makeKey, rawPublicKey, signRoster, verifyRoster } from "@vigia/protocol/handshake";
import { readIfThere, syncFolder, writePrivate } from "../files.ts";
import { StartError } from "../start-error.ts";

/** Paths of the files of a set. */
export interface KeyFiles {
  readonly identity: string;
  readonly signer: string;
  readonly recovery: string;
  readonly public: string;
  readonly roster: string;
}

/** The recovery key's private half, which waits here until its operator has taken it away. */
export interface RecoveryFile {
  exists(): Promise<boolean>;
  /** PKCS#8 PEM. Throws when it was removed. */
  read(): Promise<string>;
  remove(): Promise<void>;
}

export interface ServerKeys {
  readonly identity: KeyObject;
  /** Raw ed25519 public keys, 32 bytes. */
  readonly identityPublic: Uint8Array;
  readonly recoveryPublic: Uint8Array;
  readonly signerPublic: Uint8Array;
  /** SHA-256 of identityPublic, 32 bytes. */
  readonly identityKeyId: Uint8Array;
  readonly roster: SignedRoster & { roster: Uint8Array; signature: Uint8Array };
  readonly recoveryFile: RecoveryFile;
}

/** Writes a new set into an empty folder, one file per name of KeyFiles. The signer's and the recovery key live only there. */
export async function makeKeyFiles(folder: string, now: number): Promise<void> {
  const [identity, signer, recovery] = [makeKey(), makeKey(), makeKey()];
  const publics = { identity: rawPublicKey(identity), signer: rawPublicKey(signer), recovery: rawPublicKey(recovery) };
  const roster = Roster.encode({
    version: 1,
    issuedAtMs: now,
    identityKeys: [publics.identity],
    signerKeys: [publics.signer],
    recoveryKey: publics.recovery,
  });
  const content: Record<keyof KeyFiles, string | Uint8Array> = {
    identity: exportPrivateKey(identity),
    signer: exportPrivateKey(signer),
    recovery: exportPrivateKey(recovery),
    roster: Buffer.concat([signRoster(signer, roster), roster]),
    public: `${JSON.stringify(Object.fromEntries(Object.entries(publics).map(([name, key]) => [name, key.toString("base64")])), null, 2)}\n`,
  };
  for (const [name, bytes] of Object.entries(content)) await writePrivate(path.join(folder, name), bytes);
}

/** Reads a set (never the signer's private half) and checks that its parts belong together. Throws StartError naming the damaged file. */
export async function readKeyFiles(files: Omit<KeyFiles, "signer">): Promise<ServerKeys> {
  const publics = await parse(files.public, parsePublics);
  const identity = await parse(files.identity, (bytes) => importPrivateKey(bytes.toString("utf8")));
  if (!rawPublicKey(identity).equals(publics.identity)) throw damaged(files.identity, "it does not belong to the public keys");
  const roster = await parse(files.roster, (bytes) => ({ signature: bytes.subarray(0, 64), roster: bytes.subarray(64) }));
  if (!verifyRoster(publics.signer, roster.roster, roster.signature)) throw damaged(files.roster, "its signature does not hold");
  const listed = Roster.decode(roster.roster);
  const named = [...(listed.identityKeys ?? []), ...(listed.signerKeys ?? []), listed.recoveryKey ?? new Uint8Array()];
  if (!Object.values(publics).every((key) => named.some((other) => key.equals(other)))) {
    throw damaged(files.public, "the roster names other keys");
  }
  return {
    identity,
    identityPublic: publics.identity,
    identityKeyId: keyId(publics.identity),
    recoveryPublic: publics.recovery,
    signerPublic: publics.signer,
    roster,
    recoveryFile: recoveryFile(files.recovery),
  };
}

async function parse<T>(file: string, read: (bytes: Buffer) => T): Promise<T> {
  try {
    return read((await readIfThere(file)) ?? Buffer.alloc(0));
  } catch (error) {
    throw damaged(file, (error as Error).message, error);
  }
}

function parsePublics(bytes: Buffer): Record<"identity" | "signer" | "recovery", Buffer> {
  const found = JSON.parse(bytes.toString("utf8")) as Record<string, unknown>;
  const key = (name: string) => {
    const raw = Buffer.from(String(found[name]), "base64");
    if (raw.length !== 32) throw new TypeError(`"${name}" is not a key of 32 bytes`);
    return raw;
  };
  return { identity: key("identity"), signer: key("signer"), recovery: key("recovery") };
}

const damaged = (file: string, reason: string, cause?: unknown) =>
  new StartError(`the key file ${file} is damaged: ${reason}`, "Restore the folders keys and signer from a backup", { cause });

function recoveryFile(file: string): RecoveryFile {
  return {
    exists: async () => (await readIfThere(file)) !== undefined,
    async read() {
      const content = await readIfThere(file);
      if (content === undefined) throw new Error("the recovery key was already taken away");
      return content.toString("utf8");
    },
    async remove() {
      await rm(file, { force: true });
      await syncFolder(path.dirname(file));
    },
  };
}
