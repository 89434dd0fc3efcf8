/** Runs pieces of work one after the other, each when the one before has settled. */
export interface Mutex {
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createMutex(): Mutex {
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const result = tail.then(work);
      // The next in line waits for the end, however it came; the caller gets the failure itself.
      tail = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
  };
}
