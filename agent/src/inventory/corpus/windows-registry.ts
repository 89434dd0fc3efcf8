// Exports of Windows' registry from XP to 11, put into the form in which reg.exe prints them: each parser is tried with its keys.
import { graphicsCards } from "../graphics/windows.ts";
import { registryLicences } from "../licences/windows.ts";
import { connectionNames } from "../network/windows-registry.ts";
import { registryProcessors } from "../processors/windows.ts";
import { windowsFirewalls } from "../security/windows.ts";
import { windowsPrograms } from "../software/windows.ts";
import { parseRegistry, type Registry } from "../sources/registry.ts";
import { KEYS } from "../sources/registry-keys.ts";
import { Wmi } from "../sources/wmi.ts";
import { parseBlocks } from "../sources/wmi-text.ts";
import { clean } from "../text.ts";
import { currentUser } from "../users/windows.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { asRegQuery, captureText, differ, exportedKeys } from "./windows-text.ts";

const named = (pattern: RegExp) => (path: string) => path.startsWith("win32/registry/") && pattern.test(path);
const registryOf = (text: string): Registry => parseRegistry(asRegQuery(text));
/** Strings of a value wherever it is exported, in the text's order. */
const exported = (text: string, name: string) =>
  [...captureText(text).matchAll(new RegExp(`^"${name}"="((?:[^"\\\\]|\\\\.)*)"`, "gm"))].map((found) =>
    (found[1] ?? "").replace(/\\(.)/g, "$1"),
  );

export const windowsRegistry: readonly CorpusParser[] = [
  {
    parser: "sources/registry.ts",
    files: named(/\.reg$/),
    check: (text) => {
      const parsed = registryOf(text);
      const told = exportedKeys(text);
      const paths = new Set(told.map(({ path }) => path.toLowerCase()));
      const wrong = told.filter(
        ({ path, values }) => (parsed.key(path)?.values.size ?? -1) < Math.min(values, 1) || (parsed.key(path)?.values.size ?? 0) > values,
      );
      return [...differ("keys", [parsed.size], [paths.size]), ...wrong.map(({ path, values }) => `${path} has ${values} values`)];
    },
  },
  {
    parser: "processors/windows.ts",
    files: named(/CentralProcessor\.reg$/),
    check: (text) => {
      const processors = registryProcessors(registryOf(text));
      const names = exported(text, "ProcessorNameString").map(clean);
      return [
        ...differ(
          "models",
          processors.map(({ model }) => model),
          [...new Set(names)],
        ),
        ...differ("logical processors", [processors.reduce((sum, { threads }) => sum + (threads ?? 0), 0)], [names.length]),
      ];
    },
  },
  {
    parser: "network/windows-registry.ts",
    files: named(/-Network\.reg$/),
    check: (text) => {
      const connections = [...captureText(text).matchAll(/\\\{4D36E972-[^\]]*\\Connection\]\n(?:"[^\n]*\n)*?"Name"="([^"]*)"/gi)].map(
        (found) => clean(found[1]),
      );
      return differ("connections", [...connectionNames(registryOf(text)).values()].toSorted(), connections.toSorted());
    },
  },
  {
    parser: "security/windows.ts",
    files: named(/(?:Domain|Standard)Profile\.reg$/),
    check: (text, file) => {
      const on = /^"EnableFirewall"=dword:00000001$/m.test(captureText(text));
      const profile = /Domain/.test(file) ? "domain" : "private";
      return differ("firewalls", windowsFirewalls(registryOf(text)), [{ name: "Windows Defender Firewall", profile, active: on }]);
    },
  },
  {
    parser: "users/windows.ts",
    files: named(/LogonUI\.reg$/),
    check: (text) => {
      const [last = ""] = exported(text, "LastLoggedOnSAMUser");
      return differ("last user", [currentUser(new Wmi(new Map()), registryOf(text))], [last.replace(/^\.\\/, "")]);
    },
  },
  {
    parser: "software/windows.ts",
    files: named(/Uninstall\.reg$/),
    check: (text) => {
      const programs = windowsPrograms(registryOf(text), KEYS.uninstall, "registry");
      return [
        ...differ(
          "names",
          programs.map(({ name }) => name),
          exported(text, "DisplayName"),
        ),
        ...differ(
          "versions",
          programs.map(({ version }) => version),
          exported(text, "DisplayVersion"),
        ),
      ];
    },
  },
  {
    parser: "licences/windows.ts",
    files: named(/office_.*\.reg$/),
    check: (text) => {
      const licences = registryLicences(registryOf(text));
      const keys = captureText(text).match(/^"DigitalProductID"=hex:/gm)?.length ?? 0;
      return [
        ...differ("keys", [licences.length], [keys]),
        ...licences.flatMap(({ lastFive }) =>
          /^[2-9BCDFGHJKMNPQRTVWXY]{5}$/.test(lastFive ?? "") ? [] : [`${lastFive} is no part of a key`],
        ),
      ];
    },
  },
  {
    parser: "graphics/windows.ts",
    files: named(/4d36e968-.*\.reg$/i),
    check: (text) => {
      const card = [...captureText(text).matchAll(/"DriverDesc"="(AMD[^"]*|NVIDIA[^"]*)"/g)].map((found) => found[1] ?? "").at(-1) ?? "";
      const memory = [...captureText(text).matchAll(/qwMemorySize"=hex\(b\):([0-9a-f,]+)/g)].map((found) =>
        (found[1] ?? "").split(",").toReversed().join(""),
      );
      const [parsed] = graphicsCards(parseBlocks(`Name=${card}\nAdapterRAM=4293918720\n`), registryOf(text));
      return differ("memory", [parsed?.memoryBytes], [Number.parseInt(memory.at(-1) ?? "", 16)]);
    },
  },
];
