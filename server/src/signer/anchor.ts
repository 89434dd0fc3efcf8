// The end of the signer's journal as the server last heard it, in a file of the server's own. A signer whose journal does not hold it
// was set back: used codes would be good again, taken factors would be back. It is asked nothing until the operator accepts it.
import path from "node:path";
import { readIfThere, writePrivate } from "../files.ts";
import type { Log } from "../log.ts";
import type { Head } from "./lines.ts";
import { type RequestAnswer, type RequestName, type Signer, SignerUnavailable } from "./protocol.ts";

/** What changes nothing, and so moves no end. */
const READS: readonly RequestName[] = ["factors.state", "reset.list", "passkey.challenge", "journal.head", "journal.check"];

/** The file of a data directory. */
export const anchorFile = (dataDir: string): string => path.join(dataDir, "signer-head.json");

/** What the server last heard; undefined before the first time. Throws Error when the file is damaged. */
export async function readAnchor(file: string): Promise<Head | undefined> {
  const text = (await readIfThere(file))?.toString("utf8");
  if (text === undefined) return undefined;
  const { number, hash } = JSON.parse(text) as Partial<Head>;
  if (typeof number !== "number" || typeof hash !== "string") throw new Error(`${file} is damaged`);
  return { number, hash };
}

export const writeAnchor = (file: string, { number, hash }: Head): Promise<void> =>
  writePrivate(file, `${JSON.stringify({ number, hash })}\n`);

/** How a store differs from what was heard, in words for the operator. */
export function describeStanding(standing: RequestAnswer<"journal.check">["standing"], heard: Head, head: Head): string {
  if (standing === "behind") return `its journal ends at entry ${head.number}, but the server heard of entry ${heard.number}`;
  return `its journal does not hold entry ${heard.number} as the server heard it`;
}

export interface AnchoredSigner extends Signer {
  /** Compares the store with what was heard, and says in the log what is wrong. Throws SignerUnavailable. */
  check(): Promise<void>;
  /** For the connection's end: another signer may answer next time. */
  forget(): void;
  /** Waits until the last end is on disk. */
  close(): Promise<void>;
}

/** A signer that is asked only while its journal holds what this server heard last. */
export function createAnchoredSigner(deps: { signer: Signer; file: string; log: Log }): AnchoredSigner {
  const { signer, file, log } = deps;
  let checked: Promise<void> | undefined;
  let heard = 0;
  let notes: Promise<void> = Promise.resolve();

  async function compare(): Promise<void> {
    await notes;
    const anchor = await readAnchor(file);
    if (anchor === undefined) return keep(await signer.ask("journal.head", {}));
    const { standing, head } = await signer.ask("journal.check", anchor);
    if (standing === "holds") return keep(head);
    const difference = describeStanding(standing, anchor, head);
    log.error(
      { standing, heard: anchor.number, end: head.number },
      `the signer was set back: ${difference}. See "The signer" in docs/operations.md`,
    );
    throw new SignerUnavailable(`the signer was set back: ${difference}`, "set_back");
  }
  /** A disk that refuses makes the next comparison weaker, and is no reason to refuse people. */
  async function keep(head: Head): Promise<void> {
    heard = head.number;
    await writeAnchor(file, head).catch((error: unknown) => log.warn({ err: error }, "the end of the signer's journal could not be noted"));
  }
  function check(): Promise<void> {
    checked ??= compare().catch((error: unknown) => {
      checked = undefined;
      throw error;
    });
    return checked;
  }
  function note(): void {
    notes = notes
      .then(async () => {
        const head = await signer.ask("journal.head", {});
        if (head.number > heard) await keep(head);
      })
      .catch((error: unknown) => {
        // The next question compares again, with what is on disk.
        checked = undefined;
        log.debug({ err: error }, "the signer did not say where its journal ends");
      });
  }

  return {
    async ask(name, body) {
      await check();
      try {
        return await signer.ask(name, body);
      } finally {
        // Also after a refusal, which is an entry too.
        if (!READS.includes(name)) note();
      }
    },
    check,
    forget() {
      checked = undefined;
    },
    close: () => notes,
  };
}
