// Connections as they are counted when they are opened, whoever is at the other end.
import type { Admission } from "../../gateway/index.ts";
import { by, type Figure, plain } from "./figure.ts";

export function connectionFigures({ stats }: Pick<Admission, "stats">): Figure[] {
  return [
    plain("gauge", "connections_open", "Open connections of all kinds", () => stats().open),
    plain(
      "gauge",
      "connections_unproven",
      "Open connections that have not proven an agent: consoles and strangers",
      () => stats().strangers,
    ),
    by("limit", "counter", "connections_refused_total", "Connections refused before a word was read", () => stats().refused),
  ];
}
