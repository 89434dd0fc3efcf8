// Microsoft Defender for Endpoint on Linux and macOS, as `mdatp health` prints its state: "key : value" lines, texts in quotes.
import type { Antivirus } from "@vigia/protocol";
import { clean, isoDate } from "../text.ts";

/** The product's state, or undefined when the text is something else. */
export function parseMdatpHealth(text: string): Antivirus | undefined {
  const value = (key: string) => new RegExp(`^${key}[ \\t]*:[ \\t]*"?([^"\\n]*?)"?[ \\t]*(?:\\[.*)?$`, "m").exec(text)?.[1] ?? "";
  const version = value("app_version");
  if (version === "") return undefined;
  const status = value("definitions_status");
  const guard = value("real_time_protection_enabled");
  // "Jul 20, 2023 at 12:00:00 PM"
  const [day] = /^[A-Z][a-z]{2} \d{1,2}, \d{4}/.exec(value("definitions_updated")) ?? [];
  return {
    name: "Microsoft Defender for Endpoint",
    version: clean(version),
    ...(/^(?:true|false)/.test(guard) ? { active: guard.startsWith("true") } : {}),
    ...(status === "" || status === "unknown" ? {} : { upToDate: status === "up_to_date" }),
    definitionsOn: day === undefined ? "" : isoDate(Date.parse(`${day} UTC`)),
  };
}
