import { describe, expect, test } from "vitest";
import { createFixtureHost } from "../../host/fixture-host.ts";
import type { InterfaceAddress } from "../../host/host.ts";
import { Unsupported } from "../collector.ts";
import { createNetwork, interfacesBetween } from "./index.ts";
import { createLinuxReader, type InterfaceCounters, parseNetDev } from "./linux.ts";

const never = new AbortController().signal;
const address = (name: string, text: string): InterfaceAddress => ({
  interface: name,
  address: text,
  family: text.includes(":") ? "IPv6" : "IPv4",
  internal: false,
});

describe("which interfaces count", () => {
  test("of a capture only the card remains: no loopback, no idle virtual ones", async () => {
    const host = createFixtureHost({ root: new URL("fixtures/linux/", import.meta.url) });
    const counted = await createLinuxReader()(host);
    expect([...counted.keys()]).toEqual(["eth0"]);
    expect(counted.get("eth0")?.up).toBe(true);
  });

  test("of a capture with a bridge, a veth pair and a tunnel only the tunnel with an address remains", async () => {
    const networkInterfaces = [
      address("br0", "192.0.2.1"),
      address("veth0", "fe80::d464:daff:fea3:df78"),
      address("veth1", "fe80::bc38:e3ff:fe41:9531"),
      address("tun0", "198.51.100.2"),
    ];
    const host = createFixtureHost({ root: new URL("fixtures/linux-bridge/", import.meta.url), os: { networkInterfaces } });
    const counted = await createLinuxReader()(host);
    expect([...counted.keys()]).toEqual(["tun0"]);
    expect(counted.get("tun0")?.up).toBe(false);
  });

  test("an interface that does not know its state is up by its carrier", async () => {
    const files: Record<string, string> = {
      "/proc/net/dev": "Inter-|\n face |\n wg0: 1 2 0 0 0 0 0 0 3 4 0 0 0 0 0 0\n",
      "/sys/class/net/wg0.link": "../../devices/virtual/net/wg0",
      "/sys/class/net/wg0/operstate": "unknown\n",
      "/sys/class/net/wg0/carrier": "1\n",
    };
    const host = createFixtureHost({ files, os: { networkInterfaces: [address("wg0", "10.9.0.2")] } });
    expect((await createLinuxReader()(host)).get("wg0")?.up).toBe(true);
    files["/sys/class/net/wg0/carrier"] = "0\n";
    expect((await createLinuxReader()(host)).get("wg0")?.up).toBe(false);
  });

  test("without sysfs it fails instead of finding no interface", async () => {
    await expect(createLinuxReader()(createFixtureHost({ files: { "/proc/net/dev": "\n\n" } }))).rejects.toThrow("/sys/class/net");
  });
});

test("an old kernel that writes no space after the colon is understood", () => {
  const text =
    "Inter-|   Receive\n face |bytes\n  eth0:1234567890 11 1 2 0 0 0 0 99 22 4 8 0 0 0 0\n eth0:1: 5 5 0 0 0 0 0 0 5 5 0 0 0 0 0 0\n";
  expect([...parseNetDev(text)]).toEqual([
    ["eth0", { receivedBytes: 1234567890, receivedPackets: 11, sentBytes: 99, sentPackets: 22, errors: 15 }],
    ["eth0:1", { receivedBytes: 5, receivedPackets: 5, sentBytes: 5, sentPackets: 5, errors: 0 }],
  ]);
});

describe("rates between two readings", () => {
  const counters = (over: Partial<InterfaceCounters>): InterfaceCounters => ({
    receivedBytes: 0,
    receivedPackets: 0,
    sentBytes: 0,
    sentPackets: 0,
    errors: 0,
    up: true,
    ...over,
  });
  const reading = (at: number, ...list: [string, InterfaceCounters][]) => ({ at, counters: new Map(list) });

  test("are per second of the time that passed", () => {
    const after = reading(4_000, ["eth0", counters({ receivedBytes: 4000, sentBytes: 2000, errors: 2, up: false })]);
    expect(interfacesBetween(reading(0, ["eth0", counters({})]), after)).toEqual([
      { name: "eth0", receivedBytesPerSecond: 1000, sentBytesPerSecond: 500, errorsPerSecond: 0.5, up: false },
    ]);
  });

  test("a 32-bit counter that wrapped goes on while packets do", () => {
    const before = reading(0, ["eth0", counters({ receivedBytes: 2 ** 32 - 500, receivedPackets: 10 })]);
    const after = reading(1_000, ["eth0", counters({ receivedBytes: 500, receivedPackets: 11 })]);
    expect(interfacesBetween(before, after)?.[0]?.receivedBytesPerSecond).toBe(1000);
  });

  test("an interface that was made again waits for its second reading", () => {
    const before = reading(0, ["tun0", counters({ receivedBytes: 2 ** 32 - 500, receivedPackets: 10 })]);
    const after = reading(1_000, ["tun0", counters({ receivedBytes: 500, receivedPackets: 1 })], ["eth1", counters({})]);
    expect(interfacesBetween(before, after)).toEqual([]);
  });
});

test("the collector's first reading says nothing, the second has rates", async () => {
  const dev = (bytes: number) => `Inter-|\n face |\n eth0: ${bytes} 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0\n`;
  const files: Record<string, string> = {
    "/proc/net/dev": dev(0),
    "/sys/class/net/eth0.link": "../../devices/pci0/net/eth0",
    "/sys/class/net/eth0/operstate": "up\n",
  };
  const host = createFixtureHost({ files });
  let at = 0;
  const collector = createNetwork({ now: () => 0, monotonic: () => at });
  expect(await collector.collect(host, never)).toEqual({});
  at = 1_000;
  files["/proc/net/dev"] = dev(700);
  expect((await collector.collect(host, never)).interfaces?.[0]).toMatchObject({ name: "eth0", receivedBytesPerSecond: 700 });
});

test("other systems are told to be unsupported", async () => {
  const collector = createNetwork({ now: () => 0, monotonic: () => 0 });
  await expect(collector.collect(createFixtureHost({ platform: "darwin" }), never)).rejects.toThrow(Unsupported);
});
