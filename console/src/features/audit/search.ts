import type { AuditFilter } from "../../api/audit.ts";

/** What the address of the log can say. Days are written as YYYY-MM-DD in the reader's zone. */
export interface AuditSearch {
  readonly q?: string;
  readonly area?: string;
  readonly actorId?: string;
  readonly from?: string;
  readonly to?: string;
}

export const AUDIT_AREAS = [
  "session",
  "user",
  "permission_group",
  "grant",
  "client",
  "site",
  "resource",
  "setting",
  "secret",
  "api_token",
  "audit",
] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (value: unknown): value is string => typeof value === "string" && DAY.test(value) && !Number.isNaN(Date.parse(value));

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const { q, area, actorId, from, to } = search as { [Key in keyof AuditSearch]?: unknown };
  return {
    ...((typeof q === "string" && q !== "") || typeof q === "number" ? { q: String(q).slice(0, 200) } : {}),
    ...((AUDIT_AREAS as readonly unknown[]).includes(area) ? { area: area as string } : {}),
    ...(typeof actorId === "string" && /^[0-9a-f-]{36}$/.test(actorId) ? { actorId } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

/** The server's filter: whole days, from the first instant of the one to the last of the other. */
export function filterOf({ q, area, actorId, from, to }: AuditSearch): AuditFilter {
  return {
    ...(q === undefined ? {} : { q }),
    ...(area === undefined ? {} : { action: `${area}.` }),
    ...(actorId === undefined ? {} : { actorId }),
    ...(from === undefined ? {} : { from: new Date(`${from}T00:00:00`).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(`${to}T23:59:59.999`).toISOString() }),
  };
}
