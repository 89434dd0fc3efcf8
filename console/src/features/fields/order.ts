// Order by position: which things need another one so that a thing moves by a place. Pure.

interface Ordered {
  readonly id: string;
  readonly position: number;
}

export interface Placed<Thing> {
  readonly thing: Thing;
  readonly position: number;
}

/** What to change so that the thing at `index` stands `by` places further on; nothing beyond the ends. */
export function moved<Thing extends Ordered>(things: readonly Thing[], index: number, by: -1 | 1): Placed<Thing>[] {
  const [thing, other] = [things[index], things[index + by]];
  if (thing === undefined || other === undefined) return [];
  const next = things.with(index, other).with(index + by, thing);
  return next.map((one, position) => ({ thing: one, position })).filter((one) => one.thing.position !== one.position);
}

/** Where a new thing stands: behind all others. */
export const behind = (things: readonly Ordered[]): number => Math.max(-1, ...things.map(({ position }) => position)) + 1;
