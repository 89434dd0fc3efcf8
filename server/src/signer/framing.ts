// Frames on the signer's socket: four bytes of length (big endian), then that much JSON.
import type { Socket } from "node:net";

const MAX_FRAME = 65_536;

/** The bytes of one message. Throws RangeError when it is too large. */
export function encodeFrame(message: unknown): Buffer {
  const json = Buffer.from(JSON.stringify(message), "utf8");
  if (json.length > MAX_FRAME) throw new RangeError(`a message of ${json.length} bytes is too large`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
}

/** Calls back with every message of a socket; what is no frame ends the socket. */
export function readFrames(socket: Socket, onMessage: (message: unknown) => void): void {
  let pending = Buffer.alloc(0);
  socket.on("data", (part: Buffer) => {
    pending = Buffer.concat([pending, part]);
    while (pending.length >= 4) {
      const length = pending.readUInt32BE(0);
      if (length > MAX_FRAME) return void socket.destroy(new RangeError("the frame is too large"));
      if (pending.length < 4 + length) return;
      const json = pending.subarray(4, 4 + length).toString("utf8");
      pending = pending.subarray(4 + length);
      try {
        onMessage(JSON.parse(json));
      } catch (error) {
        return void socket.destroy(error instanceof Error ? error : new Error("no message"));
      }
    }
  });
}
