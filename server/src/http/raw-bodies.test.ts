import { once } from "node:events";
import net, { type AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import fastify from "fastify";
import { afterEach, expect, test } from "vitest";
import { until } from "../../test/until.ts";
import type { App } from "./app.ts";
import { patientServer } from "./patience.ts";
import { withRawBodies } from "./raw-bodies.ts";
import { refuseUnreadable } from "./unreadable.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Sends a body for longer than one that is no file may take; answers what the server says. */
async function sendSlowly(url: string): Promise<string> {
  const app = fastify({
    serverFactory: (handler) => patientServer(handler, undefined, { wholeMs: 300, idleMs: 60_000, leastPerSecond: 1 }),
  });
  app.server.on("clientError", refuseUnreadable);
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.post("/told", async () => "read");
  withRawBodies(app as unknown as App, (scope) => {
    scope.post("/file", async ({ raw }) => `${(await buffer(raw)).length} bytes`);
  });
  open.push(app);
  await app.listen({ port: 0, host: "127.0.0.1" });
  const socket = net.connect((app.server.address() as AddressInfo).port, "127.0.0.1");
  open.push({ close: () => socket.destroy() });
  await once(socket, "connect");
  let answer = "";
  socket.on("data", (data) => (answer += data)).on("error", () => undefined);
  const begun = performance.now();
  socket.write(`POST ${url} HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: 2\r\n\r\nx`);
  await until(() => expect(answer !== "" || performance.now() - begun > 900).toBe(true));
  if (answer === "") socket.write("y");
  await until(() => expect(answer).not.toBe(""));
  return answer;
}

test("a file on a route for files may take its time", async () => {
  expect(await sendSlowly("/file")).toMatch(/200 OK.*2 bytes/s);
});

test("the same body on any other route may not", async () => {
  expect(await sendSlowly("/told")).toMatch(/^HTTP\/1.1 408 /);
});
