// The code that proves, at first set-up, that the person at the browser is the one at the server. It exists only until then.
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";
import { writePrivate } from "../files.ts";

type SetupCodeAnswer = "ok" | "locked" | { readonly attemptsLeft: number };

export interface SetupCode {
  /** As people copy it: seven groups of four. */
  readonly text: string;
  /** Compares in constant time. After ten wrong tries "locked" is the answer to everything; a restart makes a fresh code. */
  verify(code: string): SetupCodeAnswer;
  /** Ends the code: its file goes, and nothing is accepted any more. */
  remove(): Promise<void>;
}

const FILE = "setup-code";
const ATTEMPTS = 10;
/** 32 letters and digits that are not mistaken for one another. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 28 characters of 5 random bits: 140 bits. */
const LENGTH = 28;

/** Makes a fresh code and writes it to <data>/setup-code (0600). */
export async function createSetupCode(dataDir: string, random: (bytes: number) => Uint8Array = randomBytes): Promise<SetupCode> {
  const letters = Array.from(random(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  const text = (letters.match(/.{4}/g) ?? []).join("-");
  const file = path.join(dataDir, FILE);
  await writePrivate(file, `${text}\n`);
  const expected = digest(letters);
  let attemptsLeft = ATTEMPTS;
  return {
    text,
    verify(code) {
      if (attemptsLeft === 0) return "locked";
      if (timingSafeEqual(digest(normalise(code)), expected)) return "ok";
      attemptsLeft -= 1;
      return attemptsLeft === 0 ? "locked" : { attemptsLeft };
    },
    async remove() {
      attemptsLeft = 0;
      await removeSetupCode(dataDir);
    },
  };
}

/** Removes a code's file that a crash during set-up left behind. */
export async function removeSetupCode(dataDir: string): Promise<void> {
  await rm(path.join(dataDir, FILE), { force: true });
}

/** Case, spaces, dashes and look-alikes do not matter. */
const normalise = (code: string) =>
  code
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");

const digest = (text: string) => createHash("sha256").update(text).digest();
