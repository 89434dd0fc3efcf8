// Windows, section by section, on a laptop that the files in sources/fixtures describe, and what is left without WMI.
import { readFileSync } from "node:fs";
import { DiskHealth, Encryption, type SectionName, ServiceState } from "@vigia/protocol";
import { describe, expect, test } from "vitest";
import { createFixtureHost, systemError } from "../host/fixture-host.ts";
import { sections } from "./index.ts";
import { createMachine } from "./machine.ts";
import type { SectionOf } from "./reader.ts";
import { tidy } from "./tidy.ts";

const fixture = (name: string) => readFileSync(new URL(`sources/fixtures/${name}`, import.meta.url), "utf8");
const laptop = { wmi: fixture("windows-laptop.wmi.txt"), registry: fixture("windows-laptop.registry.txt") };
const UPDATES = `#class=Update\nId=KB5036893\nTitle=2026-04 Cumulative Update\nSeverity=\nCategories={"0fa1201d-4330-4fa8-8ae9-b877473b6441"}\nUpdateID=1\n
Id=\nTitle=Definitions\nSeverity=\nCategories={"e0789628-ce08-4437-be74-2442a753d6f1"}\nUpdateID=8f1c\n`;
const OS = { hostname: "LAPTOP", release: "10.0.22631", timeZone: "America/Sao_Paulo", totalMemory: 8_360_017_920 };

interface Answers {
  /** What PowerShell prints of the classes; absent where there is none. */
  readonly wmi?: string;
  readonly wmic?: string;
  readonly registry: string;
  /** PowerShell is there and fails with this. */
  readonly refusal?: string;
}

function machine({ wmi, wmic = "", registry, refusal }: Answers) {
  const host = createFixtureHost({ platform: "win32", os: OS });
  const exec = async (file: string, args: readonly string[]) => {
    if (file === "cmd.exe") return args.includes("wmic") ? wmic : registry.replaceAll("\n", "\r\n");
    if (refusal !== undefined) throw new Error(refusal);
    if (file !== "powershell.exe" || wmi === undefined) throw systemError("ENOENT", file);
    const script = Buffer.from(args.at(-1) ?? "", "base64").toString("utf16le");
    return script.includes("Microsoft.Update.Session") ? UPDATES : wmi.replaceAll("\n", "\r\n");
  };
  return createMachine({ ...host, exec }, new AbortController().signal);
}

/** The section as it would be sent. */
async function read<Name extends SectionName>(name: Name, answers: Answers = laptop): Promise<SectionOf<Name>> {
  const readers = await sections[name]?.();
  const section = await readers?.win32?.(machine(answers));
  return tidy(name, section as SectionOf<Name>)[name] as SectionOf<Name>;
}

