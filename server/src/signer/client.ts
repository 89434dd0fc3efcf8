// The server's end of the signer's socket: connects when it is needed, and again after the signer came back.
import { connect, type Socket } from "node:net";
import { encodeFrame, readFrames } from "./framing.ts";
import { checkAnswer, type RefusalCode, type RequestName, type Signer, SignerRefusal, SignerUnavailable } from "./protocol.ts";

/** An answer that takes longer never comes, milliseconds. */
const PATIENCE_MS = 5_000;

interface Reply {
  readonly id?: number;
  readonly answer?: unknown;
  readonly refusal?: { readonly code: RefusalCode; readonly message: string; readonly retryAfterSeconds?: number };
}

interface Waiting {
  resolve(reply: Reply): void;
  reject(error: Error): void;
}

export interface SignerClient extends Signer {
  close(): void;
}

/** A client of the signer that listens at `file`. @param onClose called when a connection ended */
export function createSignerClient(file: string, onClose: () => void = () => undefined): SignerClient {
  const waiting = new Map<number, Waiting>();
  let socket: Socket | undefined;
  let serial = 0;

  function open(): Socket {
    if (socket !== undefined) return socket;
    const fresh = connect(file);
    socket = fresh;
    fresh.unref();
    readFrames(fresh, (message) => {
      const reply = message as Reply;
      waiting.get(reply.id ?? 0)?.resolve(reply);
    });
    let reason = "the signer went away";
    fresh.on("error", (error) => {
      reason = error.message;
    });
    fresh.once("close", () => {
      if (socket === fresh) socket = undefined;
      onClose();
      for (const one of waiting.values()) one.reject(new SignerUnavailable(`the signer does not answer: ${reason}`));
    });
    return fresh;
  }

  async function exchange(name: RequestName, body: unknown): Promise<Reply> {
    const id = ++serial;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Reply>((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        timer = setTimeout(() => reject(new SignerUnavailable("the signer takes too long")), PATIENCE_MS);
        open().write(encodeFrame({ id, name, body }));
      });
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  return {
    async ask(name, body) {
      const { answer, refusal } = await exchange(name, body);
      if (refusal !== undefined) throw new SignerRefusal(refusal.code, refusal.message, refusal.retryAfterSeconds);
      if (answer === undefined) throw new SignerUnavailable("the signer failed; its own log says why");
      return checkAnswer(name, answer);
    },
    close: () => void socket?.destroy(),
  };
}
