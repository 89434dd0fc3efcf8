import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { patientServer } from "./patience.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

/** Sends `text` to a server whose answers wait until `release` is called. */
async function ask(text: string) {
  let handled = 0;
  const waiting: (() => void)[] = [];
  const server = patientServer((_request, response) => {
    handled++;
    waiting.push(() => response.end("done"));
  }).listen(0, "127.0.0.1");
  open.push(server);
  await once(server, "listening");
  const socket = net.connect((server.address() as AddressInfo).port, "127.0.0.1");
  open.push({ close: () => socket.destroy() });
  let answer = "";
  socket.on("data", (data) => (answer += data));
  socket.on("error", () => undefined);
  socket.write(text);
  return { socket, handled: () => handled, release: () => waiting.splice(0).forEach((one) => void one()), answer: () => answer };
}

const request = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

test("a client that waits for its answers may ask as often as it likes on one connection", async () => {
  const asked = await ask("");
  for (let count = 1; count <= 20; count++) {
    asked.socket.write(request);
    await expect.poll(asked.handled).toBe(count);
    asked.release();
    await expect.poll(() => asked.answer().split("done").length - 1).toBe(count);
  }
});

test("a client that asks on without waiting is cut off, and what it sent besides is not looked at", async () => {
  const asked = await ask(request.repeat(1_000));
  await once(asked.socket, "close");
  expect(asked.handled()).toBe(4);
});
