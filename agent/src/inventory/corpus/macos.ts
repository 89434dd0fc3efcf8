// macOS over the captures: lists of system_profiler in XML, ifconfig, sysctl, frame buffers and protection. What the texts say is counted by
// searching them for their marks.
import { disksOf } from "../disks/darwin.ts";
import { parseIoregMonitors } from "../graphics/ioreg.ts";
import { parseIfconfig } from "../network/ifconfig.ts";
import { processorsOf } from "../processors/darwin.ts";
import { parseFirewallState } from "../security/darwin.ts";
import { parseSentinelStatus } from "../security/sentinelone.ts";
import { applications } from "../software/darwin.ts";
import { parsePlist } from "../sources/plist.ts";
import { parseProfile } from "../sources/profiler.ts";
import { parseSysctl } from "../sources/sysctl.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { differences } from "./differences.ts";

const PROFILES = "macos/system_profiler/";
const isXmlProfile = (path: string) => path.startsWith(PROFILES) && /(?:-xml|\.xml)$/.test(path);
const byNumber = (a = "", b = "") => Number(a.slice("disk".length)) - Number(b.slice("disk".length));
const byName = (a: string, b: string) => (a < b ? -1 : 1);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, value = ""]) => value);

/** Keys, texts and numbers at any depth of a property list. */
function leaves(value: unknown): { keys: number; texts: number; numbers: number } {
  const sum = { keys: 0, texts: 0, numbers: 0 };
  const rest = [value];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === "number") sum.numbers++;
    else if (typeof next === "string") sum.texts++;
    else if (Array.isArray(next)) rest.push(...(next as unknown[]));
    else if (typeof next === "object" && next !== null) {
      sum.keys += Object.keys(next).length;
      rest.push(...Object.values(next));
    }
  }
  return sum;
}

/** The text after `<key>NAME</key>` in one dictionary's piece of a property list. */
const saidOf = (piece: string, key: string) =>
  new RegExp(`<key>${key}</key>\\s*<(?:string|integer)>([^<]*)<`).exec(piece)?.[1]?.trim().replace(/\s+/g, " ");

