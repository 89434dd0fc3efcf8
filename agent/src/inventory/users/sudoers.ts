// Who may do everything by sudo: the lines of /etc/sudoers that grant all commands, as root, on this machine.

export interface Grants {
  readonly users: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

const SPECIFICATION = /^(.+?)\s+(\S+)\s*=\s*(?:\(([^)]*)\)\s*)?((?:[A-Z_]+:\s*)*)(.+)$/;

/** Reads `text` of one or several sudoers files. Rules that grant only some commands, or as others than root, count for nothing. */
export function parseSudoers(text: string): Grants {
  const users = new Set<string>();
  const groups = new Set<string>();
  const aliases = new Map<string, string[]>();
  const lines = text
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => line.replace(/#(?!\d).*$/, "").trim());
  for (const line of lines) {
    const alias = /^User_Alias\s+([A-Z][A-Z0-9_]*)\s*=\s*(.+)$/.exec(line);
    if (alias?.[1] !== undefined) aliases.set(alias[1], names(alias[2]));
  }
  for (const line of lines) {
    if (/^(?:Defaults|[A-Z][a-z]+_Alias|@include)/.test(line)) continue;
    const [, who, , as = "root", , commands] = SPECIFICATION.exec(line) ?? [];
    if (!/^(?:ALL|root)$/.test(as.split(":")[0]?.trim() || "root") || !/^ALL\s*(?:,|$)/.test(commands ?? "")) continue;
    for (const name of names(who).flatMap((each) => aliases.get(each) ?? [each])) {
      if (name.startsWith("%")) groups.add(name.slice(1));
      else users.add(name);
    }
  }
  return { users, groups };
}

/** Names apart by commas; a name may be in quotes and hold escaped spaces. */
function names(list = ""): string[] {
  return list
    .split(",")
    .map((name) =>
      name
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .replaceAll("\\ ", " "),
    )
    .filter((name) => name !== "");
}
