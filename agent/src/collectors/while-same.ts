/**
 * An answer that holds as long as what it was made of stays the same text: asked again with that text, it is not made anew. A failure is
 * not remembered.
 */
export function createWhileSame<Answer>(): (text: string, make: () => Promise<Answer>) => Promise<Answer> {
  let known: { readonly text: string; readonly answer: Answer } | undefined;
  return async (text, make) => {
    if (known?.text === text) return known.answer;
    const answer = await make();
    known = { text, answer };
    return answer;
  };
}
