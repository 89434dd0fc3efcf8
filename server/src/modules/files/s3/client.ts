// Asks an S3-compatible store, and again after a while where that may help: no answer, or one that blames the store itself.
import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import type { Clock } from "../../../clock.ts";
import type { StoreTrouble } from "../store.ts";
import { type Ask, exchange } from "./exchange.ts";
import type { S3Place } from "./place.ts";
import { codeOf, refused, unreachable } from "./trouble.ts";

/** Before the second, third and fourth try, milliseconds. */
const WAITS: readonly number[] = [250, 1_000, 3_000];
/** More than any refusal has to say, bytes. */
const MOST_WORDS = 65_536;

export interface S3Client {
  /** The answer to be read; undefined when the object is not there. Throws StoreTrouble. */
  ask(ask: Ask): Promise<IncomingMessage | undefined>;
}

export interface S3Parts {
  readonly place: S3Place;
  readonly clock: Clock;
  readonly waits?: readonly number[];
}

type Outcome = { readonly answer: IncomingMessage | undefined } | { readonly trouble: StoreTrouble; readonly again: boolean };

/** Builds it. */
export function createS3Client({ place, clock, waits = WAITS }: S3Parts): S3Client {
  async function tryOnce(ask: Ask): Promise<Outcome> {
    try {
      const answer = await exchange(place, ask, clock.now());
      return (answer.statusCode ?? 0) < 300 ? { answer } : await understand(answer);
    } catch (error) {
      // A file of ours that cannot be read is no trouble of the store's.
      if ((error as NodeJS.ErrnoException).syscall === "open") throw error;
      return { trouble: unreachable(place, error as Error), again: true };
    }
  }

  async function understand(answer: IncomingMessage): Promise<Outcome> {
    const status = answer.statusCode ?? 0;
    const code = codeOf(await wordsOf(answer));
    if (status === 404 && code === "NoSuchKey") return { answer: undefined };
    return { trouble: refused(place, status, code), again: status >= 500 || status === 429 || status === 408 };
  }

  return {
    async ask(ask) {
      for (let tries = 0; ; tries++) {
        const outcome = await tryOnce(ask);
        if ("answer" in outcome) return outcome.answer;
        const wait = waits[tries];
        if (!outcome.again || wait === undefined) throw outcome.trouble;
        await pause(wait);
      }
    },
  };
}

/** What a refusal says. Too many words are none of S3's; the connection goes with them. */
async function wordsOf(answer: IncomingMessage): Promise<string> {
  let size = 0;
  answer.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_WORDS) answer.destroy(new Error("it answers with too many words"));
  });
  return text(answer);
}
