// macOS, section by section, on the laptop of darwin-fixture.ts; and what older Macs say otherwise.
import { DiskHealth, Encryption, type SectionName, ServiceState } from "@vigia/protocol";
import { describe, expect, test } from "vitest";
import { createFixtureHost } from "../host/fixture-host.ts";
import { FILES, PROGRAMS } from "./darwin-fixture.ts";
import { sections } from "./index.ts";
import { createMachine } from "./machine.ts";
import { memorySlots } from "./memory/darwin.ts";
import { processorsOf } from "./processors/darwin.ts";
import type { SectionOf } from "./reader.ts";
import { parsePlist } from "./sources/plist.ts";
import { PROFILER, parseProfile } from "./sources/profiler.ts";
import { tidy } from "./tidy.ts";

const OS = { hostname: "Laptop.local", release: "23.4.0", arch: "arm64", timeZone: "Europe/Lisbon", totalMemory: 17_179_869_184 };
const options = {
  platform: "darwin",
  os: OS,
  files: { ...FILES },
  programs: { ...PROGRAMS },
  modified: { "/var/db/.AppleSetupDone": 1_700_000_000_500 },
} as const;

/** The section as it would be sent. */
async function read<Name extends SectionName>(name: Name, host = createFixtureHost(options)): Promise<SectionOf<Name>> {
  const readers = await sections[name]?.();
  const section = await readers?.darwin?.(createMachine(host, new AbortController().signal));
  return tidy(name, section as SectionOf<Name>)[name] as SectionOf<Name>;
}

