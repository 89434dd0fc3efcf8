// Captures of Linux hardware: what firmware, kernel and smartctl printed on machines of many makers and years.
import { parseOsRelease } from "../../host-facts/linux.ts";
import { parseSmartctl } from "../disks/smartctl.ts";
import { memorySlots } from "../memory/slots.ts";
import { parseProcessors } from "../processors/cpuinfo.ts";
import { parseDmidecode } from "../sources/dmi-text.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { differences } from "./differences.ts";

const isDmidecode = (path: string) => path.startsWith("generic/dmidecode/") && !path.endsWith(".txt");

/** The text of each structure, cut at its handle: a way to the same facts that does not pass the parser. */
const blocks = (text: string) => text.split(/^(?=\s*Handle 0x)/m).slice(1);

const expectSame = (what: string, found: unknown, visible: unknown) => differences([[what, found, visible]]);

function checkDmi(text: string): string[] {
  const found = parseDmidecode(text);
  const types = [...text.matchAll(/DMI type (\d+),/g)].map(([, type]) => Number(type));
  const problems = expectSame(
    "types",
    found.map(({ type }) => type),
    types,
  );
  for (const [type, title, field] of [
    [0, "BIOS Information", "Version"],
    [1, "System Information", "Product Name"],
    [1, "System Information", "Serial Number"],
    [2, "Base Board Information", "Product Name"],
    [3, "Chassis Information", "Type"],
  ] as const) {
    const block = blocks(text).find((part) => new RegExp(`^\\s*${title}\\s*$`, "m").test(part)) ?? "";
    const visible = new RegExp(`^\\s+${field}:[ \\t]*(\\S.*?)\\s*$`, "m").exec(block)?.[1];
    problems.push(...expectSame(`${title} ${field}`, found.find((each) => each.type === type)?.fields.get(field), visible));
  }
  return types.length === 0 ? ["no structure is visible"] : problems;
}

function checkSlots(text: string): string[] {
  const devices = blocks(text).filter((block) => /^\s*Memory Device\s*$/m.test(block) && !/^\s*Type: Flash\s*$/m.test(block));
  const modules = devices.flatMap((block) => {
    const [, count, unit] = /^\s*Size:\s*(\d+) (MB|GB)/m.exec(block) ?? [];
    return count === undefined ? [] : [{ bytes: Number(count) * (unit === "GB" ? 2 ** 30 : 2 ** 20), block }];
  });
  const slots = memorySlots(parseDmidecode(text));
  const filled = slots.filter(({ bytes }) => bytes !== 0);
  const problems = [
    ...expectSame("slots", slots.length, devices.length),
    ...expectSame(
      "modules",
      filled.map(({ bytes }) => bytes),
      modules.map(({ bytes }) => bytes),
    ),
  ];
  for (const [at, { serial, partNumber, type }] of filled.entries())
    for (const value of [serial, partNumber, type])
      if (value && !(modules[at]?.block ?? "").replace(/\s+/g, " ").includes(value)) problems.push(`${value} is not in its block`);
  return problems;
}

function checkProcessors(text: string): string[] {
  const found = parseProcessors(text);
  const ids = new Set([...text.matchAll(/^physical id\s*: (\d+)/gm)].map(([, id]) => id));
  const threads = [...text.matchAll(/^processor\s*: \d+/gm)].length;
  return [
    ...expectSame("packages", found.length, Math.max(1, ids.size)),
    ...expectSame(
      "threads",
      found.reduce((sum, each) => sum + (each.threads ?? 0), 0),
      threads,
    ),
    ...found
      .filter(({ model }) => !model || !text.replace(/[ \t]+/g, " ").includes(model))
      .map(({ model }) => `model ${model} is not in the text`),
  ];
}

/** Dumps hold the reports of several disks as 'smartctl-sda' => '…'. */
function reports(text: string, file: string): string[] {
  if (!file.endsWith(".dump")) return [text];
  return [...text.matchAll(/^\s*'smartctl-[^']+' => '((?:[^'\\]|\\.)*)'/gm)].map(([, report = ""]) => report);
}

function checkSmartctl(text: string, file: string): string[] {
  return reports(text, file).flatMap((report) => {
    const facts = parseSmartctl(report);
    const line = (pattern: string) => new RegExp(`^(?:${pattern}):\\s*(\\S.*?)\\s*$`, "im").exec(report)?.[1];
    const squeezed = (value: string | undefined) => value?.replace(/\s+/g, " ");
    const digits = line("User Capacity|Total NVM Capacity|Namespace 1 Size/Capacity")
      ?.split(/bytes|\[/)[0]
      ?.replace(/\D/g, "");
    return [
      ...expectSame("model", facts.model, squeezed(line("Device Model|Model Number|Product"))),
      ...expectSame("serial", facts.serial, squeezed(line("Serial number"))),
      ...expectSame("firmware", facts.firmware, squeezed(line("Firmware Version|Revision"))),
      // One drive without a medium claims to hold more than there are bytes in the world.
      ...expectSame("bytes", facts.bytes, digits && Number(digits) < 2 ** 53 ? Number(digits) : undefined),
      ...expectSame("spins", facts.kind === "hdd", /^Rotation Rate:\s*\d+ rpm/im.test(report)),
    ];
  });
}

function checkOsRelease(text: string): string[] {
  const found = parseOsRelease(text);
  return ["NAME", "VERSION_ID", "ID"].flatMap((name) => {
    const visible = new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1]?.replace(/^"|"$/g, "");
    return expectSame(name, found.get(name), visible);
  });
}

export const linuxHardware: readonly CorpusParser[] = [
  {
    parser: "sources/dmi-text.ts",
    files: (path) => isDmidecode(path) || /^generic\/batteries\/\w+\/dmidecode_\d\.txt$/.test(path),
    check: checkDmi,
  },
  { parser: "memory/slots.ts", files: isDmidecode, check: checkSlots },
  { parser: "processors/cpuinfo.ts", files: (path) => path.startsWith("linux/proc/cpuinfo/"), check: checkProcessors },
  {
    parser: "disks/smartctl.ts",
    files: (path) => path.startsWith("linux/smartctl/") || /^linux\/storages\/.*\.dump$/.test(path),
    check: checkSmartctl,
  },
  { parser: "../host-facts/linux.ts", files: (path) => path.startsWith("linux/distro/os-release-"), check: checkOsRelease },
];
