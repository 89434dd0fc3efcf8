// People of an organization as administrators see and manage them. A person is global: what is made, paused and ended here is
// their membership. Whoever leaves stays the author of what they did.

import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Caller } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import {
  changeMember,
  countMembers,
  eraseMember,
  everElsewhere,
  findAccount,
  findMember,
  findMemberships,
  insertUser,
  joinMember,
  listMembers,
  MEMBER_ID,
  MEMBER_SORT_KEYS,
  type MemberRow,
  memberState,
  normalEmail,
  type Passwords,
  type Sessions,
  updateMember,
} from "../accounts/index.ts";
import type { Audit } from "../audit/index.ts";
import { mustCover, mustKeepAdministrator, takeTurn } from "./guard.ts";
import { findGrants } from "./rights.ts";
import type { NewUser, User } from "./schemas.ts";
import type { Tell } from "./tell.ts";

export interface UsersDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly passwords: Pick<Passwords, "hash">;
  readonly sessions: Pick<Sessions, "endOf">;
  readonly tell: Tell;
  readonly invite: Invite;
  readonly erasePerson: Audit["erasePerson"];
}

/** Mails a person how to come in, in the transaction that made them a member. False when there is no way out for mails. */
export type Invite = (
  tx: Tx,
  invitation: { organizationId: string; userId: string; invitedBy: string; isNew: boolean },
) => Promise<boolean>;

export type Users = ReturnType<typeof createUsers>;

const notFound = () => new AppError("NOT_FOUND", "no such user");
const exists = (cause?: unknown) => new AppError("ALREADY_EXISTS", "this person belongs to the organization already", { cause });

