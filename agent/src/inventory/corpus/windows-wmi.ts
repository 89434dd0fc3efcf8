// Windows' WMI classes as wmic printed them on systems from XP to 11: each parser is tried with the files of its class.
import { Encryption, type Printer } from "@vigia/protocol";
import { windowsDisks } from "../disks/windows.ts";
import { graphicsCards } from "../graphics/windows.ts";
import { hyperVGuests } from "../guests/windows.ts";
import { emptySlots, memorySlots } from "../memory/windows.ts";
import { wmiInterfaces } from "../network/windows.ts";
import { interfaceKind } from "../network/windows-kinds.ts";
import { wmiPrinters } from "../printers/windows.ts";
import { wmiProcessors } from "../processors/windows.ts";
import { parseRegistry } from "../sources/registry.ts";
import { Wmi } from "../sources/wmi.ts";
import { parseBlocks, type WmiAnswer } from "../sources/wmi-text.ts";
import { windowsSystem } from "../system/windows.ts";
import { clean } from "../text.ts";
import { lastInstalledOn } from "../updates/windows.ts";
import { currentUser, windowsUsers } from "../users/windows.ts";
import { windowsVolumes } from "../volumes/windows.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { captureText, differ, printed } from "./windows-text.ts";

const ofClass = (name: string) => (path: string) => path.startsWith("win32/wmi/") && path.endsWith(`-${name}.wmi`);
const noKeys = parseRegistry("");
/** What a system answered that knows these classes only. */
const wmiOf = (answers: Readonly<Record<string, string>>) =>
  new Wmi(new Map(Object.entries(answers).map(([name, text]): [string, WmiAnswer] => [name, { objects: parseBlocks(text) }])));
const filled = (values: readonly string[]) => values.filter((value) => value.trim() !== "");

/** Every line `Key=Value` of the text is the property of exactly one object, in the text's order. */
function everyProperty(text: string): string[] {
  const objects = parseBlocks(text);
  const printedOf = new Map<string, string[]>();
  for (const [, name = "", value = ""] of captureText(text).matchAll(/^([A-Za-z]\w*)=(.*)$/gm)) {
    const values = printedOf.get(name.toLowerCase()) ?? [];
    printedOf.set(name.toLowerCase(), [...values, value.replaceAll("&amp;", "&")]);
  }
  return [...printedOf].flatMap(([name, told]) => {
    const parsed = objects.map((object) => object.text(name));
    // An object without a property answers "" for it.
    return told.length === objects.length ? differ(name, parsed, told) : differ(name, filled(parsed), filled(told));
  });
}

