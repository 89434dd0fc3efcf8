// Debian's packages: /var/lib/dpkg/status, read as it is. Its paragraphs hold "Field: value" lines; what is indented goes on.
import type { Program } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

/** Packages that are installed, kept configuration of removed ones left out. `dates` tells the day of installation by "name" or "name:arch". */
export function parseDpkgStatus(text: string, dates: ReadonlyMap<string, string> = new Map()): Program[] {
  const programs: Program[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.*)$`, "m").exec(paragraph)?.[1]?.trim() ?? "";
    // "WANTED FLAG STATE", e.g. "hold ok installed".
    if (field("Status").split(/\s+/)[2] !== "installed") continue;
    const name = clean(field("Package"));
    programs.push({
      name,
      version: clean(field("Version")),
      vendor: packager(field("Maintainer")),
      installedOn: dates.get(name) ?? dates.get(`${name}:${field("Architecture")}`) ?? "",
      source: "dpkg",
    });
  }
  return programs;
}

/** Day (UTC) by package of lines "NAME.list TAB SECONDS", which is when its list of files was written. */
export function parseDpkgDates(text: string): Map<string, string> {
  const dates = new Map<string, string>();
  for (const [, name = "", seconds = ""] of text.matchAll(/^(.+)\.list\t(\d+)(?:\.\d*)?$/gm))
    dates.set(name, isoDate(Number(seconds) * 1000));
  return dates;
}

/** "Debian Bash Team <bash@example.org>" without the address. */
function packager(maintainer: string): string {
  return clean(maintainer.replace(/\s*<[^>]*>\s*$/, "").replace(/^"(.*)"$/, "$1"));
}