/** Builds the service. */
export function createUsers({ database, clock, random, passwords, sessions, tell, invite, erasePerson }: UsersDeps) {
  async function existing(tx: Tx, id: string): Promise<MemberRow> {
    const row = await findMember(tx, id);
    if (row === undefined) throw notFound();
    return row;
  }

  /** Holds the person for a change that whoever has less than them may not make. */
  async function hold(tx: Tx, caller: Caller, id: string): Promise<MemberRow> {
    await takeTurn(tx);
    const row = await existing(tx, id);
    await mustCover(tx, caller.userId, await findGrants(tx, { userId: id }));
    return row;
  }

  /** A change that ends the person's sessions once it is committed. */
  async function shutOut(caller: Caller, id: string, change: (tx: Tx, row: MemberRow) => Promise<void>): Promise<void> {
    await database.withTenant(caller.organizationId, async (tx) => {
      await change(tx, await hold(tx, caller, id));
      await mustKeepAdministrator(tx);
    });
    await sessions.endOf({ organizationId: caller.organizationId, userId: id });
  }

  return {
    list: (organizationId: string, { limit, cursor, q }: { limit?: number; cursor?: string; q?: string }) =>
      database.withTenant(organizationId, async (tx) => {
        const page = keyset(MEMBER_SORT_KEYS, { limit, cursor, sort: "name" }, MEMBER_ID);
        return toPage(page, await listMembers(tx, page, q), await countMembers(tx, q), present);
      }),

    /** Throws NOT_FOUND. */
    get: (organizationId: string, id: string): Promise<User> =>
      database.withTenant(organizationId, async (tx) => present(await existing(tx, id))),

    /**
     * A person who has an account under that address joins with it as it is. A new one is mailed a link to choose their password; where
     * nothing can be mailed they get a temporary one, told to the caller alone. Throws ALREADY_EXISTS.
     */
    async create(caller: Caller, request: { name: string; email: string; locale?: string | null }): Promise<NewUser> {
      const { organizationId, userId: createdBy } = caller;
      const [email, name] = [normalEmail(request.email), request.name.trim()];
      const known = await database.global((tx) => findAccount(tx, email));
      const temporaryPassword = known === undefined ? Buffer.from(random(15)).toString("base64url") : null;
      const passwordHash = temporaryPassword === null ? "" : await passwords.hash(temporaryPassword);
      const id = known?.id ?? newId();
      const { user, invited } = await database
        .withTenant(organizationId, async (tx) => {
          if (known === undefined) await insertUser(tx, { id, email, name, passwordHash });
          if (known === undefined && typeof request.locale === "string") await changeMember(tx, id, 1, { locale: request.locale });
          if (!(await joinMember(tx, { id: newId(), organizationId, userId: id, createdBy }))) throw exists();
          const invited = await invite(tx, { organizationId, userId: id, invitedBy: createdBy, isNew: known === undefined });
          await tell(tx, caller, { action: "user.created", kind: "user", id, details: { name, email, invited } });
          return { user: present(await existing(tx, id)), invited };
        })
        .catch((error: unknown) => {
          // Somebody else made an account under the same address in this very moment.
          if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw exists(error);
          throw error;
        });
      return { user, invited, temporaryPassword: invited ? null : temporaryPassword };
    },

    /** Throws NOT_FOUND, VERSION_MISMATCH, or CONFLICT for a person who is also somewhere else: they change that themselves. */
    async update(caller: Caller, id: string, version: number, change: { name?: string; locale?: string | null }): Promise<User> {
      const isElsewhere = (await database.withUser(id, findMemberships)).some((one) => one.id !== caller.organizationId);
      return database.withTenant(caller.organizationId, async (tx) => {
        const before = await hold(tx, caller, id);
        if (isElsewhere) throw new AppError("CONFLICT", "this person changes it themselves", { details: { reason: "shared_person" } });
        const next = { ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
        if (!(await changeMember(tx, id, version, next))) throw versionMismatch();
        const details = { before: { name: before.name, locale: before.locale }, after: next };
        await tell(tx, caller, { action: "user.changed", kind: "user", id, details });
        return present(await existing(tx, id));
      });
    },

    /** Ends the membership, all grants and sessions. Throws NOT_FOUND, or CONFLICT for the last administrator. */
    remove: (caller: Caller, id: string): Promise<void> =>
      shutOut(caller, id, async (tx) => {
        const at = new Date(clock.now());
        await tx.grant.updateMany({ where: { userId: id, deletedAt: null }, data: { deletedAt: at } });
        await updateMember(tx, id, { deletedAt: at });
        await tell(tx, caller, { action: "user.deleted", kind: "user", id, userIds: [id] });
      }),

    /**
     * Ends everything as remove() does, also for somebody who left before, and takes from the person what names them: their account,
     * their mails, and the key under which the audit log speaks of them. It cannot be undone. Throws NOT_FOUND; CONFLICT for oneself, the
     * last administrator, and anybody who is or was in another organization, whose log is not this one's to blacken.
     */
    async erase(caller: Caller, id: string): Promise<void> {
      const { organizationId } = caller;
      if (caller.userId === id) throw new AppError("CONFLICT", "nobody erases themselves", { details: { reason: "same_person" } });
      const isElsewhere = await database.withUser(id, (tx) => everElsewhere(tx, organizationId));
      await database.withTenant(organizationId, async (tx) => {
        await takeTurn(tx);
        if ((await memberState(tx, id)) === undefined) throw notFound();
        await mustCover(tx, caller.userId, await findGrants(tx, { userId: id }));
        if (isElsewhere)
          throw new AppError("CONFLICT", "this person belongs to several organizations", { details: { reason: "several_organizations" } });
        const at = new Date(clock.now());
        await tx.grant.updateMany({ where: { userId: id, deletedAt: null }, data: { deletedAt: at } });
        await updateMember(tx, id, { deletedAt: at });
        await mustKeepAdministrator(tx);
        const { locale } = await tx.organization.findUniqueOrThrow({ where: { id: organizationId }, select: { locale: true } });
        await eraseMember(tx, id, { name: locale === "pt-BR" ? "Pessoa apagada" : "Erased person", at });
        await tell(tx, caller, { action: "user.erased", kind: "user", id, userIds: [id] });
        await erasePerson(tx, id);
      });
    },

    /** Throws NOT_FOUND, or CONFLICT for the last administrator. */
    async disable(caller: Caller, id: string): Promise<User> {
      await shutOut(caller, id, async (tx) => {
        await updateMember(tx, id, { disabledAt: new Date(clock.now()) });
        await tell(tx, caller, { action: "user.disabled", kind: "user", id, userIds: [id] });
      });
      return this.get(caller.organizationId, id);
    },

    /** Throws NOT_FOUND. */
    enable: (caller: Caller, id: string): Promise<User> =>
      database.withTenant(caller.organizationId, async (tx) => {
        await hold(tx, caller, id);
        await updateMember(tx, id, { disabledAt: null });
        await tell(tx, caller, { action: "user.enabled", kind: "user", id });
        return present(await existing(tx, id));
      }),

    /** Ends every session of the person in this organization; answers how many. Throws NOT_FOUND. */
    async signOut(caller: Caller, id: string): Promise<number> {
      await database.withTenant(caller.organizationId, async (tx) => {
        await hold(tx, caller, id);
        await tell(tx, caller, { action: "user.signed_out", kind: "user", id });
      });
      return sessions.endOf({ organizationId: caller.organizationId, userId: id });
    },
  };
}

function present({ cursorValue: _, lastSeenAt, createdAt, ...row }: MemberRow): User {
  return { ...row, lastSeenAt: lastSeenAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}
