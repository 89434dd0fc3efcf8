// The rows of requests for logs. The only reader and writer of log_requests.
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import type { LogRequest, Reason } from "./schemas.ts";

/** So many of the last ones are shown. */
const SHOWN = 5;
const UNFINISHED = ["asked", "collecting", "sending"];

/** One that is not finished. */
export interface OpenRequest {
  readonly id: string;
  readonly organizationId: string;
  readonly resourceId: string;
  readonly askedBy: string;
  readonly expiresAt: Date;
}

interface Row extends Omit<LogRequest, "askedAt" | "askedBy" | "expiresAt" | "received"> {
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly askedByName: string | null;
  readonly expiresAt: Date;
}

/** The last ones of a machine, newest first. `received`: bytes that are here of one that is under way. */
export async function lastRequests(tx: Tx, resourceId: string, now: number, received: (id: string) => number): Promise<LogRequest[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select q.id, q.state, q.reason, q.size, q.file_id as "fileId", q.asked_at as "askedAt", q.asked_by as "askedBy", u.name as "askedByName",
      q.expires_at as "expiresAt"
    from log_requests q left join users u on u.id = q.asked_by
    where ${ofTenant("q")} and q.resource_id = ${resourceId}::uuid order by q.asked_at desc, q.id desc limit ${SHOWN}`;
  return rows.map(({ askedAt, askedBy, askedByName, expiresAt, ...row }) => ({
    ...row,
    state: UNFINISHED.includes(row.state) && expiresAt.getTime() <= now ? "expired" : row.state,
    received: row.state === "done" ? (row.size ?? 0) : received(row.id),
    askedAt: askedAt.toISOString(),
    askedBy: askedByName === null ? null : { id: askedBy, name: askedByName },
    expiresAt: expiresAt.toISOString(),
  }));
}

/** Requests that are neither finished nor over. */
export async function openRequests(tx: Tx, now: number, resourceId?: string): Promise<OpenRequest[]> {
  return tx.logRequest.findMany({
    where: { state: { in: UNFINISHED }, expiresAt: { gt: new Date(now) }, ...(resourceId !== undefined && { resourceId }) },
    select: { id: true, organizationId: true, resourceId: true, askedBy: true, expiresAt: true },
  });
}

/** Asked for since then. */
export const countSince = (tx: Tx, resourceId: string, since: number): Promise<number> =>
  tx.logRequest.count({ where: { resourceId, askedAt: { gt: new Date(since) } } });

export async function insertRequest(tx: Tx, request: OpenRequest, askedAt: Date): Promise<void> {
  await tx.logRequest.create({ data: { ...request, state: "asked", askedAt } });
}

/** Moves one that is not finished; one that is stays as it ended. */
export async function moveRequest(tx: Tx, id: string, to: { state: "collecting" | "sending"; size?: number }): Promise<void> {
  await tx.logRequest.updateMany({ where: { id, state: { in: UNFINISHED } }, data: to });
}

/** Ends it, well with a file or with a reason. False when it has ended before. */
export async function endRequest(tx: Tx, id: string, endedAt: Date, how: { fileId: string } | { reason: Reason }): Promise<boolean> {
  const data = "fileId" in how ? { state: "done", fileId: how.fileId } : { state: "failed", reason: how.reason };
  const { count } = await tx.logRequest.updateMany({ where: { id, state: { in: UNFINISHED } }, data: { ...data, endedAt } });
  return count > 0;
}

/** Those of all organizations. */
export async function allOpenRequests(database: Database, now: number): Promise<OpenRequest[]> {
  const organizations = await database.global((tx) => tx.organizationDirectory.findMany({ select: { id: true } }));
  const found: OpenRequest[] = [];
  for (const { id } of organizations) found.push(...(await database.withTenant(id, (tx) => openRequests(tx, now))));
  return found;
}