export const macos: readonly CorpusParser[] = [
  {
    parser: "sources/plist.ts",
    files: isXmlProfile,
    check: (text) => {
      const read = leaves(parsePlist(text));
      return differences([
        ["keys", read.keys, all(text, /<(key)>/g).length],
        ["texts", read.texts, all(text, /<(string|date|data)\/?>/g).length],
        ["numbers", read.numbers, all(text, /<(integer|real)>/g).length],
      ]);
    },
  },
  {
    parser: "disks/darwin.ts",
    files: (path) => isXmlProfile(path) && /SP(?:SerialATA|USB|CardReader)DataType/.test(path),
    check: (text) => {
      const disks = disksOf(parseProfile(text));
      const pieces = text.split(/(?=<key>_name<\/key>)/).filter((piece) => /<key>bsd_name<\/key>\s*<string>disk\d+</.test(piece));
      return differences([
        ["disks", disks.map(({ name }) => name), pieces.map((piece) => saidOf(piece, "bsd_name")).toSorted(byNumber)],
        ...disks.flatMap(({ name, model, serial, bytes, health }) => {
          const piece = pieces.find((each) => saidOf(each, "bsd_name") === name) ?? "";
          const checked = health === undefined ? undefined : "Verified";
          const [status] = [saidOf(piece, "smart_status")].filter((said) => said !== "Not Supported");
          return [
            [`${name}: model`, model, saidOf(piece, "device_model") ?? saidOf(piece, "_name")],
            [`${name}: serial number`, serial, saidOf(piece, "device_serial") ?? saidOf(piece, "d_serial_num") ?? ""],
            [`${name}: bytes`, bytes === undefined ? undefined : String(bytes), saidOf(piece, "size_in_bytes")],
            [`${name}: health`, checked, status],
          ] as const;
        }),
      ]);
    },
  },
  {
    parser: "software/darwin.ts",
    files: (path) => isXmlProfile(path) && path.includes("SPApplicationsDataType"),
    check: (text) => {
      const programs = applications(parseProfile(text), []);
      const paths = all(text, /<key>path<\/key>\s*<string>([^<]*)</g);
      const own = paths.filter((path) => /^\/(?:System\/)?Applications\//.test(path) && !path.includes(".app/"));
      const names = new Set(
        all(text, /<key>_name<\/key>\s*<string>([^<]*)</g).map((name) => name.replace(/&amp;/g, "&").replace(/\s+/g, " ").trim()),
      );
      const people = all(text, /<key>path<\/key>\s*<string>\/Users\/(?!Shared)([^/<]+)\/(?!Library\/|\.)[^<]*</g);
      return differences([
        ["there are those in Applications", programs.filter(({ user }) => user === "").length >= own.length * 0.9, own.length > 0],
        ["no helpers of the system", programs.length <= paths.length / 2, true],
        ["names are in the text", programs.filter(({ name }) => !names.has(name ?? "")).map(({ name }) => name), []],
        [
          "people",
          [...new Set(programs.map(({ user }) => user ?? "").filter(Boolean))].toSorted(byName),
          [...new Set(people)].toSorted(byName),
        ],
      ]);
    },
  },
  {
    parser: "network/ifconfig.ts",
    files: (path) => /^macos\/ifconfig\/(?!.*networksetup)|^generic\/ifconfig\/dragonfly/.test(path),
    check: (text) => {
      const interfaces = parseIfconfig(text);
      return differences([
        ["names", interfaces.map(({ name }) => name), all(text, /^(\w+): flags=/gm)],
        ["hardware addresses", interfaces.map(({ mac }) => mac).filter(Boolean), all(text.toLowerCase(), /\bether ([0-9a-f:]{17})/g)],
        ["active", interfaces.filter(({ up }) => up).length, all(text, /status: (active)/g).length],
        [
          "addresses",
          interfaces.flatMap(({ addresses }) => addresses).filter((cidr) => cidr.includes(".")).length,
          all(text, /inet (\d+\.)/g).length,
        ],
      ]);
    },
  },
  {
    parser: "processors/darwin.ts",
    files: (path) => path.startsWith("macos/sysctl/"),
    check: (text) => {
      const [one] = processorsOf(parseSysctl(text));
      return differences([
        ["model", one?.model, /brand_string: (.*)/.exec(text)?.[1]?.replace(/ +/g, " ")],
        ["cores", String(one?.cores), /cpu\.core_count: (\d+)/.exec(text)?.[1]],
        ["threads", String(one?.threads), /cpu\.thread_count: (\d+)/.exec(text)?.[1]],
        ["maker", one?.manufacturer, text.includes("GenuineIntel") ? "Intel" : undefined],
      ]);
    },
  },
  {
    parser: "graphics/ioreg.ts",
    files: (path) => /^macos\/ioreg\/Apple/.test(path),
    check: (text) => {
      const monitors = parseIoregMonitors(text);
      return differences([
        ["monitors", monitors.length, all(text, /("ProductName"="|"IODisplayEDID" = <00ffffff)/g).filter((mark) => mark !== "").length],
        ["serial numbers", monitors.map(({ serial }) => serial).filter(Boolean), all(text, /"AlphanumericSerialNumber"="([^"]+)"/g)],
        ["widths", monitors.every(({ width }) => width !== undefined), true],
      ]);
    },
  },
  {
    parser: "security/sentinelone.ts",
    files: (path) => /^macos\/antivirus\/sentinelone-.*-status$/.test(path),
    check: (text, file) => {
      const product = parseSentinelStatus(text);
      return differences([
        ["version, of the file's name", product?.version, /-([\d.]+)-status$/.exec(file)?.[1]],
        ["active", product?.active, /Protection: +enabled/.test(text)],
        ["day of definitions", product?.definitionsOn?.replaceAll("-", ""), /staticSignatures:.*\(1(\d{8})/.exec(text)?.[1]],
      ]);
    },
  },
  {
    parser: "security/darwin.ts",
    files: (path) => path.startsWith("macos/firewall/"),
    check: (text) => differences([["filters", parseFirewallState(text), text.trim() !== "0"]]),
  },
];
