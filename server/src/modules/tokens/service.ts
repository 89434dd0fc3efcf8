// Making, listing and revoking API tokens.
import type { Static } from "typebox";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import type { Rights } from "../../http/principal.ts";
import { newId } from "../../ids.ts";
import type { Audit } from "../audit/index.ts";
import { formatToken, SECRET_BYTES, secretHash } from "./format.ts";
import { isNetwork } from "./networks.ts";
import { countTokens, findToken, insertToken, listTokens, revokeToken, TOKEN_ID, TOKEN_SORT, type TokenRow } from "./queries.ts";
import type { ApiToken, createApiTokenBody, NewApiToken } from "./schemas.ts";

const DAY_MS = 86_400_000;
const DEFAULT_LIFE_DAYS = 90;
const LONGEST_LIFE_DAYS = 365;

type Actor = Pick<Caller, "organizationId" | "userId" | "address">;

export interface Tokens {
  list(organizationId: string, query: { limit?: number; cursor?: string }): Promise<TokenPage>;
  /** Throws INVALID_INPUT for a scope that the caller has not, an expiry that is past or too far, or a network that is none. */
  create(caller: Actor, request: Static<typeof createApiTokenBody>): Promise<Static<typeof NewApiToken>>;
  /** Revoking twice changes nothing. Throws NOT_FOUND. */
  revoke(caller: Actor, id: string): Promise<Static<typeof ApiToken>>;
}

interface TokenPage {
  items: Static<typeof ApiToken>[];
  nextCursor: string | null;
  total: number;
}

/** Tells people that a token was made, in the transaction that made it. */
export type TellTokenCreated = (tx: Tx, token: { organizationId: string; userId: string; name: string; at: Date }) => Promise<void>;

export interface TokensDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly readRights: (tx: Tx, userId: string) => Promise<Rights>;
  readonly tellCreated: TellTokenCreated;
}

export function createTokens({ database, audit, clock, random, readRights, tellCreated }: TokensDeps): Tokens {
  const present = (row: TokenRow): Static<typeof ApiToken> => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    cidrs: row.cidrs,
    createdBy: { id: row.createdBy, name: row.creatorName },
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress: row.lastUsedAddress,
    state: row.revokedAt !== null ? "revoked" : clock.now() >= row.expiresAt.getTime() ? "expired" : "active",
  });

  async function existing(tx: Tx, id: string): Promise<TokenRow> {
    const row = await findToken(tx, id);
    if (row === undefined) throw new AppError("NOT_FOUND", "no such API token");
    return row;
  }

  return {
    list: (organizationId, query) =>
      database.withTenant(organizationId, async (tx) => {
        const page = keyset(TOKEN_SORT, { ...query, sort: "-createdAt" }, TOKEN_ID);
        return toPage(page, await listTokens(tx, page), await countTokens(tx), present);
      }),

    create: ({ organizationId, userId, address }, request) =>
      database.withTenant(organizationId, async (tx) => {
        const { permissions } = await readRights(tx, userId);
        const beyond = request.scopes.filter((scope) => ![...permissions].some((permission) => permission === scope));
        if (beyond.length > 0) throw invalid("scopes", "beyond", { scopes: beyond });
        const { name, scopes, cidrs = [] } = request;
        if (!cidrs.every(isNetwork)) throw invalid("cidrs", "format");
        const now = clock.now();
        const expiresAt = expiry(request.expiresAt, now);
        const [id, secret] = [newId(), random(SECRET_BYTES)];
        const stored = { id, organizationId, name: name.trim(), scopes, cidrs, createdBy: userId, createdAt: new Date(now), expiresAt };
        await insertToken(tx, { ...stored, secretHash: secretHash(secret) });
        await audit.record(tx, {
          organizationId,
          actor: { kind: "user", id: userId },
          action: "api_token.created",
          subject: { kind: "api_token", id },
          details: { name: stored.name, scopes, cidrs, expiresAt: expiresAt.toISOString() },
          address,
        });
        await tellCreated(tx, { organizationId, userId, name: stored.name, at: stored.createdAt });
        return { ...present(await existing(tx, id)), token: formatToken({ organizationId, id, secret }) };
      }),

    revoke: ({ organizationId, userId, address }, id) =>
      database.withTenant(organizationId, async (tx) => {
        const { name } = await existing(tx, id);
        if (await revokeToken(tx, id, { at: new Date(clock.now()), by: userId }))
          await audit.record(tx, {
            organizationId,
            actor: { kind: "user", id: userId },
            action: "api_token.revoked",
            subject: { kind: "api_token", id },
            details: { name },
            address,
          });
        return present(await existing(tx, id));
      }),
  };
}

function expiry(wanted: string | undefined, now: number): Date {
  if (wanted === undefined) return new Date(now + DEFAULT_LIFE_DAYS * DAY_MS);
  const at = new Date(wanted);
  if (!(at.getTime() > now && at.getTime() <= now + LONGEST_LIFE_DAYS * DAY_MS))
    throw invalid("expiresAt", "range", { mostDays: LONGEST_LIFE_DAYS });
  return at;
}

const invalid = (field: string, problem: string, more: Record<string, unknown> = {}): AppError =>
  new AppError("INVALID_INPUT", `the ${field} cannot be used`, { details: { fields: [{ field, problem }], ...more } });
