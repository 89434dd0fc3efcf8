// Packages and protection of Linux over the captures: counts, names and days are taken from the text by other means than the parsers'.
import { parseBduitool } from "../security/bitdefender.ts";
import { parseFlatpakList } from "../software/flatpak.ts";
import { parseRpm } from "../software/rpm.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { differences } from "./differences.ts";

export const linuxSoftware: readonly CorpusParser[] = [
  {
    parser: "software/rpm.ts",
    files: (path) => path === "linux/packaging/rpm",
    check: (text) => {
      const programs = parseRpm(text);
      const stamps = text.match(/\t1[0-9]{9}\t/g) ?? [];
      const seconds = Number(stamps.at(-1));
      return differences([
        ["packages", programs.length, stamps.length],
        ["those of Mageia", programs.filter(({ vendor }) => vendor === "Mageia.Org").length, text.split("\tMageia.Org\t").length - 1],
        ["first name", programs[0]?.name, text.slice(0, text.indexOf("\t"))],
        ["last day", programs.at(-1)?.installedOn, new Date(seconds * 1000).toISOString().slice(0, 10)],
        ["releases kept", programs.every(({ version }) => version?.includes("-")), true],
      ]);
    },
  },
  {
    parser: "software/flatpak.ts",
    files: (path) => path === "linux/packaging/flatpak",
    check: (text) => {
      const programs = parseFlatpakList(text, "ana");
      return differences([
        ["programs", programs.length, text.match(/^\S/gm)?.length],
        ["programs of one user", programs.filter(({ user }) => user === "ana").length, text.match(/\tuser\t/g)?.length],
        ["names all there", programs.every(({ name }) => text.includes(`\t${name}\n`)), true],
      ]);
    },
  },
  {
    parser: "security/bitdefender.ts",
    files: (path) => path.startsWith("linux/antivirus/bduitool-"),
    check: (text, file) => {
      const product = parseBduitool(text);
      return differences([
        ["version, of the file's name", product?.version, file.slice(file.lastIndexOf("-") + 1)],
        ["active", product?.active, text.includes("Antimalware status: On")],
        ["current", product?.upToDate, text.includes("New security content available: no")],
        [
          "day of definitions is in the text",
          product?.definitionsOn !== "" && text.includes(`content update: ${product?.definitionsOn} `),
          true,
        ],
      ]);
    },
  },
];
