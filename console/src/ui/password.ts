// A live hint, not a verdict: the server decides. It counts what a guesser would have to try.

export const LEAST_CHARACTERS = 12;
export type Strength = "short" | "weak" | "fair" | "strong";

/** How hard a password looks; words it shares with the person's own details do not count. */
export function strengthOf(password: string, details: readonly string[]): Strength {
  if (Array.from(password).length < LEAST_CHARACTERS) return "short";
  let rest = password.toLowerCase();
  for (const word of details.flatMap((detail) => detail.toLowerCase().split(/[^\p{L}\p{N}]+/u)))
    if (word.length > 2) rest = rest.replaceAll(word, "");
  const runs = rest.replace(/(.)\1+/gu, "$1").replace(/(?:0123|1234|2345|3456|4567|5678|6789|abcd|qwer|asdf)/g, "");
  const distinct = new Set(runs).size;
  const kinds = [/\p{L}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(rest)).length;
  const score = Math.min(runs.length, distinct * 2) + kinds * 2;
  if (score < 14) return "weak";
  return score < 20 ? "fair" : "strong";
}
