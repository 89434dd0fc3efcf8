// Enrolment tokens: what lets a new machine ask to belong to a client's site. Only the SHA-256 of a token's secret is kept.
import { createHash } from "node:crypto";
import { formatEnrollmentToken } from "@vigia/protocol/enrollment-token";
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller, Viewer } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { type PlaceColumns, reaches, within } from "../../http/reach.ts";
import { idToBytes, newId } from "../../ids.ts";
import type { CreateTokenBody, EnrollmentToken, NewEnrollmentToken } from "./enrollment-schemas.ts";
import { markOf, type Needs } from "./needs.ts";
import type { Page } from "./page.ts";

const DAY_MS = 86_400_000;
const DEFAULT_LIFE_DAYS = 30;
const LONGEST_LIFE_DAYS = 365;
const SECRET_BYTES = 20;

export interface EnrollmentTokens {
  list(viewer: Viewer, query: { limit?: number; cursor?: string }): Promise<Page<EnrollmentToken>>;
  /** Throws NOT_FOUND for a client or site that is not there or out of reach, INVALID_INPUT for a missing site or a bad expiry. */
  create(caller: Caller, body: CreateTokenBody): Promise<NewEnrollmentToken>;
  /** Machines already enrolled stay. Revoking twice changes nothing. Throws NOT_FOUND. */
  revoke(caller: Caller, id: string): Promise<EnrollmentToken>;
}

interface StoredToken {
  readonly id: string;
  readonly name: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly siteId: string;
  readonly siteName: string;
  readonly approval: EnrollmentToken["approval"];
  readonly maxUses: number;
  readonly uses: number;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
  readonly version: number;
}

const columns = Prisma.sql`t.id, t.name, c.id as "clientId", c.name as "clientName", s.id as "siteId", s.name as "siteName", t.approval,
  t.max_uses as "maxUses", t.uses, t.expires_at as "expiresAt", t.revoked_at as "revokedAt", t.created_at as "createdAt", t.version`;
// Names of client and site are read here for the list; both stay tables of their own module.
const source = Prisma.sql`enrollment_tokens t
  join clients c on c.organization_id = t.organization_id and c.id = t.client_id
  join sites s on s.organization_id = t.organization_id and s.id = t.site_id`;
const place: PlaceColumns = { row: "t", client: Prisma.sql`t.client_id`, site: Prisma.sql`t.site_id` };
const sorts = {
  createdAt: { expression: Prisma.sql`(extract(epoch from t.created_at) * 1000)::double precision`, type: "double precision" },
} as const;

/** How a secret is kept. */
export const secretHash = (secret: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(secret).digest());