export const windowsWmi: readonly CorpusParser[] = [
  {
    parser: "sources/wmi-text.ts",
    files: (path) => path.startsWith("win32/wmi/"),
    check: everyProperty,
  },
  {
    parser: "processors/windows.ts",
    files: ofClass("Win32_Processor"),
    check: (text) => {
      const processors = wmiProcessors(parseBlocks(text), noKeys);
      const cores = printed(text, "NumberOfCores").reduce((sum, value) => sum + Number(value), 0);
      const models = new Set(printed(text, "Name").map(clean));
      return [
        ...differ("cores", [processors.reduce((sum, processor) => sum + (processor.cores ?? 0), 0)], [cores]),
        ...differ("models", [...new Set(processors.map(({ model }) => model))], [...models]),
      ];
    },
  },
  {
    parser: "memory/windows.ts",
    files: ofClass("Win32_PhysicalMemory"),
    check: (text) => {
      const slots = memorySlots(parseBlocks(text));
      return [
        ...differ(
          "bytes",
          slots.map(({ bytes }) => String(bytes)),
          printed(text, "Capacity"),
        ),
        ...differ(
          "slots",
          slots.map(({ slot }) => slot),
          printed(text, "DeviceLocator").map(clean),
        ),
      ];
    },
  },
  {
    parser: "memory/windows.ts",
    files: ofClass("Win32_PhysicalMemoryArray"),
    check: (text) => {
      const system = /^Use=3$/m.test(captureText(text)) ? Number(printed(text, "MemoryDevices")[0]) : 1;
      return differ("empty slots beside one module", [emptySlots([{ bytes: 1 }], parseBlocks(text)).length], [system - 1]);
    },
  },
  {
    parser: "disks/windows.ts",
    files: ofClass("Win32_DiskDrive"),
    check: (text) => {
      const disks = windowsDisks(wmiOf({ Win32_DiskDrive: text }));
      const sizes = (values: readonly string[]) => filled(values).toSorted();
      return [
        ...differ("sizes", sizes(disks.map(({ bytes }) => String(bytes ?? ""))), sizes(printed(text, "Size"))),
        ...disks.flatMap(({ name }) => (captureText(text).includes(`DeviceID=\\\\.\\${name}`) ? [] : [`no drive is called ${name}`])),
        ...disks.flatMap(({ model }) => (captureText(text).includes(model ?? "?") ? [] : [`no drive is a ${model}`])),
      ];
    },
  },
  {
    parser: "volumes/windows.ts",
    files: ofClass("Win32_LogicalDisk"),
    check: (text) => {
      const letters = [...captureText(text).matchAll(/^DeviceID=(\w:)$(?:\n.+$)*?\nDriveType=3$/gm)].map((found) => found[1]);
      const volumes = windowsVolumes(wmiOf({ Win32_LogicalDisk: text }));
      const fixed = volumes.filter(({ mount }) => letters.includes(mount ?? ""));
      return [
        ...differ(
          "local disks",
          fixed.map(({ mount }) => mount),
          letters.toSorted(),
        ),
        ...volumes.flatMap(({ bytes }) =>
          bytes === undefined || printed(text, "Size").includes(String(bytes)) ? [] : [`no disk has ${bytes} bytes`],
        ),
      ];
    },
  },
  {
    parser: "volumes/windows.ts",
    files: ofClass("Win32_Volume"),
    check: (text) => {
      const drives = "DeviceID=C:\nDriveType=3\nFileSystem=NTFS\n";
      const [system, ...others] = windowsVolumes(wmiOf({ Win32_LogicalDisk: drives, Win32_Volume: text }));
      const id = /DeviceID=\\\\\?\\Volume\{([0-9a-f-]+)\}\\\nDirtyBitSet=\w*\nDriveLetter=C:/i.exec(captureText(text))?.[1];
      return [...differ("id of C:", [system?.uuid], [id]), ...differ("volumes in folders", others, [])];
    },
  },
  {
    parser: "volumes/windows.ts",
    files: ofClass("Win32_EncryptableVolume"),
    check: (text) => {
      const drives = "DeviceID=C:\nDriveType=3\nFileSystem=NTFS\n";
      const [system] = windowsVolumes(wmiOf({ Win32_LogicalDisk: drives, Win32_EncryptableVolume: text }));
      const on = /ProtectionStatus=1$/m.test(captureText(text)) && /ConversionStatus=1$/m.test(captureText(text));
      return differ("C: is encrypted", [system?.encryption === Encryption.ENCRYPTION_ON], [on]);
    },
  },
  {
    parser: "network/windows.ts",
    files: ofClass("Win32_NetworkAdapterConfiguration"),
    check: (text) => {
      const interfaces = wmiInterfaces(wmiOf({ Win32_NetworkAdapterConfiguration: text }));
      const blocks = captureText(text).split(/\n\s*\n/);
      const enabled = blocks.filter((block) => /^IPEnabled=TRUE$/m.test(block) && /^MACAddress=.+$/m.test(block));
      const macs = enabled.map((block) => /^MACAddress=(.+)$/m.exec(block)?.[1]?.toLowerCase() ?? "");
      const told = enabled.flatMap((block) =>
        [...(/^IPAddress=(.*)$/m.exec(block)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? ""),
      );
      const parsed = interfaces.flatMap(({ addresses }) => (addresses ?? []).map((address) => address.split("/")[0]));
      return [
        ...differ("hardware addresses", interfaces.map(({ mac }) => mac ?? "").toSorted(), macs.toSorted()),
        ...differ("addresses", parsed.toSorted(), told.toSorted()),
      ];
    },
  },
  {
    parser: "network/windows-kinds.ts",
    files: (path) => ofClass("Win32_NetworkAdapter")(path) || ofClass("MSFT_NetAdapter")(path),
    check: (text) =>
      parseBlocks(text).flatMap((adapter) => {
        const description = adapter.text("Name") || adapter.text("InterfaceDescription");
        const kind = interfaceKind({
          description: adapter.text("InterfaceDescription") || adapter.text("Description"),
          plugAndPlay: adapter.text("PNPDeviceID"),
          type: adapter.number("InterfaceType"),
          medium: adapter.number("NdisPhysicalMedium"),
        });
        const line = [adapter.text("Description"), adapter.text("InterfaceDescription"), adapter.text("DriverDescription")].join(" ");
        if (/wireless-?(?:ac|n)\b|wifi link/i.test(line) && !/virtual/i.test(line) && kind !== "wifi")
          return [`${description} is ${kind}, not wifi`];
        if (/gigabit|giga ethernet|fast ethernet/i.test(line) && kind !== "ethernet") return [`${description} is ${kind}, not ethernet`];
        if (/tap-win/i.test(line) && kind !== "tunnel") return [`${description} is ${kind}, not a tunnel`];
        return [];
      }),
  },
  {
    parser: "graphics/windows.ts",
    files: ofClass("Win32_VideoController"),
    check: (text) => {
      const cards = graphicsCards(parseBlocks(text), noKeys);
      return [
        ...differ(
          "cards",
          cards.map(({ name }) => name),
          printed(text, "Name").toSorted(),
        ),
        ...differ(
          "memory",
          cards.map(({ memoryBytes }) => String(memoryBytes ?? "")),
          printed(text, "AdapterRAM"),
        ),
      ];
    },
  },
  {
    parser: "users/windows.ts",
    files: ofClass("Win32_UserAccount"),
    check: (text) => {
      const users = windowsUsers(wmiOf({ Win32_UserAccount: text }));
      // Windows' own accounts 501, 503 and 504 are left out while they are disabled.
      const people = captureText(text)
        .split(/\n\s*\n/)
        .filter((block) => /^SID=/m.test(block) && !(/^SID=.*-50[134]$/m.test(block) && /^Disabled=TRUE$/m.test(block)));
      const names = people.map((block) => /^Name=(.*)$/m.exec(block)?.[1] ?? "");
      return differ(
        "accounts",
        users.map(({ name }) => name),
        names.map(clean).toSorted(),
      );
    },
  },
  {
    parser: "updates/windows.ts",
    files: ofClass("Win32_QuickFixEngineering"),
    check: (text) => {
      const days = filled(printed(text, "InstalledOn")).map((day) => {
        const [month = "", date = "", year = ""] = day.split("/");
        return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
      });
      return differ("newest day", [lastInstalledOn(parseBlocks(text), noKeys)], [days.toSorted().at(-1)]);
    },
  },
  {
    parser: "guests/windows.ts",
    files: ofClass("MSVM_ComputerSystem"),
    check: (text) => {
      const guests = hyperVGuests(wmiOf({ Msvm_ComputerSystem: text }));
      const ids = [...captureText(text).matchAll(/^Name=([0-9A-F]{8}-.*)$/gm)].map((found) => (found[1] ?? "").toLowerCase());
      const running = captureText(text)
        .split(/\n\s*\n/)
        .filter((block) => /^EnabledState=2$/m.test(block) && /^Name=[0-9A-F]{8}-/m.test(block));
      return [
        ...differ("ids", guests.map(({ uuid }) => uuid ?? "").toSorted(), ids.toSorted()),
        ...differ("running", [guests.filter(({ state }) => state === "running").length], [running.length]),
      ];
    },
  },
  {
    parser: "system/windows.ts",
    files: ofClass("Win32_ComputerSystem"),
    check: (text) => {
      const known = wmiOf({ Win32_ComputerSystem: text });
      const { manufacturer, model, virtual } = windowsSystem(known, noKeys);
      return [
        ...differ("maker and model", [manufacturer, model], [...printed(text, "Manufacturer"), ...printed(text, "Model")]),
        ...differ(
          "virtual",
          [virtual],
          printed(text, "HypervisorPresent").map((value) => value === "TRUE"),
        ),
        ...differ("user", [currentUser(known, noKeys)], printed(text, "UserName")),
      ];
    },
  },
  {
    parser: "printers/windows.ts",
    files: ofClass("CIM_LogicalDevice"),
    check: (text) => {
      const objects = parseBlocks(text).filter((object) => object.text("CreationClassName") === "Win32_Printer");
      const printers = wmiPrinters(objects);
      const blocks = captureText(text)
        .split(/\n\s*\n/)
        .filter((block) => /^CreationClassName=Win32_Printer$/m.test(block));
      const of = (property: string) => blocks.map((block) => new RegExp(`^${property}=(.*)$`, "m").exec(block)?.[1] ?? "").map(clean);
      const own = (key: keyof Printer) => printers.map((printer) => printer[key]);
      return [
        ...differ("names", own("name"), of("Name").toSorted()),
        ...differ("drivers", own("driver").toSorted(), of("DriverName").toSorted()),
        ...differ("default", [own("default").filter(Boolean).length], [of("Default").filter((value) => value === "TRUE").length]),
      ];
    },
  },
];
