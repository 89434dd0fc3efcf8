// Updates of SUSE's systems: patches, or packages where the distribution has no patches, as zypper prints them in XML.
import type { PendingUpdate } from "@vigia/protocol";
import { clean } from "../text.ts";

/** Only what is cached: the inventory loads nothing. */
export const ZYPPER_PATCHES = ["--non-interactive", "--no-refresh", "--xmlout", "list-patches"];
export const ZYPPER_UPDATES = ["--non-interactive", "--no-refresh", "--xmlout", "list-updates"];

export function parseZypper(xml: string): PendingUpdate[] {
  return [...xml.matchAll(/<update\s([^>]*)>([\s\S]*?)<\/update>/g)].map(([, attributes = "", inner = ""]) => {
    const value = (name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    return {
      id: clean(value("name")),
      title: clean(/<summary>([^<]*)<\/summary>/.exec(inner)?.[1]?.replaceAll("&quot;", '"').replaceAll("&amp;", "&")),
      version: clean(value("edition")),
      critical: value("category") === "security" || value("severity") === "critical",
    };
  });
}