describe("a MacBook Pro with macOS 14", () => {
  test("is a laptop by its model, with the serial number people read to Apple", async () => {
    expect(await read("system")).toEqual({
      manufacturer: "Apple Inc.",
      model: "MacBook Pro (MacBookPro18,3)",
      serial: "FVFX0ABCDE12",
      uuid: "5c1a2b3d-0f4e-5a6b-9c7d-8e9f0a1b2c3d",
      chassis: "laptop",
      virtual: false,
    });
  });

  test("was set up and booted when its files and its kernel say so, and is in no domain", async () => {
    expect(await read("os")).toEqual({
      name: "macOS 14.4.1",
      version: "14.4.1",
      build: "23E224",
      kernel: "23.4.0",
      architecture: "arm64",
      installedAtMs: 1_700_000_000_000,
      bootedAtMs: 1_774_999_980_000,
      timeZone: "Europe/Lisbon",
      hostname: "Laptop",
    });
  });

  test("has one processor of Apple's without a clock, memory without slots, and a boot policy", async () => {
    expect(await read("processors")).toEqual({ processors: [{ manufacturer: "Apple", model: "Apple M1 Pro", cores: 8, threads: 8 }] });
    expect(await read("memory")).toEqual({
      totalBytes: 17_179_869_184,
      slots: [{ bytes: 17_179_869_184, type: "LPDDR5", manufacturer: "Hynix" }],
    });
    expect(await read("board")).toMatchObject({ firmwareVersion: "10151.101.3", secureBoot: true });
  });

  test("names a disk on USB by the device that carries it", async () => {
    expect((await read("disks")).disks).toEqual([
      {
        name: "disk0",
        manufacturer: "Apple",
        model: "APPLE SSD AP0512R",
        serial: "0ba012345678abcd",
        firmware: "555",
        bytes: 500_277_792_768,
        kind: "ssd",
        bus: "nvme",
        health: DiskHealth.DISK_HEALTH_OK,
      },
      { name: "disk4", manufacturer: "Samsung", model: "PSSD T7", serial: "S5SXNS0R700159", bytes: 1_000_204_886_016, bus: "usb" },
    ]);
  });

  test("is encrypted by FileVault, the snapshot it is started from too; a plain stick is not, and what is not mounted is no volume", async () => {
    const { volumes = [] } = await read("volumes");
    expect(volumes?.map(({ mount, device, encryption, encryptionMethod }) => [mount, device, encryption, encryptionMethod])).toEqual([
      ["/", "/dev/disk3s1s1", Encryption.ENCRYPTION_ON, "FileVault"],
      ["/System/Volumes/Data", "/dev/disk3s5", Encryption.ENCRYPTION_ON, "FileVault"],
      ["/Volumes/BACKUP", "/dev/disk4s1", Encryption.ENCRYPTION_NONE, undefined],
    ]);
  });

  test("without FileVault is not encrypted, although its chip stores nothing in the clear", async () => {
    const programs = Object.fromEntries(
      Object.entries(PROGRAMS).map(([command, text]) => [
        command,
        text.replaceAll("<key>FileVault</key><true/>", "<key>FileVault</key><false/>"),
      ]),
    );
    const { volumes = [] } = await read("volumes", createFixtureHost({ ...options, programs }));
    expect(volumes?.[0]?.encryption).toBe(Encryption.ENCRYPTION_NONE);
  });

  test("shows the interfaces people know, a VPN among them, without addresses that change each day", async () => {
    expect((await read("network")).interfaces).toEqual([
      {
        name: "bridge0",
        description: "Thunderbolt Bridge",
        mac: "36:00:07:a1:00:00",
        kind: "bridge",
        addresses: [],
        gateways: [],
        dns: [],
        dhcp: true,
        up: false,
      },
      {
        name: "en0",
        description: "Wi-Fi",
        mac: "60:00:50:57:00:44",
        kind: "wifi",
        addresses: ["192.0.2.46/24", "2001:db8::10/64"],
        gateways: ["192.0.2.1"],
        dns: ["192.0.2.1", "9.9.9.9"],
        dhcp: true,
        up: true,
      },
      { name: "utun4", kind: "tunnel", addresses: ["10.8.0.6/32"], gateways: [], dns: [] },
    ]);
  });

  test("tells a monitor's own facts, not the mode it shows now", async () => {
    expect(await read("graphics")).toEqual({
      cards: [{ name: "Apple M1 Pro", manufacturer: "Apple" }],
      monitors: [
        { name: "Color LCD", manufacturer: "Apple", width: 3024, height: 1964 },
        { name: "DELL U2720Q", manufacturer: "Dell", serial: "4S0QR63", year: 2021, width: 3840, height: 2160, tenthsOfInch: 272 },
      ],
    });
  });

  test("lists a device of sound once, and the battery with its cycles", async () => {
    expect((await read("audio")).devices).toEqual([
      { name: "DELL U2720Q", manufacturer: "DEL" },
      { name: "MacBook Pro Microphone", manufacturer: "Apple Inc." },
    ]);
    expect((await read("batteries")).batteries).toEqual([{ name: "bq40z651", serial: "F8Y1234567A0LD1A2", cycles: 142 }]);
  });

  test("lists programs with who signed them and whose they are, not parts of programs or of the system", async () => {
    expect((await read("software")).programs).toEqual([
      { name: "Firefox", version: "125.0.1", vendor: "Mozilla Corporation", source: "applications" },
      { name: "GarageBand", version: "10.4.10", installedOn: "2026-02-01", source: "applications" },
      { name: "Safari", version: "17.4.1", vendor: "Apple Inc.", source: "applications" },
      { name: "Tetris", version: "1", source: "applications", user: "ana" },
    ]);
  });

  test("knows the updates that wait and when the last one came, Apple's own data aside", async () => {
    expect(await read("updates")).toEqual({
      pending: 2,
      updates: [
        { id: "RSR", title: "Rapid Security Response", version: "14.4.1 (a)", critical: true },
        { id: "MSU_UPDATE_23F79", title: "macOS Sonoma 14.5", version: "14.5", critical: false },
      ],
      lastInstalledOn: "2026-03-26",
    });
  });

  test("lists the jobs of others and those of Apple that let people in", async () => {
    const { services = [] } = await read("services");
    expect(services?.map(({ name, state, start, account }) => [name, state, start, account])).toEqual([
      ["com.acme.guard", ServiceState.SERVICE_STATE_RUNNING, "auto", "_guard"],
      ["com.acme.helper", ServiceState.SERVICE_STATE_STOPPED, "manual", "root"],
      ["com.apple.screensharing", ServiceState.SERVICE_STATE_RUNNING, "other", undefined],
      ["com.example.broken", ServiceState.SERVICE_STATE_FAILED, "other", undefined],
      ["com.example.idle", ServiceState.SERVICE_STATE_STOPPED, "other", undefined],
    ]);
  });

  test("lists people, who of them may do everything, and who sits at it", async () => {
    expect(await read("users")).toEqual({
      users: [
        { name: "ana", fullName: "Ana Souza", administrator: true, disabled: false },
        { name: "rui", fullName: "Rui", administrator: false, disabled: true },
      ],
      currentUser: "ana",
    });
  });

  test("is protected by what the system brings and by its firewall", async () => {
    expect(await read("security")).toEqual({
      antivirus: [{ name: "XProtect", version: "2193", active: true, definitionsOn: "2026-04-30" }],
      firewalls: [{ name: "Application Firewall", active: true }],
    });
  });

  test("lists the machines of Parallels", async () => {
    expect((await read("guests")).guests).toEqual([
      {
        name: "Windows 11",
        uuid: "b1c2d3e4-0000-4000-8000-112233445566",
        state: "paused",
        hypervisor: "parallels",
        memoryBytes: 8_589_934_592,
        processors: 4,
      },
    ]);
  });

  test("lists VirtualBox's machines of each person who has some, and products that have a tool to ask", async () => {
    const box =
      "Name:            lab\nGroups:          /\nGuest OS:        Debian (64-bit)\nUUID:            aa\nState:           running (since 2026)\n";
    const host = createFixtureHost({
      ...options,
      files: { ...FILES, "/Users/ana/Library/VirtualBox/VirtualBox.xml": "", "/Users/rui/Desktop/a": "" },
      programs: {
        "/usr/bin/sudo -n -u ana /usr/local/bin/VBoxManage list --long vms": box,
        "/Applications/Falcon.app/Contents/Resources/falconctl stats":
          "=== agent_info ===\nversion: 7.14.18110.0\nSensor operational: true\n",
        "/usr/local/bin/mdatp health": 'app_version : "101.24"\nreal_time_protection_enabled : false\ndefinitions_status : "up_to_date"\n',
        [Object.keys(PROGRAMS).find((command) => command.startsWith(PROFILER.file)) ?? ""]: "",
      },
    });
    expect((await read("guests", host)).guests).toEqual([{ name: "lab", uuid: "aa", state: "running", hypervisor: "virtualbox" }]);
    expect(await read("security", host)).toEqual({
      antivirus: [
        { name: "CrowdStrike Falcon", version: "7.14.18110.0", active: true },
        { name: "Microsoft Defender for Endpoint", version: "101.24", active: false, upToDate: true },
        { name: "XProtect", version: "2193", definitionsOn: "2026-04-30" },
      ],
      firewalls: [],
    });
  });

  test("in an Active Directory names its domain", async () => {
    const shown =
      "Active Directory Forest          = acme.example\nActive Directory Domain          = corp.acme.example\nComputer Account = laptop$\n";
    const host = createFixtureHost({ ...options, programs: { ...PROGRAMS, "/usr/sbin/dsconfigad -show": shown } });
    expect((await read("os", host)).domain).toBe("corp.acme.example");
  });

  test("asks system_profiler once for all sections", async () => {
    const asked: string[] = [];
    const host = createFixtureHost(options);
    const exec: typeof host.exec = (file, args, signal) => {
      asked.push(file);
      return host.exec(file, args, signal);
    };
    const machine = createMachine({ ...host, exec }, new AbortController().signal);
    for (const load of Object.values(sections)) await (await load()).darwin?.(machine);
    expect(asked.filter((file) => file === PROFILER.file)).toHaveLength(1);
  });
});

