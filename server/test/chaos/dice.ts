// Seeded chance: the same seed, the same faults in the same order.

export interface Dice {
  /** A whole number from 0 to sides - 1. */
  roll(sides: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffle<T>(list: readonly T[]): T[];
}

/** mulberry32 from a whole number. */
export function createDice(seed: number): Dice {
  let state = seed;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) % sides;
  };
  return {
    roll,
    pick(list) {
      const [first] = list;
      if (first === undefined) throw new Error("nothing to pick from");
      return list[roll(list.length)] ?? first;
    },
    shuffle(list) {
      const left = [...list];
      const shuffled = [];
      while (left.length > 0) shuffled.push(...left.splice(roll(left.length), 1));
      return shuffled;
    },
  };
}
