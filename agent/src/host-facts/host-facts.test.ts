import { type HostFacts, Platform } from "@vigia/protocol";
import { describe, expect, test } from "vitest";
import { createFixtureHost } from "../host/fixture-host.ts";
import type { InterfaceAddress } from "../host/host.ts";
import { isLinkLocal, ownAddresses } from "./addresses.ts";
import { parseSystemVersion } from "./darwin.ts";
import { factsDiffer, readHostFacts } from "./index.ts";
import { parseCpuinfo, parseOsRelease } from "./linux.ts";

const root = new URL("fixtures/linux/", import.meta.url);
const context = { agentVersion: "1.0.0", nowMs: 1_700_000_000_000 };
const cpu = { model: "runtime's word", times: { user: 0, nice: 0, sys: 0, idle: 0, irq: 0 } };

describe("reading", () => {
  test("a captured Linux machine", async () => {
    const os = {
      hostname: "db-1",
      release: "6.1.0-18-amd64",
      cpus: [cpu, cpu],
      totalMemory: 8_000_000,
      timeZone: "America/Sao_Paulo",
      runtimeVersion: "22.23.2",
    };
    const facts = await readHostFacts(createFixtureHost({ root, os }), context);
    const btime = /^btime (\d+)$/m.exec(await createFixtureHost({ root }).readFile("/proc/stat"))?.[1];
    expect(facts).toEqual({
      hostname: "db-1",
      platform: Platform.PLATFORM_LINUX,
      osName: "Debian GNU/Linux 12 (bookworm)",
      osVersion: "12",
      kernel: "6.1.0-18-amd64",
      architecture: "x64",
      cpuModel: "Intel(R) Xeon(R) Processor",
      cpuCount: 2,
      memoryBytes: 8_000_000,
      bootAtMs: Number(btime) * 1000,
      timeZone: "America/Sao_Paulo",
      agentVersion: "1.0.0",
      runtimeVersion: "22.23.2",
      addresses: [],
    });
  });

  test("a Linux that has none of the files still tells what the runtime knows", async () => {
    const facts = await readHostFacts(createFixtureHost({ os: { cpus: [cpu], uptimeSeconds: 1000.4 } }), context);
    expect(facts).toMatchObject({ osName: "Linux", osVersion: "", cpuModel: "runtime's word", bootAtMs: 1_699_999_000_000 });
  });

  test("Windows and macOS", async () => {
    const windows = createFixtureHost({ platform: "win32", os: { version: "Windows Server 2022 Standard", release: "10.0.20348" } });
    expect(await readHostFacts(windows, context)).toMatchObject({
      platform: Platform.PLATFORM_WINDOWS,
      osName: "Windows Server 2022 Standard",
      osVersion: "10.0.20348",
    });
    const plist =
      "<dict>\n\t<key>ProductName</key>\n\t<string>macOS</string>\n\t<key>ProductVersion</key>\n\t<string>14.5</string>\n</dict>";
    const mac = createFixtureHost({ platform: "darwin", files: { "/System/Library/CoreServices/SystemVersion.plist": plist } });
    expect(await readHostFacts(mac, context)).toMatchObject({ platform: Platform.PLATFORM_MACOS, osName: "macOS 14.5", osVersion: "14.5" });
  });
});

describe("parsing", () => {
  test("os-release: quotes of both kinds, none, escapes and comments", () => {
    const text = '# comment\nNAME=Arch\nPRETTY_NAME=\'It\\\'s "One"\'\nVERSION_ID="7"\nEMPTY=\nQUOTED="a \\"b\\" \\$c"\nnot a line\n';
    expect(Object.fromEntries(parseOsRelease(text))).toEqual({
      NAME: "Arch",
      PRETTY_NAME: 'It\'s "One"',
      VERSION_ID: "7",
      EMPTY: "",
      QUOTED: 'a "b" $c',
    });
  });

  test.each([
    ["x86", "processor\t: 0\nmodel\t\t: 167\nmodel name\t: Intel(R)  Core(TM) i7\n", "Intel(R) Core(TM) i7"],
    ["MIPS", "system type\t: X\nprocessor\t: 0\ncpu model\t: R5000 V2.1\n", "R5000 V2.1"],
    ["POWER", "processor\t: 0\ncpu\t\t: POWER8 (raw), altivec supported\n", "POWER8 (raw), altivec supported"],
    [
      "ARM board",
      "processor\t: 0\nBogoMIPS\t: 38.40\nHardware\t: BCM2835\nModel\t\t: Raspberry Pi 3 Model B Rev 1.2\n",
      "Raspberry Pi 3 Model B Rev 1.2",
    ],
    ["unknown", "processor\t: 0\n", undefined],
  ])("the processor's model on %s", (_kind, text, expected) => {
    expect(parseCpuinfo(text)).toBe(expected);
  });

  test("a property list without a version gives none", () => {
    expect(parseSystemVersion("<dict/>")).toBeUndefined();
  });
});

describe("addresses", () => {
  const at = (name: string, address: string, internal = false): InterfaceAddress => ({
    interface: name,
    address,
    family: address.includes(":") ? "IPv6" : "IPv4",
    internal,
  });

  test("are those others can use, IPv4 first, each once; not those of container engines", () => {
    const all = [
      at("lo", "127.0.0.1", true),
      at("eth0", "2001:db8::5"),
      at("eth0", "192.168.1.5"),
      at("eth0", "fe80::1"),
      at("eth1", "169.254.3.4"),
      at("docker0", "172.17.0.1"),
      at("br-0123456789ab", "172.18.0.1"),
      at("br0", "10.0.0.2"),
      at("br0", "192.168.1.5"),
    ];
    expect(ownAddresses(all)).toEqual(["192.168.1.5", "10.0.0.2", "2001:db8::5"]);
  });

  test("are at most 32", () => {
    expect(ownAddresses(Array.from({ length: 50 }, (_, index) => at("eth0", `10.0.0.${index}`)))).toHaveLength(32);
  });

  test("link-local means the whole of both ranges", () => {
    expect(["169.254.0.1", "fe80::1", "FEBF::1"].map(isLinkLocal)).toEqual([true, true, true]);
    expect(["169.25.4.1", "fec0::1", "fd00::2"].map(isLinkLocal)).toEqual([false, false, false]);
  });
});

describe("what is news", () => {
  const facts: HostFacts = { hostname: "one", bootAtMs: 1_700_000_000_000, addresses: ["10.0.0.1"] };

  test("the first facts, a change in any of them, and another boot are", () => {
    expect(factsDiffer(undefined, facts)).toBe(true);
    expect(factsDiffer(facts, { ...facts, hostname: "two" })).toBe(true);
    expect(factsDiffer(facts, { ...facts, addresses: ["10.0.0.1", "10.0.0.2"] })).toBe(true);
    expect(factsDiffer(facts, { ...facts, bootAtMs: 1_700_000_060_000 })).toBe(true);
  });

  test("the same facts with a boot that wanders a few seconds are not", () => {
    expect(factsDiffer(facts, { ...facts, bootAtMs: 1_700_000_009_000, addresses: ["10.0.0.1"] })).toBe(false);
  });
});
