// What a measured server's process answers about its memory, besides what it does: it collects its garbage, and writes down its heap.
import v8 from "node:v8";

export type MemoryWords = "gc" | { readonly snapshot: string };

/** Answers "collected" when told to collect or to write a snapshot of the heap into a file. Needs --expose-gc. */
export function answerMemory(): void {
  process.on("message", (words: MemoryWords) => {
    if (words !== "gc" && !(typeof words === "object" && "snapshot" in words)) return;
    globalThis.gc?.();
    if (words !== "gc") v8.writeHeapSnapshot(words.snapshot);
    process.send?.("collected");
  });
}
