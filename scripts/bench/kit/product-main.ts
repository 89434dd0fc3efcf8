// The product's own server process, which besides collects its garbage when asked: memory is compared after both sides did.
import { command } from "../../../server/src/cli/index.ts";
import { setHeapFlags } from "../../../server/src/heap.ts";

setHeapFlags();
process.on("message", (words) => {
  if (words !== "gc") return;
  globalThis.gc?.();
  process.send?.("collected");
});
process.exit(await command([]));
