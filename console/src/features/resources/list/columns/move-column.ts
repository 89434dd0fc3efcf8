/** The columns with one of them at another place; as they are when either place is none of theirs. Pure. */
export function moveColumn(columns: readonly string[], from: number, to: number): string[] {
  const moved = columns[from];
  if (moved === undefined || to < 0 || to >= columns.length) return [...columns];
  const rest = columns.filter((_, at) => at !== from);
  return [...rest.slice(0, to), moved, ...rest.slice(to)];
}
