// Where a warranty stands on a day; pure.

/** From this many days before its end a warranty is told to be ending. */
const ENDING_DAYS = 60;
const DAY_MS = 86_400_000;

export type Warranty =
  | { readonly state: "running"; readonly days: number }
  | { readonly state: "ending"; readonly days: number }
  /** `days` since its last day. */
  | { readonly state: "ended"; readonly days: number };

/** @param end its last day, YYYY-MM-DD @param today YYYY-MM-DD; undefined when no end was said */
export function warrantyOn(end: string | null | undefined, today: string): Warranty | undefined {
  if (end === null || end === undefined) return undefined;
  const days = Math.round((Date.parse(end) - Date.parse(today)) / DAY_MS);
  if (Number.isNaN(days)) return undefined;
  if (days < 0) return { state: "ended", days: -days };
  return { state: days <= ENDING_DAYS ? "ending" : "running", days };
}