describe("older Macs", () => {
  test("with modules print their texts in hexadecimal", () => {
    const module = { _name: "BANK 0/DIMM0", dimm_size: "8 GB", dimm_speed: "1600 MHz", dimm_type: "DDR3" };
    const items = [
      {
        ...module,
        dimm_manufacturer: "0x02FE",
        dimm_part_number: "0x45424A3831554738424255352D474E2D4620",
        dimm_serial_number: "0x1A2B3C4D",
      },
      { _name: "BANK 1/DIMM0", dimm_size: "empty", dimm_speed: "empty", dimm_type: "empty" },
    ];
    const slots = memorySlots({ items: () => [{ _name: "Memory Slots", _items: items }] });
    expect(slots).toEqual([
      {
        slot: "BANK 0/DIMM0",
        bytes: 8_589_934_592,
        type: "DDR3",
        manufacturer: "0x02FE",
        partNumber: "EBJ81UG8BBU5-GN-F",
        serial: "0x1A2B3C4D",
        speed: 1600,
      },
      { slot: "BANK 1/DIMM0", bytes: 0 },
    ]);
  });

  test("with two processors share cores among them", () => {
    const sysctl = new Map([
      ["hw.packages", "2"],
      ["hw.physicalcpu_max", "12"],
      ["hw.logicalcpu_max", "24"],
      ["hw.cpufrequency_max", "2660000000"],
      ["machdep.cpu.vendor", "GenuineIntel"],
      ["machdep.cpu.brand_string", "Intel(R) Xeon(R) CPU X5650 @ 2.67GHz"],
    ]);
    const one = { manufacturer: "Intel", model: "Intel(R) Xeon(R) CPU X5650 @ 2.67GHz", cores: 6, threads: 12, maxMhz: 2660 };
    expect(processorsOf(sysctl)).toEqual([one, one]);
  });
});

describe("a property list", () => {
  test("that is cut short or none at all is nothing", () => {
    expect(parsePlist("<plist><array><dict><key>a</key>")).toBeUndefined();
    expect(parsePlist("Usage: system_profiler")).toBeUndefined();
    expect(parsePlist("</array></dict>")).toBeUndefined();
    expect(parseProfile("").items("SPHardwareDataType")).toEqual([]);
  });

  test("keeps its characters, its empty values and a name that objects have of their own", () => {
    const xml =
      "<plist><dict><key>a&amp;b</key><string>&lt;&#233;&#x1F600;&gt;</string><key>e</key><array/><key>__proto__</key><string/></dict></plist>";
    expect(Object.entries(parsePlist(xml) ?? {})).toEqual([
      ["a&b", "<é😀>"],
      ["e", []],
      ["__proto__", ""],
    ]);
  });
});
