export interface ClientsSearch {
  readonly q?: string;
  readonly sort?: string;
  /** The form for a new client is open. */
  readonly create?: boolean;
}

const SORTS: readonly unknown[] = ["name", "-name", "number", "-number", "-createdAt"];

export function readClientSearch(search: Record<string, unknown>): ClientsSearch {
  const { q, sort, create } = search as { [key in "q" | "sort" | "create"]?: unknown };
  return {
    ...((typeof q === "string" && q !== "") || typeof q === "number" ? { q: String(q).slice(0, 200) } : {}),
    ...(SORTS.includes(sort) && sort !== "name" ? { sort: sort as string } : {}),
    ...(create === true ? { create } : {}),
  };
}
