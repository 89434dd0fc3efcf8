// Monitors' EDIDs over the captures. Facts are found by other ways than the parser's: names by searching the bytes for the descriptors'
// marks, widths and years by arithmetic on the published places.
import { parseEdid } from "../graphics/edid.ts";
import type { CorpusParser } from "./corpus-parser.ts";
import { differences } from "./differences.ts";

/** Text of the descriptor with this tag, e.g. "fc"; undefined when there is none. Tried at the start of each of the four. */
function descriptor(hex: string, tag: string): string | undefined {
  const found = [108, 144, 180, 216].map((at) => hex.slice(at, at + 36)).find((block) => block.startsWith(`000000${tag}00`));
  if (found === undefined) return undefined;
  const text = Buffer.from(found.slice(10), "hex").toString("latin1").split("\n", 1).join("");
  return text
    .replace(/[^\x20-\x7e]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

export const monitors: readonly CorpusParser[] = [
  {
    parser: "graphics/edid.ts",
    bytes: true,
    files: (path) => path.startsWith("generic/edid/"),
    check: (text) => {
      const edid = Buffer.from(text, "latin1");
      const hex = edid.toString("hex");
      const monitor = parseEdid(edid);
      const name = descriptor(hex, "fc");
      const serial = descriptor(hex, "ff");
      const year = Number.parseInt(hex.slice(34, 36), 16);
      const plausible = (monitor?.tenthsOfInch ?? 170) >= 50 && (monitor?.tenthsOfInch ?? 170) <= 1000;
      return differences([
        ["read at all", monitor !== undefined, true],
        ["name", name ? monitor?.name : "", name ?? ""],
        [
          "serial number is one of the text",
          !monitor?.serial || !serial || monitor.serial === serial || /^\d+$/.test(monitor.serial),
          true,
        ],
        ["year", monitor?.year ?? 1990, 1990 + year],
        ["maker", (monitor?.manufacturer ?? "") !== "", true],
        ["size is one of a screen", plausible, true],
        ["lines are fewer than columns", (monitor?.height ?? 0) <= (monitor?.width ?? 0), true],
      ]);
    },
  },
];