describe("a laptop with Windows 11", () => {
  test("is named by its maker's own model, not by a number, and placeholders are no asset tag", async () => {
    expect(await read("system")).toEqual({
      manufacturer: "LENOVO",
      model: "ThinkPad E14 Gen 2",
      serial: "PF2ABCDE",
      uuid: "4c4c4544-0051-3010-8052-b4c04f4d3132",
      chassis: "laptop",
      virtual: false,
      tpmKey: "8ebc1dd6d57e4f08cce14b6795536f8c380c65c58032672bbaa279d2bc23d646",
    });
  });

  test("is Windows 11 though its registry says 10, and waits for a restart with reasons", async () => {
    expect(await read("os")).toEqual({
      name: "Microsoft Windows 11 Pro",
      version: "23H2",
      build: "22631.3447",
      kernel: "10.0.22631",
      architecture: "x64",
      installedAtMs: 0x65b0d100 * 1000,
      bootedAtMs: Date.parse("2026-03-15T07:30:00Z"),
      rebootPending: true,
      rebootReasons: ["Windows Update", "Files to be replaced"],
      timeZone: "America/Sao_Paulo",
      domain: "acme.example",
      hostname: "LAPTOP",
    });
  });

  test("has one processor, one module and one empty slot, a board and a TPM", async () => {
    expect((await read("processors")).processors).toEqual([
      {
        manufacturer: "Intel",
        model: "11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz",
        cores: 4,
        threads: 8,
        maxMhz: 2803,
        socket: "U3E1",
      },
    ]);
    expect((await read("memory")).slots).toEqual([
      {
        slot: "Controller0-ChannelA",
        bytes: 8_589_934_592,
        type: "DDR4",
        formFactor: "SODIMM",
        speed: 3200,
        manufacturer: "Samsung",
        partNumber: "M471A1G44AB0-CWE",
      },
      { bytes: 0 },
    ]);
    expect(await read("board")).toMatchObject({
      serial: "L1HF0AB00CD",
      firmwareDate: "2024-01-31",
      uefi: true,
      secureBoot: true,
      tpmVersion: "2.0",
    });
  });

  test("has an NVMe disk with its wear, and a stick, in the order of their numbers", async () => {
    expect((await read("disks")).disks).toEqual([
      {
        name: "PHYSICALDRIVE0",
        model: "SAMSUNG MZVLB512HBJQ-000L7",
        serial: "0025_3888_01B1_2F3A",
        firmware: "5M2QEXF7",
        bytes: 512_105_932_800,
        kind: "ssd",
        bus: "nvme",
        health: DiskHealth.DISK_HEALTH_OK,
        wearPercent: 4,
        poweredHours: 3400,
      },
      expect.objectContaining({ name: "PHYSICALDRIVE1", kind: "removable", bus: "usb" }),
    ]);
  });

  test("shows that BitLocker is suspended, the volume in a folder, and no empty card reader", async () => {
    expect((await read("volumes")).volumes).toEqual([
      expect.objectContaining({
        mount: "C:",
        label: "Windows",
        filesystem: "ntfs",
        encryption: Encryption.ENCRYPTION_SUSPENDED,
        encryptionMethod: "BitLocker XTS-AES 128",
        uuid: "603eeb71-3202-4b56-86e9-46e56b970dce",
      }),
      expect.objectContaining({ mount: "C:\\Data", filesystem: "refs" }),
    ]);
  });

  test("has two network interfaces, the one without a cable without speed; miniports are none", async () => {
    expect((await read("network")).interfaces).toEqual([
      {
        name: "Ethernet",
        description: "Realtek PCIe GbE Family Controller",
        mac: "38:f3:ab:04:05:06",
        kind: "ethernet",
        addresses: [],
        gateways: [],
        dns: [],
        dhcp: true,
        up: false,
      },
      {
        name: "Wi-Fi",
        description: "Intel(R) Wi-Fi 6 AX201 160MHz",
        mac: "a4:6b:b6:01:02:03",
        kind: "wifi",
        addresses: ["192.0.2.10/23", "2001:db8::10/64", "fe80::2c1f:9a1f:dedd:699c/64"],
        gateways: ["192.0.2.1"],
        dns: ["192.0.2.2", "192.0.2.3"],
        dhcp: true,
        up: true,
        speedMbps: 867,
      },
    ]);
  });

  test("has a card with the memory its driver counts, a monitor, printers, a battery", async () => {
    expect(await read("graphics")).toEqual({
      cards: [
        {
          name: "Intel(R) Iris(R) Xe Graphics",
          manufacturer: "Intel Corporation",
          memoryBytes: 2_147_483_648,
          driverVersion: "30.0.101.1191",
        },
      ],
      monitors: [{ name: "ThinkVision", manufacturer: "Lenovo", serial: "V30AB1", year: 2021 }],
    });
    expect((await read("printers")).printers?.map(({ name, default: chosen }) => [name, chosen])).toEqual([
      ["HP LaserJet Pro", true],
      ["Microsoft Print to PDF", false],
    ]);
    expect((await read("batteries")).batteries).toEqual([
      { name: "5B10W13930", manufacturer: "SMP", serial: "1234", designMwh: 45_280, fullMwh: 41_230, cycles: 211 },
    ]);
    expect((await read("audio")).devices).toEqual([{ name: "Realtek(R) Audio", manufacturer: "Realtek" }]);
  });

  test("has programs of both views and of a user, but no updates, parts and hidden ones", async () => {
    expect((await read("software")).programs).toEqual([
      { name: "7-Zip 23.01 (x64)", version: "23.01", vendor: "Igor Pavlov", installedOn: "2024-01-15", source: "registry" },
      { name: "Açúcar Tool", version: "1.2", source: "registry32" },
      { name: "Chat", version: "4.35.121", vendor: "Chat Inc.", installedOn: "2026-03-01", source: "registry", user: "ana" },
    ]);
  });

  test("waits for a security update; the last one came in March", async () => {
    expect(await read("updates")).toMatchObject({
      pending: 2,
      critical: 1,
      lastInstalledOn: "2026-03-13",
      updates: [
        { id: "8f1c", critical: false },
        { id: "KB5036893", critical: true },
      ],
    });
  });

  test("has services; what a session started for itself is told by its template, and what ended by an error has failed", async () => {
    expect((await read("services")).services?.map(({ name, state, start }) => [name, state, start])).toEqual([
      ["AcmeSync", ServiceState.SERVICE_STATE_FAILED, "delayed"],
      ["CDPUserSvc", ServiceState.SERVICE_STATE_STOPPED, "auto"],
      ["Spooler", ServiceState.SERVICE_STATE_RUNNING, "auto"],
    ]);
  });

  test("names its administrators, those of the domain too, and who is signed in", async () => {
    expect(await read("users")).toEqual({
      users: [
        { name: "ACME\\Domain Admins", administrator: true },
        { name: "Administrator", administrator: true, disabled: true },
        { name: "ana", fullName: "Ana Lima", administrator: true, disabled: false },
      ],
      currentUser: "ACME\\ana",
    });
  });

  test("says which antivirus works, and that a domain's policy keeps the firewall on", async () => {
    expect(await read("security")).toEqual({
      antivirus: [
        { name: "Acme Shield", active: true, upToDate: true },
        { name: "Windows Defender", active: false, upToDate: true, version: "4.18.24010.12", definitionsOn: "2026-03-14" },
      ],
      firewalls: [
        { name: "Windows Defender Firewall", profile: "domain", active: true },
        { name: "Windows Defender Firewall", profile: "private", active: true },
      ],
    });
  });

  test("has licences with five characters of their keys, and a guest", async () => {
    expect((await read("licences")).licences).toEqual([
      { product: "Windows 11 Pro", channel: "oem", status: "licensed", lastFive: "8HVX7" },
      { product: "Office16O365ProPlusR_Subscription1", channel: "subscription", status: "grace", lastFive: "WB222" },
    ]);
    expect((await read("guests")).guests).toEqual([
      {
        name: "build",
        uuid: "0346a680-adf9-4b2c-8681-70e0d9c7f889",
        state: "stopped",
        hypervisor: "hyper-v",
        memoryBytes: 4_294_967_296,
        processors: 2,
      },
    ]);
  });
});

