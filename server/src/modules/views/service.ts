// Saved views: a person's own, and those that are everybody's.

import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { difference } from "../audit/index.ts";
import { type FilterFor, type Marks, refusingTaken, showable } from "../resources/index.ts";
import type { CreateView, SavedView, UpdateView, ViewState } from "./schemas.ts";

/** Most views of one person, and most that an organization shares: they stand side by side above a list. */
const MOST_OWN = 50;
const MOST_SHARED = 100;

/** Who asks; whether they may share what they make, and change what is shared. */
export type ViewCaller = Caller & { readonly mayShare: boolean };

export interface SavedViews {
  /** The caller's own and the shared ones, by name. */
  list(caller: Caller): Promise<SavedView[]>;
  /** Throws FORBIDDEN for a shared one, ALREADY_EXISTS, CONFLICT beyond the limits, INVALID_INPUT for a filter that cannot be understood. */
  create(caller: ViewCaller, view: CreateView): Promise<SavedView>;
  /** Throws NOT_FOUND for another's own, VERSION_MISMATCH, and what create throws. */
  update(caller: ViewCaller, id: string, version: number, change: UpdateView): Promise<SavedView>;
  /** Throws NOT_FOUND, VERSION_MISMATCH, FORBIDDEN for a shared one. */
  remove(caller: ViewCaller, id: string, version: number): Promise<void>;
  /** Which view the caller's list begins with; null for none. Throws NOT_FOUND. */
  choose(caller: Caller, viewId: string | null): Promise<void>;
}

interface Needs {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Marks["audit"];
  readonly filterFor: FilterFor;
}

const read = ({ userId }: Caller, tx: Tx, which: Prisma.Sql): Promise<SavedView[]> => tx.$queryRaw`
  select v.id, v.name, v.shared, v.owner_id = ${userId}::uuid as mine, d.view_id is not null as "isDefault", v.state, v.version
  from saved_views v left join default_views d
    on d.organization_id = v.organization_id and d.view_id = v.id and d.user_id = ${userId}::uuid
  where ${ofTenant("v")} and (v.shared or v.owner_id = ${userId}::uuid) and ${which} order by lower(v.name), v.id`;

async function existing(caller: Caller, tx: Tx, id: string): Promise<SavedView> {
  const [view] = await read(caller, tx, Prisma.sql`v.id = ${id}::uuid`);
  if (view === undefined) throw new AppError("NOT_FOUND", "no such view");
  return view;
}

const unlessTaken = refusingTaken("a view has this name", "name");

function named(text: string): string {
  const name = showable(text, 200);
  if (name !== "") return name;
  throw new AppError("INVALID_INPUT", "a name needs something to see", { details: { fields: [{ field: "name", problem: "blank" }] } });
}

function refuseSharing({ mayShare }: ViewCaller, shared: boolean): void {
  if (shared && !mayShare) throw new AppError("FORBIDDEN", "sharing views needs views:share", { details: { permission: "views:share" } });
}

/** Builds the service. */
export function createSavedViews({ database, clock, audit, filterFor }: Needs): SavedViews {
  const tell = (tx: Tx, caller: Caller, action: string, id: string, details: Readonly<Record<string, unknown>>): Promise<void> =>
    audit(tx, caller.organizationId, { actor: actorOf(caller), address: caller.address, action, subject: { kind: "view", id }, details });

  /** A view that nobody could look at is not kept. */
  async function refuseWrong(tx: Tx, { filter }: ViewState): Promise<void> {
    if (filter !== undefined) await filterFor(tx, filter, Prisma.sql`''`);
  }

  async function refuseTooMany(tx: Tx, { userId }: Caller, shared: boolean): Promise<void> {
    const most = shared ? MOST_SHARED : MOST_OWN;
    if ((await tx.savedView.count({ where: shared ? { shared } : { shared, ownerId: userId } })) < most) return;
    const message = shared ? `an organization shares at most ${most} views` : `a person has at most ${most} views`;
    throw new AppError("CONFLICT", message, { details: { most } });
  }

  return {
    list: (caller) => database.withTenant(caller.organizationId, (tx) => read(caller, tx, Prisma.sql`true`)),

    create: (caller, { name, shared = false, state }) =>
      database.withTenant(caller.organizationId, async (tx) => {
        refuseSharing(caller, shared);
        await refuseWrong(tx, state);
        await refuseTooMany(tx, caller, shared);
        const { organizationId, userId: ownerId } = caller;
        const row = { id: newId(), organizationId, ownerId, name: named(name), shared, state };
        await unlessTaken(tx.savedView.create({ data: row }));
        await tell(tx, caller, "view.created", row.id, { name: row.name, shared });
        return existing(caller, tx, row.id);
      }),

    update: (caller, id, version, change) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const before = await existing(caller, tx, id);
        refuseSharing(caller, before.shared || change.shared === true);
        if (change.state !== undefined) await refuseWrong(tx, change.state);
        if (change.shared !== undefined && change.shared !== before.shared) await refuseTooMany(tx, caller, change.shared);
        const said = { ...change, ...(change.name !== undefined && { name: named(change.name) }) };
        const data = { ...said, updatedAt: new Date(clock.now()), version: { increment: 1 } };
        const { count } = await unlessTaken(tx.savedView.updateMany({ where: { id, version }, data }));
        if (count === 0) throw versionMismatch();
        await tell(tx, caller, "view.changed", id, difference(before, said));
        const [after] = await read(caller, tx, Prisma.sql`v.id = ${id}::uuid`);
        // Somebody else's that is shared no more is theirs alone from now on.
        return after ?? { ...before, ...said, version: version + 1 };
      }),

    remove: (caller, id, version) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const { name, shared } = await existing(caller, tx, id);
        refuseSharing(caller, shared);
        const { count } = await tx.savedView.deleteMany({ where: { id, version } });
        if (count === 0) throw versionMismatch();
        await tell(tx, caller, "view.deleted", id, { name, shared });
      }),

    choose: (caller, viewId) =>
      database.withTenant(caller.organizationId, async (tx) => {
        const { organizationId, userId } = caller;
        const name = viewId === null ? null : (await existing(caller, tx, viewId)).name;
        if (viewId === null) await tx.defaultView.deleteMany({ where: { organizationId, userId } });
        else
          await tx.defaultView.upsert({
            where: { organizationId_userId: { organizationId, userId } },
            create: { organizationId, userId, viewId },
            update: { viewId },
          });
        await tell(tx, caller, "view.chosen", viewId ?? userId, { name });
      }),
  };
}
