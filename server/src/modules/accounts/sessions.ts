// Signed-in browsers: opaque tokens that can be found, counted and ended. Idle 30 minutes or 12 hours after sign-in they are over.
import { createHash } from "node:crypto";
import { validate } from "uuid";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { Origin } from "../../http/caller.ts";
import type { Principal } from "../../http/principal.ts";
import { idFromBytes, idToBytes, newId } from "../../ids.ts";
import { permissionsOf } from "./permissions.ts";
import { findSession, insertSession, revokeSession, type SessionRow, touchSession } from "./session-queries.ts";

const IDLE_MS = 30 * 60_000;
const ABSOLUTE_MS = 12 * 3_600_000;
/** How long a session that is over stays in the database. */
const KEEP_MS = 30 * 24 * 3_600_000;
/** How often the last use is written at most. */
const TOUCH_MS = 60_000;
/** How long an answer from the database is trusted: a session ended by another process is gone within this. */
const CACHE_MS = 1_000;
const MAX_CACHED = 10_000;

export interface Sessions {
  /** Opens a session inside the transaction that proved who it is for; answers the token for the cookie. */
  open(tx: Tx, session: { organizationId: string; userId: string } & Origin): Promise<string>;
  /** Who a token belongs to; undefined when it is no living session. Counts as use. */
  find(token: string): Promise<Principal | undefined>;
  /** Ends a session at once, here and in the database. */
  end(principal: Principal): Promise<void>;
  /** Whether a session still stands. Unlike find() this is no use of it: an open page alone keeps nobody signed in. */
  isAlive(principal: Principal): Promise<boolean>;
  /** Calls back with the id of every session ended in this process, so that its open sockets can be closed. Answers the release. */
  onEnded(listener: (sessionId: string) => void): () => void;
}

interface Cached {
  readonly principal: Principal;
  readonly readAt: number;
}

export function createSessions(deps: { database: Database; clock: Clock; random: (bytes: number) => Uint8Array }): Sessions {
  const { database, clock, random } = deps;
  const cache = new Map<string, Cached>();
  const listeners = new Set<(sessionId: string) => void>();

  async function read(organizationId: string, tokenHash: Buffer): Promise<Principal | undefined> {
    const now = clock.now();
    return database.withTenant(organizationId, async (tx) => {
      const row = await findSession(tx, { tokenHash });
      if (row === undefined || isOver(row, now)) return undefined;
      if (now - row.lastUsedAt.getTime() >= TOUCH_MS) await touchSession(tx, row.id, new Date(now));
      return {
        kind: "user" as const,
        userId: row.userId,
        organizationId,
        sessionId: row.id,
        role: row.role,
        permissions: permissionsOf(row.role, row.isOperator),
      };
    });
  }

  return {
    async open(tx, session) {
      const token = Buffer.concat([idToBytes(session.organizationId), random(32)]).toString("base64url");
      const now = clock.now();
      const dates = { createdAt: new Date(now), expiresAt: new Date(now + ABSOLUTE_MS) };
      const row = { id: newId(), tokenHash: new Uint8Array(sha256(token)), ...dates, ...session };
      await insertSession(tx, row, new Date(now - KEEP_MS));
      return token;
    },
    async find(token) {
      const organizationId = organizationOf(token);
      if (organizationId === undefined) return undefined;
      const hash = sha256(token);
      const key = hash.toString("base64");
      const cached = cache.get(key);
      if (cached !== undefined && Math.abs(clock.now() - cached.readAt) < CACHE_MS) return cached.principal;
      cache.delete(key);
      const principal = await read(organizationId, hash);
      if (principal === undefined) return undefined;
      if (cache.size >= MAX_CACHED) cache.clear();
      cache.set(key, { principal, readAt: clock.now() });
      return principal;
    },
    async end(principal) {
      await database.withTenant(principal.organizationId, (tx) => revokeSession(tx, principal.sessionId, new Date(clock.now())));
      for (const [key, { principal: cached }] of cache) if (cached.sessionId === principal.sessionId) cache.delete(key);
      for (const listener of listeners) listener(principal.sessionId);
    },
    async isAlive({ organizationId, sessionId }) {
      const row = await database.withTenant(organizationId, (tx) => findSession(tx, { id: sessionId }));
      return row !== undefined && !isOver(row, clock.now());
    },
    onEnded(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const isOver = (row: SessionRow, now: number): boolean => now >= row.expiresAt.getTime() || now - row.lastUsedAt.getTime() >= IDLE_MS;

const sha256 = (token: string): Buffer => createHash("sha256").update(token).digest();

/** The organization named in a token's first 16 bytes: it only says where to look. */
function organizationOf(token: string): string | undefined {
  if (!/^[\w-]{64}$/.test(token)) return undefined;
  const id = idFromBytes(Buffer.from(token, "base64url").subarray(0, 16));
  return id !== undefined && validate(id) ? id : undefined;
}
