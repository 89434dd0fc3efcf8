// What an attack is: sockets that each say something at once and then go on, at the pace the server takes, answers, or the attacker likes.

/** Says what comes next; undefined: this socket has said everything and stays open. */
export type Words = () => Buffer | undefined;

export interface Voice {
  /** Who connects: somebody unknown by plain TCP, or an enrolled agent after its Welcome. */
  readonly as: "stranger" | "agent";
  /** How many sockets are kept alive at once. */
  readonly sockets: number;
  /** Said as soon as the socket is there. */
  readonly opening?: Buffer;
  /** What follows, for one socket; `epoch` is the agent's. */
  readonly words?: (epoch: number) => Words;
  /** When the next words are said: as the socket takes them, after each answer, or after so many milliseconds. */
  readonly pace?: "taken" | "answered" | number;
  /** The attacker reads nothing of what is answered. */
  readonly deaf?: boolean;
  /** Closes by itself after so many milliseconds, to come again. */
  readonly leavesAfterMs?: number;
}

export interface Attack {
  readonly name: string;
  readonly voices: readonly Voice[];
  /** Fewer than this many in a whole run, and the attack did not take place: bytes said, or sockets opened. */
  readonly least: { readonly bytes?: number; readonly sockets?: number };
}

/** Says the same again and again. */
export const always = (bytes: Buffer) => () => () => bytes;

/** Says the parts one after the other and then nothing more. */
export function once(...parts: readonly Buffer[]): () => Words {
  return () => {
    let at = 0;
    return () => parts[at++];
  };
}

/** Says the bytes one by one, then nothing more. */
export function byteByByte(bytes: Buffer): () => Words {
  return () => {
    let at = 0;
    return () => (at < bytes.length ? bytes.subarray(at, ++at) : undefined);
  };
}
