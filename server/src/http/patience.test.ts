import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { allowLongBody, type BodyPatience } from "./body-patience.ts";
import { patientServer } from "./patience.ts";
import { refuseUnreadable } from "./unreadable.ts";

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

describe("a body that comes slowly", () => {
  /** Sends it byte by byte until it has taken `forMs` or the server cut it; answers what was said and how many bytes were taken. */
  async function drip(patience: BodyPatience, { long, forMs, every }: { long: boolean; forMs: number; every: number }) {
    let taken = 0;
    const server = patientServer(
      (request, response) => {
        if (long) allowLongBody(request);
        request.on("data", (chunk: Buffer) => (taken += chunk.length)).on("end", () => response.end("done"));
      },
      undefined,
      patience,
    ).listen(0, "127.0.0.1");
    server.on("clientError", refuseUnreadable);
    open.push(server);
    await once(server, "listening");
    const socket = net.connect((server.address() as AddressInfo).port, "127.0.0.1");
    open.push({ close: () => socket.destroy() });
    let answer = "";
    socket.on("data", (data) => (answer += data)).on("error", () => undefined);
    socket.write("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const begun = performance.now();
    const ticks = setInterval(() => {
      if (performance.now() - begun < forMs) socket.write("1\r\nx\r\n");
      else clearInterval(ticks);
      if (performance.now() - begun >= forMs && every < forMs) socket.write("0\r\n\r\n");
    }, every);
    open.push({ close: () => clearInterval(ticks) });
    await expect.poll(() => answer, { timeout: 20_000 }).toMatch(/done|408/);
    return { answer, taken };
  }
  const patience: BodyPatience = { wholeMs: 300, idleMs: 10_000, leastPerSecond: 1 };

  test("is refused when it is no file", async () => {
    expect((await drip(patience, { long: false, forMs: 60_000, every: 20 })).answer).toMatch(/^HTTP\/1.1 408 .*did not come in time/s);
  });
  test("is taken when it is a file that keeps coming", async () => {
    const { answer, taken } = await drip(patience, { long: true, forMs: 900, every: 20 });
    expect([answer.includes("200 OK"), taken > 0]).toEqual([true, true]);
  });
  test("is refused when it is a file that stopped coming, or comes too slowly to be one", async () => {
    const stopped = { long: true, forMs: 1, every: 60_000 };
    expect((await drip({ ...patience, idleMs: 200 }, stopped)).answer).toMatch(/408/);
    expect((await drip({ wholeMs: 300, idleMs: 600, leastPerSecond: 1_024 }, { long: true, forMs: 60_000, every: 50 })).answer).toMatch(
      /408/,
    );
  });
});