/** Builds the service. `serverHint` is the first half of the identity key id; `random` gives that many secure random bytes. */
export function createEnrollmentTokens({
  database,
  clock,
  marks,
  random,
  serverHint,
}: Pick<Needs, "database" | "clock" | "marks"> & { random: (bytes: number) => Uint8Array; serverHint: Uint8Array }): EnrollmentTokens {
  const present = (row: StoredToken): EnrollmentToken => ({
    id: row.id,
    name: row.name,
    client: { id: row.clientId, name: row.clientName },
    site: { id: row.siteId, name: row.siteName },
    approval: row.approval,
    maxUses: row.maxUses,
    uses: row.uses,
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    state: tokenState(row, clock.now()),
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  });

  async function existing(tx: Tx, { reach }: Viewer, id: string): Promise<StoredToken> {
    const [row] = await tx.$queryRaw<StoredToken[]>`select ${columns} from ${source}
      where t.id = ${id}::uuid and ${within(reach, place)}`;
    if (row === undefined) throw new AppError("NOT_FOUND", "no such enrolment token");
    return row;
  }

  return {
    list: ({ organizationId, reach }, query) =>
      database.withTenant(organizationId, async (tx) => {
        const page = keyset(sorts, { ...query, sort: "-createdAt" }, Prisma.sql`t.id`);
        const rows = await tx.$queryRaw<(StoredToken & { cursorValue: string })[]>`select ${columns}, ${page.cursorValue} as "cursorValue"
          from ${source} where ${within(reach, place)} and ${page.after} order by ${page.orderBy} limit ${page.take}`;
        const [count] = await tx.$queryRaw<
          { total: number }[]
        >`select count(*)::int as total from enrollment_tokens t where ${within(reach, place)}`;
        return toPage(page, rows, count?.total ?? 0, present);
      }),

    create: (caller, body) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const now = clock.now();
        const expiresAt = expiry(body.expiresAt, now);
        const siteId = await siteFor(tx, caller, body);
        const secret = random(SECRET_BYTES);
        const id = newId();
        await tx.enrollmentToken.create({
          data: {
            id,
            organizationId: caller.organizationId,
            clientId: body.clientId,
            siteId,
            name: body.name ?? "",
            secretHash: secretHash(secret),
            approval: body.approval ?? "manual",
            maxUses: body.maxUses ?? 500,
            expiresAt,
            createdAt: new Date(now),
            createdBy: caller.userId,
          },
        });
        const token = formatEnrollmentToken({
          organizationId: Buffer.from(idToBytes(caller.organizationId)),
          secret: Buffer.from(secret),
          serverHint: Buffer.from(serverHint),
        });
        const row = present(await existing(tx, caller, id));
        await marks.audit(tx, caller.organizationId, {
          ...markOf(caller),
          action: "enrollment_token.created",
          subject: { kind: "enrollment_token", id },
          details: { client: row.client.name, site: row.site.name, approval: row.approval, maxUses: row.maxUses, expiresAt: row.expiresAt },
        });
        return { ...row, token };
      }),

    revoke: (caller, id) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await existing(tx, caller, id);
        if (before.revokedAt === null) {
          await tx.enrollmentToken.updateMany({ where: { id }, data: { revokedAt: new Date(clock.now()), version: { increment: 1 } } });
          await marks.audit(tx, caller.organizationId, {
            ...markOf(caller),
            action: "enrollment_token.revoked",
            subject: { kind: "enrollment_token", id },
            details: { uses: before.uses },
          });
        }
        return present(await existing(tx, caller, id));
      }),
  };
}

/** Whether a token still lets machines in, and if not, why. */
export function tokenState(
  token: { revokedAt: Date | null; expiresAt: Date; uses: number; maxUses: number },
  now: number,
): EnrollmentToken["state"] {
  if (token.revokedAt !== null) return "revoked";
  if (token.expiresAt.getTime() <= now) return "expired";
  return token.uses >= token.maxUses ? "used_up" : "usable";
}

function expiry(text: string | undefined, now: number): Date {
  if (text === undefined) return new Date(now + DEFAULT_LIFE_DAYS * DAY_MS);
  const at = Date.parse(text);
  if (Number.isNaN(at) || at <= now || at > now + LONGEST_LIFE_DAYS * DAY_MS)
    throw new AppError("INVALID_INPUT", `a token ends between now and ${LONGEST_LIFE_DAYS} days ahead`, {
      details: { fields: [{ field: "expiresAt", problem: "range" }] },
    });
  return new Date(at);
}

async function siteFor(tx: Tx, { reach }: Viewer, body: CreateTokenBody): Promise<string> {
  const client = await tx.client.findFirst({ where: { id: body.clientId, deletedAt: null }, select: { id: true } });
  if (client === null) throw new AppError("NOT_FOUND", "no such client");
  const where = { clientId: body.clientId, deletedAt: null, ...(body.siteId === undefined ? {} : { id: body.siteId }) };
  const [site, another] = await tx.site.findMany({ where, select: { id: true }, take: 2 });
  if (site === undefined && body.siteId !== undefined) throw new AppError("NOT_FOUND", "no such site of this client");
  if (site === undefined || another !== undefined)
    throw new AppError("INVALID_INPUT", "say which site: the client has none or several", {
      details: { fields: [{ field: "siteId", problem: "required" }] },
    });
  if (!reaches(reach, { kind: "site", id: site.id, clientId: body.clientId })) throw new AppError("NOT_FOUND", "no such client");
  return site.id;
}
