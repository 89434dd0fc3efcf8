import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientAddresses } from "./client-address.ts";

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded } }) as unknown as IncomingMessage;

test("without trusted proxies nobody can claim another address", () => {
  expect(clientAddresses([])(request("203.0.113.9", "198.51.100.1"))).toBe("203.0.113.9");
  expect(clientAddresses([])(request("::ffff:203.0.113.9"))).toBe("203.0.113.9");
});

test("a trusted proxy is believed for the address before it, and that one only as far as it is trusted too", () => {
  const addressOf = clientAddresses(["10.0.0.5", "192.168.0.0/16", "2001:db8::/32"]);
  expect(addressOf(request("10.0.0.5", "198.51.100.1"))).toBe("198.51.100.1");
  expect(addressOf(request("::ffff:10.0.0.5", "198.51.100.1"))).toBe("198.51.100.1");
  expect(addressOf(request("10.0.0.5", "1.2.3.4, 198.51.100.1, 192.168.7.7"))).toBe("198.51.100.1");
  expect(addressOf(request("2001:db8::1", "198.51.100.1"))).toBe("198.51.100.1");
  expect(addressOf(request("203.0.113.9", "198.51.100.1"))).toBe("203.0.113.9");
});

test("nonsense from a proxy leaves the proxy's own address", () => {
  const addressOf = clientAddresses(["10.0.0.5"]);
  for (const nonsense of ["", "unknown", ", ,", "198.51.100.1:80"]) expect(addressOf(request("10.0.0.5", nonsense))).toBe("10.0.0.5");
});
