// Signed-in browsers: opaque tokens that can be found, counted and ended. Idle 30 minutes or 12 hours after sign-in they are over.
import { createHash } from "node:crypto";
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Origin } from "../../http/caller.ts";
import type { Principal, Rights } from "../../http/principal.ts";
import { newId, organizationOfToken, tokenFor } from "../../ids.ts";
import { publish } from "../../outbox/index.ts";
import type { Freshness } from "./freshness.ts";
import {
  findSession,
  findSignedIn,
  insertSession,
  listSessions,
  type OpenSession,
  replaceToken,
  revokeSession,
  revokeSessionsOf,
  type SessionRow,
  setFactorSetup,
  touchSession,
} from "./session-queries.ts";

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
  open(tx: Tx, session: { organizationId: string; userId: string; factorSetup?: boolean } & Origin): Promise<string>;
  /** Makes a session whole that waited for a second factor. */
  finishFactorSetup(principal: Principal): Promise<void>;
  /** Gives a session another token; the one before is worth nothing from now on. Throws UNAUTHENTICATED when it was just ended. */
  renew(principal: Principal): Promise<string>;
  /** The people who are signed in to an organization. */
  people(organizationId: string): Promise<string[]>;
  /** Says whether these people's sessions wait for a second factor; their open sockets are closed, so that they come back as they may. */
  awaitFactor(organizationId: string, userIds: readonly string[], waits: boolean): Promise<void>;
  /** Who a token belongs to; undefined when it is no living session. Counts as use. */
  find(token: string): Promise<Principal | undefined>;
  /** Ends a session at once, here and in the database. */
  end(principal: Principal): Promise<void>;
  /** Ends a person's sessions in an organization: all, all but `except`, or that one alone. Answers how many there were. */
  endOf(person: { organizationId: string; userId: string }, which?: { except?: string } | { only: string }): Promise<number>;
  /** Living sessions of a person in an organization, the one used last first. */
  list(person: { organizationId: string; userId: string }): Promise<OpenSession[]>;
  /** The rights of people in an organization changed: nobody's are believed any longer without asking. */
  forgetRights(organizationId: string): void;
  /** Whether a session still stands. Unlike find() this is no use of it: an open page alone keeps nobody signed in. */
  isAlive(session: Pick<Principal, "organizationId" | "sessionId">): Promise<boolean>;
  /** Calls back with the id of every session ended in this process, so that its open sockets can be closed. Answers the release. */
  onEnded(listener: (sessionId: string) => void): () => void;
}

/** What a person may do in the transaction's organization (modules/access). */
export type ReadRights = (tx: Tx, userId: string) => Promise<Rights>;

interface Cached {
  readonly principal: Principal;
  readonly readAt: number;
}

export interface SessionsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly readRights: ReadRights;
  readonly freshness: Freshness;
}

export function createSessions(deps: SessionsDeps): Sessions {
  const { database, clock, random, readRights, freshness } = deps;
  const cache = new Map<string, Cached>();
  /** Rises with every forgetting: what was read before it and arrives after it is not remembered. */
  let turn = 0;
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
        factorSetup: row.factorSetup,
        ...(await readRights(tx, row.userId)),
      };
    });
  }

  function forget(isMeant: (principal: Principal) => boolean): void {
    turn++;
    for (const [key, { principal }] of cache) if (isMeant(principal)) cache.delete(key);
  }

  return {
    async open(tx, session) {
      const token = tokenFor(session.organizationId, random(32));
      const now = clock.now();
      const dates = { createdAt: new Date(now), expiresAt: new Date(now + ABSOLUTE_MS) };
      const row = { id: newId(), tokenHash: new Uint8Array(sha256(token)), ...dates, factorSetup: false, ...session };
      await insertSession(tx, row, new Date(now - KEEP_MS));
      // Who signs in just proved who they are.
      freshness.mark(row.id);
      return token;
    },
    async finishFactorSetup({ organizationId, sessionId }) {
      await database.withTenant(organizationId, (tx) => setFactorSetup(tx, { id: sessionId }, false));
      forget((principal) => principal.sessionId === sessionId);
    },
    async renew({ organizationId, sessionId }) {
      const token = tokenFor(organizationId, random(32));
      const hash = new Uint8Array(sha256(token));
      if (!(await database.withTenant(organizationId, (tx) => replaceToken(tx, sessionId, hash))))
        throw new AppError("UNAUTHENTICATED", "the session was just ended");
      forget((principal) => principal.sessionId === sessionId);
      return token;
    },
    people: (organizationId) => database.withTenant(organizationId, (tx) => findSignedIn(tx, new Date(clock.now()))),
    async awaitFactor(organizationId, userIds, waits) {
      await database.withTenant(organizationId, async (tx) => {
        if ((await setFactorSetup(tx, { userIds }, waits)).length > 0)
          await publish(tx, organizationId, "access.changed", { userIds: [...userIds] });
      });
      forget((principal) => principal.organizationId === organizationId);
    },
    async find(token) {
      const organizationId = organizationOfToken(token);
      if (organizationId === undefined) return undefined;
      const hash = sha256(token);
      const key = hash.toString("base64");
      const cached = cache.get(key);
      if (cached !== undefined && Math.abs(clock.now() - cached.readAt) < CACHE_MS) return cached.principal;
      cache.delete(key);
      const began = turn;
      const principal = await read(organizationId, hash);
      if (principal === undefined || began !== turn) return principal;
      if (cache.size >= MAX_CACHED) cache.clear();
      cache.set(key, { principal, readAt: clock.now() });
      return principal;
    },
    async end(principal) {
      await database.withTenant(principal.organizationId, (tx) => revokeSession(tx, principal.sessionId, new Date(clock.now())));
      forget((cached) => cached.sessionId === principal.sessionId);
      for (const listener of listeners) listener(principal.sessionId);
    },
    async endOf({ organizationId, userId }, which = {}) {
      const ended = await database.withTenant(organizationId, (tx) => revokeSessionsOf(tx, userId, which, new Date(clock.now())));
      forget((principal) => ended.includes(principal.sessionId));
      for (const id of ended) for (const listener of listeners) listener(id);
      return ended.length;
    },
    async list({ organizationId, userId }) {
      const now = clock.now();
      const rows = await database.withTenant(organizationId, (tx) => listSessions(tx, userId));
      return rows.filter((row) => !isOver(row, now));
    },
    forgetRights: (organizationId) => forget((principal) => principal.organizationId === organizationId),
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

const isOver = (row: Pick<SessionRow, "expiresAt" | "lastUsedAt">, now: number): boolean =>
  now >= row.expiresAt.getTime() || now - row.lastUsedAt.getTime() >= IDLE_MS;

const sha256 = (token: string): Buffer => createHash("sha256").update(token).digest();
