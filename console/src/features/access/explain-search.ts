import type { Question } from "../../api/access.ts";

export interface ExplainSearch {
  readonly userId?: string;
  readonly permission?: string;
  /** About one client, site or machine instead of the organization. */
  readonly place?: "one";
  readonly kind?: "client" | "site" | "resource";
  readonly id?: string;
}

const KINDS: readonly unknown[] = ["client", "site", "resource"];
const isId = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f-]{36}$/.test(value);

export function readExplainSearch(search: Record<string, unknown>): ExplainSearch {
  const { userId, permission, place, kind, id } = search as { [Key in keyof ExplainSearch]?: unknown };
  const one = place === "one";
  return {
    ...(isId(userId) ? { userId } : {}),
    ...(typeof permission === "string" && /^[a-z]+:[a-z]+$/.test(permission) ? { permission } : {}),
    ...(one ? { place } : {}),
    ...(one && KINDS.includes(kind) && isId(id) ? { kind: kind as "client" | "site" | "resource", id } : {}),
  };
}

/** The question, once all of it is known. */
export function questionOf({ userId, permission, place, kind, id }: ExplainSearch): Question | undefined {
  if (userId === undefined || permission === undefined) return undefined;
  if (place === undefined) return { userId, permission, kind: "organization" };
  return kind === undefined || id === undefined ? undefined : { userId, permission, kind, id };
}
