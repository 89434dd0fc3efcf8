// How well what was typed fits a name: letters in order, better at the starts of words and in a row.

const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A score from 1 upward, or 0 when the letters do not occur in this order. An empty query fits everything. */
export function fuzzyScore(query: string, name: string): number {
  const wanted = plain(query.trim());
  if (wanted === "") return 1;
  const text = plain(name);
  const whole = text.indexOf(wanted);
  if (whole >= 0) return 1000 - Math.min(whole, 400) + (whole === 0 ? 500 : 0) + (text[whole - 1] === " " ? 200 : 0);
  let score = 0;
  let from = 0;
  for (const letter of wanted) {
    if (letter === " ") continue;
    const at = text.indexOf(letter, from);
    if (at < 0) return 0;
    score += at === 0 || text[at - 1] === " " ? 12 : at === from ? 6 : 1;
    from = at + 1;
  }
  return score;
}

/** The items that fit, best first; equal ones keep their order. */
export function rank<Item>(query: string, items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items
    .map((item, order) => ({ item, order, score: fuzzyScore(query, nameOf(item)) }))
    .filter((each) => each.score > 0)
    .sort((left, right) => right.score - left.score || left.order - right.order)
    .map((each) => each.item);
}
