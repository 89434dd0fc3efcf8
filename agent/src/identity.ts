// Who this agent is and whom it trusts: a key and a file of pinned facts in the data folder. Nobody else may own or write that folder:
// whoever made it first could otherwise read the key or plant links in it.
import { constants } from "node:fs";
import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { exportPrivateKey, importPrivateKey } from "@vigia/protocol/handshake";
import { writeAtomic } from "./atomic-file.ts";

/** How the agent stands with its server. All but the first two need a person. */
export type Standing = "pending" | "active" | "revoked" | "unknown" | "too-old" | "unenrolled" | "refused";

/** Bytes are base64, ids are lower-case hexadecimal, times are milliseconds since 1970. */
export interface Identity {
  readonly version: 1;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly agentId: string;
  readonly resourceId: string;
  /** Tried in order, e.g. "https://vigia.example". */
  readonly servers: readonly string[];
  readonly identityKey: string;
  readonly recoveryKey: string;
  readonly signerKey: string;
  readonly roster: { readonly version: number; readonly bytes: string; readonly signature: string };
  readonly standing: Standing;
  /** What the server said about a standing that is not "active"; "" when nothing. */
  readonly standingReason: string;
  /** The newest server generation seen. */
  readonly serverGeneration: number;
  /** SHA-256 of the server's TLS key as seen last; "" without TLS. */
  readonly tlsKey: string;
  /** Server's clock minus this machine's, milliseconds, as known last. */
  readonly clockOffsetMs: number;
  /** The machine's boot as the agent saw it last; "" where unknown. */
  readonly bootId: string;
}

/** Something about the data folder that a person has to put right; the message names the cure. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
}

/** An id as people and the console write it, from 32 hexadecimal characters. */
export function formatId(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const ID = /^[0-9a-f]{32}$/;
const TEXTS = ["organizationName", "identityKey", "recoveryKey", "signerKey", "standing", "standingReason", "tlsKey", "bootId"];
const NUMBERS = ["serverGeneration", "clockOffsetMs"];

/** Whether a file that may have been damaged or edited holds everything the agent takes from it. */
function isIdentity(found: unknown): found is Identity {
  if (typeof found !== "object" || found === null) return false;
  const part = (name: string): unknown => Reflect.get(found, name);
  const { servers, roster } = found as Partial<Identity>;
  return (
    part("version") === 1 &&
    ["organizationId", "agentId", "resourceId"].every((name) => typeof part(name) === "string" && ID.test(String(part(name)))) &&
    TEXTS.every((name) => typeof part(name) === "string") &&
    NUMBERS.every((name) => typeof part(name) === "number") &&
    Array.isArray(servers) &&
    servers.every((server) => typeof server === "string") &&
    typeof roster === "object" &&
    roster !== null
  );
}

/** The identity's name in the data folder. */
export const IDENTITY_FILE = "identity.json";
export const KEY_FILE = "agent.key";
const code = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** Makes the data folder when it is missing, and refuses one that is a link, somebody else's, or open to others. */
export async function secureDataDir(dir: string, uid = process.getuid?.()): Promise<void> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    const found = await lstat(dir);
    if (found.isSymbolicLink()) throw new IdentityError(`${dir} is a link; remove it, the agent makes its own folder there`);
    if (!found.isDirectory()) throw new IdentityError(`${dir} is not a folder; remove it, the agent makes its own folder there`);
    if (uid === undefined) return;
    if (found.uid !== uid) {
      throw new IdentityError(
        `${dir} belongs to another user (id ${found.uid}, this program runs as ${uid}); remove it or run the agent as its owner`,
      );
    }
    if ((found.mode & 0o022) !== 0)
      throw new IdentityError(`others may write to ${dir}; check what is in it, then run: chmod 700 "${dir}"`);
  } catch (error) {
    if (error instanceof IdentityError) throw error;
    throw new IdentityError(`${dir} cannot be used (${code(error)}); run as the agent's own user or as root, or name another with --data`, {
      cause: error,
    });
  }
}

/** Reads and writes the identity of one data folder. */
export class IdentityStore {
  readonly #dir: string;
  #current: Identity | undefined;
  /** Changes that are not on the disk yet, or could not be written: they hold for this run. */
  #unsaved: Partial<Identity> = {};
  #writing: Promise<void> = Promise.resolve();

  readonly #onTrouble: (error: unknown) => void;

  /** `onTrouble` is told when a change could not be written; it then holds for this run alone. */
  constructor(dir: string, onTrouble: (error: unknown) => void = () => undefined) {
    this.#dir = dir;
    this.#onTrouble = onTrouble;
  }

