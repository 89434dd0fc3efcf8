// What a parser made of a capture beside what the text says.

/** One line for each fact that differs: what it is, as parsed, as the text says it. */
export function differences(facts: readonly (readonly [fact: string, parsed: unknown, said: unknown])[]): string[] {
  return facts
    .filter(([, parsed, said]) => JSON.stringify(parsed) !== JSON.stringify(said))
    .map(([fact, parsed, said]) => `${fact}: ${JSON.stringify(parsed)} is not ${JSON.stringify(said)}`);
}
