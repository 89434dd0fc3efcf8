// Snaps, as `snap list` prints them: a table whose columns are apart by two spaces or more.
import type { Program } from "@vigia/protocol";
import { clean } from "../text.ts";

/** Columns Name, Version, Rev, Tracking, Publisher, Notes. */
export function parseSnapList(text: string): Program[] {
  const [heading = "", ...rows] = text.split("\n");
  if (!heading.startsWith("Name")) return [];
  return rows.flatMap((row) => {
    const [name = "", version = "", , , publisher = ""] = row.trim().split(/\s+/);
    if (name === "") return [];
    // Verified publishers carry "**" or a tick, starred ones "*" or a star.
    return [
      {
        name: clean(name),
        version: clean(version),
        vendor: clean(publisher.replace(/[*\u2713\u272a]+$/u, "").replace(/^-$/, "")),
        source: "snap",
      },
    ];
  });
}
