// Updates of Red Hat's systems as dnf and yum list them, and those of them that their advisories call security.
import type { PendingUpdate } from "@vigia/protocol";
import { clean } from "../text.ts";

/** Only what is cached: the inventory loads nothing. */
export const DNF_LIST = ["-C", "-q", "list", "--upgrades"];
export const YUM_LIST = ["-C", "-q", "list", "updates"];
export const DNF_SECURITY = ["-C", "-q", "updateinfo", "list", "--security"];
export const YUM_SECURITY = ["-C", "-q", "updateinfo", "list", "security"];

/** `list` prints "NAME.ARCH VERSION REPOSITORY", long ones over two lines; `security` "ADVISORY SEVERITY NAME-VERSION.ARCH". */
export function parseDnf(list: string, security: string): PendingUpdate[] {
  const mended = new Set([...security.matchAll(/^\S+\s+\S+\s+(\S+-[^-\s]+-[^-\s]+)\.\w+(?:\s|$)/gm)].map(([, package_]) => package_));
  const rows = [...list.replace(/\n[ \t]+/g, " ").matchAll(/^(\S+)\.(\w+)[ \t]+(\S+)[ \t]+(\S+)[ \t]*$/gm)];
  return rows.map(([, name = "", , version = ""]) => ({
    id: clean(name),
    title: "",
    version: clean(version),
    // Advisories leave the epoch out or put it before the name's version.
    critical: mended.has(`${name}-${version}`) || mended.has(`${name}-${version.replace(/^\d+:/, "")}`),
  }));
}