describe("without PowerShell and wmic", () => {
  const bare: Answers = { registry: laptop.registry };

  test("the registry still tells system, programs, network cards and printers", async () => {
    expect(await read("os", bare)).toMatchObject({ name: "Microsoft Windows 11 Pro", build: "22631.3447", rebootPending: true });
    expect((await read("software", bare)).programs).toHaveLength(3);
    expect((await read("network", bare)).interfaces).toEqual([
      {
        name: "Wi-Fi",
        description: "Intel(R) Wi-Fi 6 AX201 160MHz",
        kind: "wifi",
        addresses: ["192.0.2.10/23"],
        gateways: ["192.0.2.1"],
        dns: ["192.0.2.2", "192.0.2.3"],
        dhcp: true,
      },
    ]);
    expect((await read("printers", bare)).printers).toEqual([
      { name: "HP LaserJet Pro", port: "192.0.2.40", driver: "HP Universal Printing PCL 6", shared: true },
    ]);
    expect((await read("processors", bare)).processors).toMatchObject([{ threads: 2, maxMhz: 2803 }]);
    expect(await read("users", bare)).toEqual({ users: [{ name: "ana" }], currentUser: "ACME\\bia" });
  });

  test("a section that only WMI knows says so, and the antivirus is not called absent", async () => {
    await expect(read("disks", bare)).rejects.toThrow("Windows does not answer for Win32_DiskDrive");
    await expect(read("updates", bare)).rejects.toThrow("PowerShell");
    await expect(read("security", bare)).rejects.toMatchObject({ name: "ReadInPart", part: { antivirus: [] } });
  });

  test("wmic's answers are read, in Wine's tables too", async () => {
    // Captured from Wine 8, whose wmic prints UTF-16 behind what cmd.exe prints as bytes.
    const table = Buffer.from(
      "\ufeffManufacturer      Name                    \r\nThe Wine Project  Wine Audio Device       \r\n",
      "utf16le",
    );
    const wmic = `#class=Win32_BIOS \r\n\r\r\nSerialNumber=ABC123\r\r\n\r\r\n#class=Win32_SoundDevice \r\n${table.toString("utf8")}`;
    expect((await read("audio", { ...bare, wmic })).devices).toEqual([{ name: "Wine Audio Device", manufacturer: "The Wine Project" }]);
    expect(await read("system", { ...bare, wmic })).toMatchObject({ serial: "ABC123" });
  });

  test("a PowerShell that a policy forbids is told, unless wmic answers in its place", async () => {
    const forbidden: Answers = { ...bare, refusal: "This program is blocked by group policy" };
    await expect(read("audio", forbidden)).rejects.toThrow("blocked by group policy");
    expect(await read("os", forbidden)).toMatchObject({ build: "22631.3447" });
    const wmic = "#class=Win32_SoundDevice\n\nName=Speakers\nManufacturer=Acme\n";
    expect((await read("audio", { ...forbidden, wmic })).devices).toEqual([{ name: "Speakers", manufacturer: "Acme" }]);
  });
});
