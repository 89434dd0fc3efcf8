// The order of the list of programs: an unchanged machine must say the same each time.
import type { Program } from "@vigia/protocol";

/** Sorted by name, version, source and user; each once, nameless ones left out. */
export function sortedPrograms(programs: readonly Program[]): Program[] {
  const byKey = new Map<string, Program>();
  for (const program of programs) {
    if (!program.name) continue;
    const key = [program.name, program.version, program.source, program.user].map((part) => part ?? "").join("\u0000");
    if (!byKey.has(key)) byKey.set(key, program);
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, program]) => program);
}
