// SentinelOne on macOS, as `sentinelctl status` prints it: indented "Key:   value" lines.
import type { Antivirus } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

export const SENTINELCTL = "/usr/local/bin/sentinelctl";

/** The product's state, or undefined when the text is something else. */
export function parseSentinelStatus(text: string): Antivirus | undefined {
  const value = (key: string) => new RegExp(`^\\s+${key}:[ \\t]+(\\S.*?)[ \\t]*$`, "m").exec(text)?.[1] ?? "";
  const version = value("Version");
  if (!/^Agent$/m.test(text) || version === "") return undefined;
  const protection = value("Protection");
  // "… versioned (120240430133940) …": the day its signatures were made stands behind the leading 1.
  const day = /versioned \(1(\d{8})\d{6}\)/.exec(value("staticSignatures"))?.[1];
  return {
    name: "SentinelOne",
    version: clean(version),
    ...(protection === "" ? {} : { active: protection === "enabled" && value("Agent Operational State") !== "disabled" }),
    definitionsOn: isoDate(day),
  };
}
