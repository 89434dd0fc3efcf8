// One request of the matrix, and how it is made.
import type { World } from "./world.ts";

/** Request parts; `url` replaces the route's own when it has parameters. */
export interface Ask {
  readonly url?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Seed {
  /** Makes what the request needs and answers it. It runs again for every principal. */
  readonly ask: (world: World) => Promise<Ask> | Ask;
  /** It ends the session that asks, or another one of the same person: it is asked by somebody new. */
  readonly spendsSession?: boolean;
}
