// One machine's programs, page by page, out of its section: how a program came there and for whom stands only there.
import { AppError } from "../../errors.ts";
import type { InstalledProgram, InstalledQuery } from "./schemas.ts";

export interface InstalledPage {
  items: InstalledProgram[];
  nextCursor: string | null;
  total: number;
}

type Kept = Partial<InstalledProgram>;

/** Programs whose name or maker holds the text, by name. Throws INVALID_INPUT on a damaged cursor. */
export function pageOfPrograms(programs: readonly Kept[], { search = "", limit = 50, cursor }: InstalledQuery): InstalledPage {
  const wanted = search.trim().toLowerCase();
  const found = programs
    .filter(({ name = "", vendor = "" }) => name.toLowerCase().includes(wanted) || vendor.toLowerCase().includes(wanted))
    .map((program) => ({ key: keyOf(program), program }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const after = cursor === undefined ? "" : readCursor(cursor);
  const behind = found.filter(({ key }) => key > after);
  const shown = behind.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ program }) => whole(program)),
    nextCursor: last !== undefined && behind.length > limit ? Buffer.from(last.key).toString("base64url") : null,
    total: found.length,
  };
}

const whole = ({ name = "", version = "", vendor = "", installedOn = "", source = "", user = "" }: Kept): InstalledProgram => ({
  name,
  version,
  vendor,
  installedOn,
  source,
  user,
});

/** Every program's own place in the order. */
const keyOf = ({ name = "", version = "", source = "", user = "", vendor = "" }: Kept): string =>
  [name.toLowerCase().slice(0, 128), name, version, source, user, vendor].join("\u0001");

function readCursor(cursor: string): string {
  const key = Buffer.from(cursor, "base64url").toString();
  if (!key.includes("\u0001"))
    throw new AppError("INVALID_INPUT", "the cursor is not one of this list", {
      details: { fields: [{ field: "cursor", problem: "invalid" }] },
    });
  return key;
}
