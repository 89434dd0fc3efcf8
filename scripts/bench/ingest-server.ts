// What both servers of the ingest benchmark have: their figures, told when asked, and how far they are, told all the time.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Seat, type ServerOrder, type ToServer, tell } from "./ingest-words.ts";

const TELL_EVERY_MS = 25;
const LAG_RESOLUTION_MS = 5;

interface Serving {
  readonly url: string;
  readonly seats: readonly Seat[];
  /** Reports committed since the start. */
  stored(): number;
  stop(): Promise<void>;
}

/** Waits for the order, starts, and answers questions until told to stop. */
export function serve(start: (order: ServerOrder) => Promise<Serving>): void {
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  let serving: Serving | undefined;
  let told = 0;
  process.on("message", async (words: ToServer) => {
    if (words === "stat") {
      const { user, system } = process.cpuUsage();
      const lagMs = Math.max(0, lag.percentile(99) / 1e6 - LAG_RESOLUTION_MS);
      tell({ stat: { stored: serving?.stored() ?? 0, cpu: (user + system) / 1e6, rssBytes: process.memoryUsage.rss(), lagMs } });
      lag.reset();
    } else if (words === "stop") {
      await serving?.stop();
      process.exit(0);
    } else {
      serving = await start(words.order);
      lag.enable();
      setInterval(() => {
        const stored = serving?.stored() ?? 0;
        if (stored !== told) tell({ stored });
        told = stored;
      }, TELL_EVERY_MS);
      tell({ ready: { url: serving.url, seats: serving.seats } });
    }
  });
  process.on("disconnect", () => process.exit(0));
}
