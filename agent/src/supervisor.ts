// Keeps services alive: a service that cannot start or crashes is started again after a growing wait, while the others go on.
import { createBackoff } from "./link/backoff.ts";
import { wait } from "./link/wait.ts";
import type { Log } from "./log.ts";
import type { Service } from "./service.ts";

export interface SupervisorParts {
  readonly log: Log;
  /** 0 to below 1. */
  readonly random: () => number;
  /** Most milliseconds that stopping one service may take before it is left behind. */
  readonly stopMs: number;
}

/** One service under care: start() resolves when it runs, however many tries that takes, or when `signal` aborts. */
export function supervise(service: Service, { log, random, stopMs }: SupervisorParts): Service {
  const backoff = createBackoff(random);
  let stopping = new AbortController();
  let up = false;
  let restarting: Promise<void> = Promise.resolve();

  async function startUntilUp(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !up) {
      try {
        await service.start(signal);
        up = true;
      } catch (error) {
        log.error("a service could not start", { service: service.name, error });
        await wait(backoff.next(), signal);
      }
    }
  }

  async function stopOnce(): Promise<void> {
    if (!up) return;
    up = false;
    const late = new AbortController();
    const stopped = service.stop().catch((error) => log.error("a service could not stop", { service: service.name, error }));
    const timeout = wait(stopMs, late.signal).then(() => {
      if (!late.signal.aborted) log.warn("a service did not stop in time", { service: service.name });
    });
    await Promise.race([stopped, timeout]);
    late.abort();
  }

  async function restart(error: unknown, signal: AbortSignal): Promise<void> {
    log.error("a service crashed", { service: service.name, error });
    await stopOnce();
    await wait(backoff.next(), signal);
    await startUntilUp(signal);
  }

  return {
    name: service.name,
    async start(signal) {
      stopping = new AbortController();
      const ends = AbortSignal.any([signal, stopping.signal]);
      service.onCrash?.((error) => {
        if (!ends.aborted) restarting = restarting.then(() => restart(error, ends));
      });
      await startUntilUp(ends);
    },
    async stop() {
      stopping.abort();
      await restarting;
      await stopOnce();
    },
  };
}
