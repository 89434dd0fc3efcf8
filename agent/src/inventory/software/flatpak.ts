// Flatpaks, as `flatpak list` prints the columns below, and as they lie in the home of a user.
import type { Program } from "@vigia/protocol";
import { clean } from "../text.ts";

export const FLATPAK_COLUMNS = "application,branch,installation,name,version,origin";

/** Rows apart by tabs; those of the user who asks are his own. Where no version is told the branch stands for it. */
export function parseFlatpakList(text: string, user: string): Program[] {
  return text.split("\n").flatMap((row) => {
    const [id = "", branch, installation, name, version, origin] = row.split("\t");
    if (branch === undefined) return [];
    return [
      {
        name: clean(name) || clean(id),
        version: clean(version) || clean(branch),
        vendor: clean(origin),
        source: "flatpak",
        user: installation === "user" ? user : "",
      },
    ];
  });
}
