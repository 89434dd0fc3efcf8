// The product's own server process, which besides collects its garbage when asked: memory is compared after both sides did.
import { command } from "../../../server/src/cli/index.ts";
import { setHeapFlags } from "../../../server/src/heap.ts";
import { answerMemory } from "./memory-words.ts";

setHeapFlags();
answerMemory();
process.exit(await command([]));
