// From a presented token to who it speaks for. Nothing is remembered between requests: a right that its creator lost is gone with the next.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Principal, Rights } from "../../http/principal.ts";
import { cutToScopes } from "../../http/token-rules.ts";
import type { AuthenticateToken } from "../../plugins/api-tokens.ts";
import type { Audit } from "../audit/index.ts";
import { isSecret, parseToken, type TokenText } from "./format.ts";
import { isWithin } from "./networks.ts";
import { findPresented, type PresentedToken, touchToken } from "./queries.ts";

/** How often the last use is written at most. */
const TOUCH_MS = 60_000;

/** Counts wrong tokens; see plugins/throttle.ts. */
export interface FailureCounter {
  /** Throws TOO_MANY_ATTEMPTS when this address presented too many. */
  refuse(address: string): Promise<void>;
  failed(address: string): Promise<void>;
}

export interface AuthenticateDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly readRights: (tx: Tx, userId: string) => Promise<Rights>;
  readonly failures: FailureCounter;
}

type Judged = { readonly principal: Principal } | { readonly refused: AppError };

export function createAuthenticate({ database, audit, clock, readRights, failures }: AuthenticateDeps): AuthenticateToken {
  async function judge(tx: Tx, { organizationId, id, secret }: TokenText, address: string): Promise<Judged> {
    const token = await findPresented(tx, id);
    if (token === undefined || !isSecret(token.secretHash, secret)) return { refused: unknown() };
    const now = clock.now();
    const reason = reasonAgainst(token, now, address);
    if (reason !== undefined) {
      const subject = { kind: "api_token", id };
      // The secret was right, so this is worth a line; the throttle bounds how many there can be.
      await audit.record(tx, {
        organizationId,
        actor: { kind: "anonymous" },
        action: "api_token.refused",
        subject,
        details: { reason },
        address,
      });
      return { refused: reason === "address" ? new AppError("FORBIDDEN", "this token does not work from here") : unknown() };
    }
    if (token.lastUsedAt === null || now - token.lastUsedAt.getTime() >= TOUCH_MS) await touchToken(tx, id, { at: new Date(now), address });
    const rights = cutToScopes(await readRights(tx, token.createdBy), token.scopes);
    // A token has no session; what is counted by session is counted by token.
    return { principal: { kind: "token", userId: token.createdBy, organizationId, sessionId: id, ...rights } };
  }

  return async (text, address) => {
    await failures.refuse(address);
    const token = parseToken(text);
    const judged = token && (await database.withTenant(token.organizationId, (tx) => judge(tx, token, address)));
    if (judged !== undefined && "principal" in judged) return judged.principal;
    await failures.failed(address);
    throw judged?.refused ?? unknown();
  };
}

function reasonAgainst(token: PresentedToken, now: number, address: string): "revoked" | "expired" | "creator" | "address" | undefined {
  if (token.revokedAt !== null) return "revoked";
  if (now >= token.expiresAt.getTime()) return "expired";
  if (!token.creatorStands) return "creator";
  return isWithin(token.cidrs, address) ? undefined : "address";
}

const unknown = (): AppError => new AppError("UNAUTHENTICATED", "this token is unknown, expired or revoked");
