import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { AgentEventKind, Lane } from "@vigia/protocol";
import { expect, it, vi } from "vitest";
import { createLink } from "./link.ts";
import { agentParts } from "./testing/agent-parts.ts";
import { selfSigned } from "./testing/certificate.ts";
import { FakeServer } from "./testing/fake-server.ts";
import { connectWebSocket, socketUrl } from "./ws-transport.ts";

const until = (check: () => void) => vi.waitFor(check, { timeout: 30_000, interval: 5 });

it("makes the socket's address from the server's", () => {
  expect(socketUrl("https://vigia.example")).toBe("wss://vigia.example/agent/v1");
  expect(socketUrl("http://127.0.0.1:8080/")).toBe("ws://127.0.0.1:8080/agent/v1");
  expect(socketUrl("https://example.net/vigia/?x#y")).toBe("wss://example.net/vigia/agent/v1");
  for (const bad of ["vigia.example", "ftp://x", "", "javascript:alert(1)"]) expect(() => socketUrl(bad)).toThrow(/not a server's address/);
});

it("tells a TLS key that changed, and goes on", async () => {
  const [first, second] = [selfSigned(), selfSigned()];
  const server = new FakeServer(first);
  const { parts, tidy } = await agentParts(server);
  const link = createLink({ ...parts, connect: connectWebSocket(first.cert + second.cert) });
  await link.start(new AbortController().signal);
  await until(() => expect(server.hellos).toHaveLength(1));
  await until(() => expect(parts.identity.current.tlsKey).not.toBe(""));
  server.useCertificate(second);
  server.dropAll();
  await until(() => expect(server.lanes[Lane.LANE_EVENT].kinds).toEqual([AgentEventKind.AGENT_EVENT_KIND_TLS_KEY_CHANGED]));
  const [before, after] = server.hellos.map((hello) => Buffer.from(hello.tlsSpkiSeen ?? []));
  expect(before).toHaveLength(32);
  expect(after).not.toEqual(before);
  await link.stop();
  await tidy();
});

it("takes up its TLS session when it comes back, and sees the same key of the server", async () => {
  const certificate = selfSigned();
  const server = new FakeServer(certificate);
  const { parts, tidy } = await agentParts(server);
  const link = createLink({ ...parts, connect: connectWebSocket(certificate.cert) });
  await link.start(new AbortController().signal);
  await until(() => expect(server.hellos).toHaveLength(1));
  server.dropAll();
  await until(() => expect(server.hellos).toHaveLength(2));
  expect(server.resumed).toEqual([false, true]);
  const [before, after] = server.hellos.map((hello) => Buffer.from(hello.tlsSpkiSeen ?? []));
  expect(before).toHaveLength(32);
  expect(after).toEqual(before);
  await link.stop();
  await tidy();
});

it("does not talk to a server whose certificate nobody vouches for", async () => {
  const server = new FakeServer(selfSigned());
  const { parts, tidy, statuses } = await agentParts(server);
  const link = createLink(parts);
  await link.start(new AbortController().signal);
  await until(() => expect(statuses.at(-1)?.problem).toMatch(/certificate of https:.* is not trusted .*--ca FILE/));
  expect(server.peers).toEqual([]);
  await link.stop();
  await tidy();
});

it("says in words why there is no connection", async () => {
  const web = createServer((_request, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const why = (server: string) =>
    new Promise((resolve) => {
      const handlers = { opened: () => undefined, frame: () => undefined, alive: () => undefined };
      connectWebSocket()(server, { ...handlers, closed: (_code, _reason, problem) => resolve(problem) });
    });
  expect(await why(url)).toBe(`${url} answered 404: is this the address of a Vigia server?`);
  web.close();
  expect(await why("http://127.0.0.1:9")).toBe("nothing answers at http://127.0.0.1:9");
  expect(await why("http://no-such-host.invalid")).toMatch(/name of .* cannot be resolved|cannot be reached/);
});
