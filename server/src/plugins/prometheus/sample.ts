// What costs a question to the database, the signer or the disk: asked when somebody reads, at most once in a while, and never in two
// questions at a time.
import type { Clock } from "../../clock.ts";

/** How long an answer is good, milliseconds. */
const GOOD_MS = 10_000;
/** How long a reader waits for a new one, milliseconds: a database that hangs must not make everything else unreadable. */
const PATIENCE_MS = 2_000;

/** The newest answer; undefined when there is none in time or asking failed, which `failed` is told. */
export function sampled<T>(clock: Clock, ask: () => Promise<T>, failed: (error: unknown) => void): () => Promise<T | undefined> {
  let answer: { readonly value: T | undefined; readonly at: number } | undefined;
  let asking: Promise<T | undefined> | undefined;

  async function renew(): Promise<T | undefined> {
    const value = await ask().catch((error: unknown) => {
      failed(error);
      return undefined;
    });
    answer = { value, at: clock.now() };
    asking = undefined;
    return value;
  }

  return async () => {
    if (answer !== undefined && Math.abs(clock.now() - answer.at) < GOOD_MS) return answer.value;
    asking ??= renew();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), PATIENCE_MS);
    });
    const value = await Promise.race([asking, late]);
    clearTimeout(timer);
    return value;
  };
}
