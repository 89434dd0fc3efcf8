import { expect, test } from "vitest";
import { createFixtureHost } from "../host/fixture-host.ts";
import { createLinuxReader as createDiskReader } from "./disk-io/linux.ts";
import { createLinuxReader as createNetworkReader } from "./network/linux.ts";
import { createWhileSame } from "./while-same.ts";

test("an answer is made once for the same text, and again after a failure", async () => {
  const whileSame = createWhileSame<number>();
  let made = 0;
  const make = async () => ++made;
  await expect(whileSame("a", () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect([await whileSame("a", make), await whileSame("a", make), await whileSame("b", make), await whileSame("a", make)]).toEqual([
    1, 1, 2, 3,
  ]);
});

test("a disk that is plugged in is found, one that is pulled out is gone", async () => {
  const line = (name: string) => ` 8 0 ${name} 1 0 2 0 3 0 4 0 0 5 0\n`;
  const files: Record<string, string> = {
    "/proc/diskstats": line("sda"),
    "/sys/block/sda.link": "../devices/pci0000:00/block/sda",
    "/sys/block/sdb.link": "../devices/pci0000:00/usb1/block/sdb",
  };
  const read = createDiskReader();
  const names = async () => [...(await read(createFixtureHost({ files }))).keys()];
  expect(await names()).toEqual(["sda"]);
  files["/proc/diskstats"] = line("sda") + line("sdb");
  expect(await names()).toEqual(["sda", "sdb"]);
  files["/proc/diskstats"] = line("sdb");
  expect(await names()).toEqual(["sdb"]);
});

test("a tunnel counts from its first address on, though no interface came or went", async () => {
  const files = {
    "/proc/net/dev": "Inter-|\n face |\n wg0: 1 2 0 0 0 0 0 0 3 4 0 0 0 0 0 0\n",
    "/sys/class/net/wg0.link": "../../devices/virtual/net/wg0",
    "/sys/class/net/wg0/operstate": "up\n",
  };
  const address = { interface: "wg0", address: "10.9.0.2", family: "IPv4", internal: false } as const;
  const read = createNetworkReader();
  const names = async (networkInterfaces: (typeof address)[]) => [
    ...(await read(createFixtureHost({ files, os: { networkInterfaces } }))).keys(),
  ];
  expect(await names([])).toEqual([]);
  expect(await names([address])).toEqual(["wg0"]);
  expect(await names([])).toEqual([]);
});
