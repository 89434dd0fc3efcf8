// Bitdefender, as its `bduitool get ps` prints its state: "Key: value" lines.
import type { Antivirus } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

export const BITDEFENDER_TOOL = "/opt/bitdefender-security-tools/bin/bduitool";

/** The product's state, or undefined when the text is something else. */
export function parseBduitool(text: string): Antivirus | undefined {
  const value = (key: string) => new RegExp(`^[ \\t-]*${key}:[ \\t]*(.*?)[ \\t]*$`, "m").exec(text)?.[1] ?? "";
  const version = value("Product version");
  if (version === "") return undefined;
  const status = value("Antimalware status");
  const waiting = value("New security content available");
  return {
    name: "Bitdefender Endpoint Security Tools",
    version: clean(version),
    ...(status === "" ? {} : { active: status === "On" }),
    ...(waiting === "" ? {} : { upToDate: waiting === "no" }),
    definitionsOn: isoDate(value("Last security content update").slice(0, 10)),
  };
}
