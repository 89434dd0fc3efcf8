// How long a request's body may take to come. A small one comes as a whole in a while; a file may take as long as it keeps coming.
import type { IncomingMessage, ServerResponse } from "node:http";

/** Times in milliseconds. */
export interface BodyPatience {
  /** For the whole of a body that is no file. */
  readonly wholeMs: number;
  /** For a file: without a byte. */
  readonly idleMs: number;
  /** For a file, on average from `wholeMs` on: bytes a second. */
  readonly leastPerSecond: number;
}

export const BODY_PATIENCE: BodyPatience = { wholeMs: 30_000, idleMs: 30_000, leastPerSecond: 1_024 };
/** Looks at a long body within the time it may be idle. */
const LOOKS = 6;

const watches = new WeakMap<IncomingMessage, { becomeLong(): void }>();

/** Lets the body of this request take its time. To be said once it is known who sends it, before it is read. */
export function allowLongBody(request: IncomingMessage): void {
  watches.get(request)?.becomeLong();
}

/** Watches the body of a request, if it has one, and tells once when it is late. Ends with the answer. */
export function watchBody(request: IncomingMessage, response: ServerResponse, patience: BodyPatience, late: () => void): void {
  if (!hasBody(request)) return;
  const { socket } = request;
  const begun = { at: performance.now(), bytes: socket.bytesRead };
  let last = begun;
  const stop = (): void => clearTimeout(timer);
  const tell = (): void => {
    stop();
    if (!request.complete) late();
  };
  let timer = setTimeout(tell, patience.wholeMs);
  const look = (): void => {
    const now = performance.now();
    if (socket.bytesRead !== last.bytes) last = { at: now, bytes: socket.bytesRead };
    const tooSlow = now - begun.at >= patience.wholeMs && (last.bytes - begun.bytes) * 1_000 < patience.leastPerSecond * (now - begun.at);
    if (request.complete || tooSlow || now - last.at >= patience.idleMs) tell();
    else timer.refresh();
  };
  watches.set(request, {
    becomeLong() {
      stop();
      timer = setTimeout(look, patience.idleMs / LOOKS);
    },
  });
  response.once("close", stop);
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
