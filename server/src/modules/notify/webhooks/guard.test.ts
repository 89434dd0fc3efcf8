import { describe, expect, test } from "vitest";
import { createGuard, ForbiddenAddress, isLoopbackAddress, type Resolved } from "./guard.ts";

const resolving = (...addresses: string[]) => {
  const asked: string[] = [];
  const resolve = async (hostname: string): Promise<Resolved[]> => {
    asked.push(hostname);
    return addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  };
  return { asked, resolve };
};
const guard = createGuard([], resolving("93.184.216.34").resolve);

const PRIVATE = [
  "127.0.0.1",
  "127.255.255.254",
  "0.0.0.0",
  "10.0.0.1",
  "100.64.0.1",
  "100.100.100.200",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.192",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.7",
  "203.0.113.7",
  "224.0.0.1",
  "239.1.1.1",
  "240.0.0.1",
  "255.255.255.255",
  "168.63.129.16",
  "::",
  "::1",
  "::7f00:1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::FFFF:10.0.0.1",
  "0:0:0:0:0:ffff:c0a8:0101",
  "::ffff:0:127.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::7f00:1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::1",
  "100::1",
  "2001:db8::1",
  "2001::1",
  "2002:7f00:1::",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
];

describe("the guard", () => {
  test.each(PRIVATE)("refuses %s, written down and as a name's address", async (address) => {
    expect(guard.refuses(address)).toBe(true);
    if (address.includes(":")) expect(guard.refuses(`[${address}]`)).toBe(true);
    await expect(guard.resolve(address)).rejects.toThrow(ForbiddenAddress);
    await expect(createGuard([], resolving(address).resolve).resolve("evil.example")).rejects.toThrow(ForbiddenAddress);
    // One good address does not excuse a bad one.
    await expect(createGuard([], resolving("93.184.216.34", address).resolve).resolve("evil.example")).rejects.toThrow(ForbiddenAddress);
  });

  test.each(["93.184.216.34", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "::ffff:1.1.1.1", "64:ff9b::101:101"])(
    "lets %s through",
    async (address) => {
      expect(guard.refuses(address)).toBe(false);
      expect(await guard.resolve(address)).toEqual([{ address, family: address.includes(":") ? 6 : 4 }]);
    },
  );

  test.each([
    "http://0x7f.1/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://127.0.0.1./",
  ])("is not fooled by the spelling %s", async (url) => {
    await expect(guard.resolve(new URL(url).hostname)).rejects.toThrow(ForbiddenAddress);
  });

  test("asks for a name once and answers what it checked", async () => {
    const { asked, resolve } = resolving("1.1.1.1", "2606:4700::1111");
    expect(await createGuard([], resolve).resolve("hooks.example")).toHaveLength(2);
    expect(asked).toEqual(["hooks.example"]);
    expect(guard.refuses("localhost")).toBe(false);
    await expect(createGuard([], resolving().resolve).resolve("nowhere.example")).rejects.toThrow("no address");
  });

  test("lets listed networks through, also in their IPv6 forms, and nothing beside them", async () => {
    const open = createGuard(["127.0.0.1", "10.1.0.0/16", "fd00::/8"], resolving("127.0.0.2").resolve);
    for (const address of ["127.0.0.1", "10.1.2.3", "::ffff:10.1.2.3", "64:ff9b::10.1.2.3", "fd12::1"])
      expect(open.refuses(address)).toBe(false);
    for (const address of ["127.0.0.2", "10.2.0.1", "::1", "fe80::1"]) expect(open.refuses(address)).toBe(true);
    await expect(open.resolve("inside.example")).rejects.toThrow(ForbiddenAddress);
  });
});

test("this machine's own addresses are known", () => {
  expect(["127.0.0.1", "127.9.9.9", "::1"].map(isLoopbackAddress)).toEqual([true, true, true]);
  expect(["10.0.0.1", "localhost", "::2", "mail.example"].map(isLoopbackAddress)).toEqual([false, false, false, false]);
});
