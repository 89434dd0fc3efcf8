// A store that took over from another: what is new goes to the new one, what is old is still found in the old one.
import type { FileStore } from "./store.ts";

/** Builds it. */
export const createMovedStore = (now: FileStore, before: FileStore): FileStore => ({
  slow: now.slow,
  keep: now.keep,
  open: async (organizationId, hash) => (await now.open(organizationId, hash)) ?? before.open(organizationId, hash),
  async remove(organizationId, hash) {
    await before.remove(organizationId, hash);
    await now.remove(organizationId, hash);
  },
  async *list(organizationId) {
    yield* before.list(organizationId);
    yield* now.list(organizationId);
  },
});
