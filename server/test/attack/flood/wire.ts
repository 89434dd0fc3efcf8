// Bytes as an attacker writes them: HTTP heads and WebSocket frames, whole or broken.

/** A POST's head without its body. `headers` end up behind Host. */
export function head(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nHost: localhost\r\n${lines.join("")}\r\n`);
}

/** A whole request with a JSON body. */
export function request(method: string, path: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Buffer {
  const length = String(Buffer.byteLength(body));
  const start = head(method, path, { "Content-Type": "application/json", "Content-Length": length, ...headers });
  return Buffer.concat([start, Buffer.from(body)]);
}

/** Asks for a WebSocket. */
export const upgrade = (path: string): Buffer =>
  head("GET", path, {
    Connection: "Upgrade",
    Upgrade: "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": Buffer.alloc(16, 7).toString("base64"),
  });

/** One piece of a body without an end. */
export function chunk(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]);
}

export const BINARY = 2;
export const CONTINUATION = 0;
export const PING = 9;

/** One masked frame; the mask is zero, which the protocol allows and which leaves the payload as it is. */
export function frame(payload: Buffer, opcode = BINARY, fin = true): Buffer {
  return Buffer.concat([frameHead(payload.length, opcode, fin), payload]);
}

/** The head of a frame that says it carries `length` bytes. */
export function frameHead(length: number, opcode = BINARY, fin = true): Buffer {
  const first = (fin ? 0x80 : 0) | opcode;
  const mask = Buffer.alloc(4);
  if (length < 126) return Buffer.concat([Buffer.of(first, 0x80 | length), mask]);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(length));
  if (length < 65_536) return Buffer.concat([Buffer.of(first, 0x80 | 126), size.subarray(6), mask]);
  return Buffer.concat([Buffer.of(first, 0x80 | 127), size, mask]);
}

/** A message that never ends, in fragments of one byte; `first`: it begins here. */
export function crumbs(count: number, first: boolean): Buffer {
  const one = frame(Buffer.of(7), CONTINUATION, false);
  const begin = frame(Buffer.of(7), BINARY, false);
  return Buffer.concat([...(first ? [begin] : []), ...Array.from({ length: count }, () => one)]);
}
