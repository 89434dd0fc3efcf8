// Red Hat's and SUSE's packages, as rpm prints them with the format below.
import type { Program } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

export const RPM_FORMAT = "%{NAME}\\t%{ARCH}\\t%{VERSION}-%{RELEASE}\\t%{INSTALLTIME}\\t%{SIZE}\\t%{VENDOR}\\n";

/** Packages by line; the keys that rpm keeps among them are none. */
export function parseRpm(text: string): Program[] {
  const programs: Program[] = [];
  for (const line of text.split("\n")) {
    const [name = "", , version, installed, , vendor = ""] = line.split("\t");
    if (version === undefined || name === "gpg-pubkey") continue;
    programs.push({
      name: clean(name),
      version: clean(version),
      vendor: vendor === "(none)" ? "" : clean(vendor),
      installedOn: isoDate(Number(installed) * 1000),
      source: "rpm",
    });
  }
  return programs;
}
