/** The most topics one socket may hold; the oldest wishes win. */
export const MOST_TOPICS = 200;

/** What to tell the server so that it sends `wanted` and nothing else. */
export function topicChanges(
  wanted: Iterable<string>,
  held: ReadonlySet<string>,
): { readonly subscribe: string[]; readonly unsubscribe: string[] } {
  const allowed = new Set(Array.from(wanted).slice(0, MOST_TOPICS));
  return {
    subscribe: Array.from(allowed).filter((topic) => !held.has(topic)),
    unsubscribe: Array.from(held).filter((topic) => !allowed.has(topic)),
  };
}
