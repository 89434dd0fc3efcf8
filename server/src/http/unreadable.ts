// The answer to what is no HTTP request, or not in time: it reaches neither a route nor a hook.
import type { Socket } from "node:net";

interface Refusal {
  readonly status: string;
  readonly message: string;
}

const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { status: "431 Request Header Fields Too Large", message: "the address and headers are too long" },
  ERR_HTTP_REQUEST_TIMEOUT: { status: "408 Request Timeout", message: "the request did not come in time" },
};
const NO_REQUEST: Refusal = { status: "400 Bad Request", message: "this is no HTTP request" };

/** Says so in the words of every other error (plugins/errors.ts) and closes. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = REFUSALS[error.code ?? ""] ?? NO_REQUEST;
  const body = JSON.stringify({ code: "INVALID_INPUT", message });
  const head = [
    `HTTP/1.1 ${status}`,
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "X-Content-Type-Options: nosniff",
    "Connection: close",
  ];
  // The peer may go on sending: once the answer has left, nothing more is read.
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`, () => socket.destroy());
}
