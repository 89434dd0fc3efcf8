// The cable between a simulated agent and its server: the real WebSocket, which can be cut and stay cut for a while.
import type { Connect, Transport } from "../../../agent/src/link/transport.ts";

const ABNORMAL = 1006;

export interface Line {
  readonly connect: Connect;
  /** Cuts what stands without a word; nothing gets through for so many milliseconds. */
  cut(awayMs: number): void;
}

/** `now` in milliseconds. */
export function createLine(connect: Connect, now: () => number): Line {
  let backAt = 0;
  let transport: Transport | undefined;
  let giveUp: (() => void) | undefined;

  return {
    connect(server, handlers) {
      let timer: NodeJS.Timeout | undefined;
      let begun: (() => void) | undefined;
      const begin = (): void => {
        timer = undefined;
        begun = connect(server, {
          opened(opened) {
            transport = opened;
            handlers.opened(opened);
          },
          frame: (bytes) => handlers.frame(bytes),
          alive: () => handlers.alive(),
          closed(code, reason, problem) {
            transport = undefined;
            giveUp = undefined;
            handlers.closed(code, reason, problem);
          },
        });
      };
      const waitMs = backAt - now();
      if (waitMs > 0) timer = setTimeout(begin, waitMs);
      else begin();
      giveUp = () => {
        if (timer === undefined) begun?.();
        else {
          clearTimeout(timer);
          timer = undefined;
          handlers.closed(ABNORMAL, "", "the cable is cut");
        }
      };
      return giveUp;
    },
    cut(awayMs) {
      backAt = now() + awayMs;
      if (transport === undefined) giveUp?.();
      else transport.terminate();
    },
  };
}