  /** What was read or saved last. Throws when there is none. */
  get current(): Identity {
    if (this.#current === undefined) throw new IdentityError("this machine is not enrolled; run: vigia-agent enroll");
    return this.#current;
  }

  /** Reads the identity; undefined when this machine is not enrolled. Rejects with IdentityError when the file is damaged. */
  async load(): Promise<Identity | undefined> {
    const path = join(this.#dir, IDENTITY_FILE);
    let text: string;
    try {
      text = await readFile(path, "utf8");
    } catch (error) {
      if (code(error) === "ENOENT") return undefined;
      throw new IdentityError(`${path} cannot be read (${code(error)}); run as the agent's own user or as root`, { cause: error });
    }
    try {
      const found: unknown = JSON.parse(text);
      if (!isIdentity(found)) throw new TypeError("not an identity");
      this.#current = found.agentId === this.#current?.agentId ? { ...found, ...this.#unsaved } : found;
      return this.#current;
    } catch (error) {
      throw new IdentityError(`${path} is damaged; enrol this machine again with: vigia-agent enroll --force`, { cause: error });
    }
  }

  /** The agent's private key. Rejects with IdentityError when it is missing or damaged. */
  async key() {
    const path = join(this.#dir, KEY_FILE);
    try {
      return importPrivateKey(await readFile(path, "utf8"));
    } catch (error) {
      throw new IdentityError(`the agent's key ${path} cannot be used; enrol this machine again with: vigia-agent enroll --force`, {
        cause: error,
      });
    }
  }

  /** Replaces some facts, unless the identity was wiped meanwhile. Answers whether it still stands. A full disk is no failure. */
  async update(change: Partial<Identity>): Promise<boolean> {
    // Merged before anything is waited for: of changes at once the last call wins.
    const before = this.current;
    const changed = { ...before, ...change };
    if (JSON.stringify(changed) === JSON.stringify(before)) return await this.exists();
    const unsaved = { ...this.#unsaved, ...change };
    this.#current = changed;
    this.#unsaved = unsaved;
    try {
      const stands = await this.#queue(async () => {
        if (!(await this.exists())) return false;
        await this.#write(changed);
        return true;
      });
      if (this.#unsaved === unsaved) this.#unsaved = {};
      return stands;
    } catch (error) {
      this.#onTrouble(error);
      return true;
    }
  }

  async exists(): Promise<boolean> {
    try {
      await lstat(join(this.#dir, IDENTITY_FILE));
      return true;
    } catch (error) {
      if (code(error) === "ENOENT") return false;
      throw error;
    }
  }

  async #write(identity: Identity): Promise<void> {
    await writeAtomic(join(this.#dir, IDENTITY_FILE), `${JSON.stringify(identity, undefined, 2)}\n`);
  }

  /** One after the other, in the order of the calls: two writers would share the temporary file. */
  #queue<T>(step: () => Promise<T>): Promise<T> {
    const done = this.#writing.then(step);
    this.#writing = done.then(
      () => undefined,
      () => undefined,
    );
    return done;
  }

  /** Keeps a new key beside the old one until its enrolment is through. */
  async keepNewKey(key: Parameters<typeof exportPrivateKey>[0]): Promise<void> {
    const path = join(this.#dir, `${KEY_FILE}.new`);
    await rm(path, { force: true });
    const flags = constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);
    const file = await open(path, flags, 0o600);
    try {
      await file.writeFile(exportPrivateKey(key));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Forgets a new key whose enrolment failed. */
  async dropNewKey(): Promise<void> {
    await rm(join(this.#dir, `${KEY_FILE}.new`), { force: true });
  }

  /** Puts the new key and identity in the place of the old ones. */
  async adopt(identity: Identity): Promise<void> {
    // The old identity first: a stop half way leaves a machine that is not enrolled, never one with a foreign key.
    await rm(join(this.#dir, IDENTITY_FILE), { force: true });
    await rename(join(this.#dir, `${KEY_FILE}.new`), join(this.#dir, KEY_FILE));
    this.#current = identity;
    this.#unsaved = {};
    await this.#queue(() => this.#write(identity));
  }

  /** Forgets key and identity. */
  async wipe(): Promise<void> {
    for (const name of [IDENTITY_FILE, KEY_FILE, `${KEY_FILE}.new`]) await rm(join(this.#dir, name), { force: true });
    this.#current = undefined;
    this.#unsaved = {};
  }
}
