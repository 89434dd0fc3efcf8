import { describe, expect, test } from "vitest";
import { fixtureMachine } from "../machine-fixture.ts";
import { parseIfInet6, parseIpv6Route, parseRoute, shortIpv6 } from "./addresses.ts";
import { readLinux } from "./linux.ts";

const card = (name: string, index: number, place: string, more: Record<string, string> = {}) => ({
  [`/sys/class/net/${name}.link`]: `../../devices/${place}/net/${name}`,
  [`/sys/class/net/${name}/ifindex`]: `${index}\n`,
  [`/sys/class/net/${name}/address`]: `02:00:00:00:00:0${index}\n`,
  [`/sys/class/net/${name}/type`]: "1\n",
  [`/sys/class/net/${name}/operstate`]: "up\n",
  ...Object.fromEntries(Object.entries(more).map(([file, text]) => [`/sys/class/net/${name}/${file}`, text])),
});
const files = {
  ...card("eno1", 2, "pci0000:00/0000:00:1f.6", { speed: "1000\n", "device/driver.link": "../../../bus/pci/drivers/e1000e" }),
  ...card("wlp3s0", 3, "pci0000:00/0000:03:00.0", { operstate: "down\n", speed: "-1\n", "wireless/x": "" }),
  ...card("veth1a2b", 4, "virtual"),
  ...card("dummy0", 5, "virtual"),
  ...card("br0", 6, "virtual", { uevent: "DEVTYPE=bridge\n" }),
  "/sys/class/net/lo/type": "772\n",
  // Captured on a virtual machine; the last address added.
  "/proc/net/route":
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\neno1\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0\neno1\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n",
  "/proc/net/ipv6_route": `${"0".repeat(32)} 00 ${"0".repeat(32)} 00 fd000000000000000000000000000001 00000400 00000003 00000000 00000003     eno1\n`,
  "/proc/net/if_inet6":
    "fe8000000000000000fc00fffe000001 02 40 20 80     eno1\nfd000000000000000000000000000002 02 40 00 82     eno1\n20010db8000000000123456789abcdef 02 40 00 01     eno1\n",
  "/etc/resolv.conf": "search example.org\nnameserver 127.0.0.53\n",
  "/run/systemd/resolve/resolv.conf": "nameserver 192.0.2.53\nnameserver 2001:db8::53\n",
  "/run/systemd/netif/leases/2": "ADDRESS=192.0.2.2\n",
  "/run/udev/data/n2": "E:ID_VENDOR_FROM_DATABASE=Intel Corporation\nE:ID_MODEL_FROM_DATABASE=Ethernet Connection (7) I219-LM\n",
};
const os = {
  networkInterfaces: [
    { interface: "eno1", family: "IPv4" as const, address: "192.0.2.2", prefix: 24, internal: false },
    { interface: "eno1", family: "IPv4" as const, address: "169.254.1.1", prefix: 16, internal: false },
  ],
};

describe("network on Linux", () => {
  test("cards with lasting addresses, gateways and the servers asked through them; no cables of containers", async () => {
    const { interfaces } = await readLinux(fixtureMachine({ files, os }));
    expect(interfaces?.map(({ name, kind, up }) => [name, kind, up])).toEqual([
      ["br0", "bridge", true],
      ["eno1", "ethernet", true],
      ["wlp3s0", "wifi", false],
    ]);
    expect(interfaces?.[1]).toEqual({
      name: "eno1",
      description: "Intel Corporation Ethernet Connection (7) I219-LM",
      mac: "02:00:00:00:00:02",
      kind: "ethernet",
      addresses: ["192.0.2.2/24", "fd00::2/64"],
      gateways: ["192.0.2.1", "fd00::1"],
      dns: ["192.0.2.53", "2001:db8::53"],
      dhcp: true,
      up: true,
      speedMbps: 1000,
    });
  });

  test("empty or strange tables hold nothing", () => {
    for (const text of ["", "Iface\n", "x y z\n", "\n\n"]) {
      expect([parseRoute(text).size, parseIpv6Route(text).size, parseIfInet6(text).length]).toEqual([0, 0, 0]);
    }
  });

  test.each([
    ["00000000000000000000000000000001", "::1"],
    ["20010db8000000000001000000000001", "2001:db8::1:0:0:1"],
    ["20010db8000100020003000400050006", "2001:db8:1:2:3:4:5:6"],
    ["fe800000000000000000000000000000", "fe80::"],
  ])("%s is written %s", (hex, short) => {
    expect(shortIpv6(hex)).toBe(short);
  });
});
