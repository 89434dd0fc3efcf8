// The vault: who may see, change and reveal a secret. Every reveal and every use leaves its entry before the value leaves this file.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { actorOf, type Caller } from "../../http/caller.ts";
import { keyset, toPage } from "../../http/pagination.ts";
import { reaches, type Target } from "../../http/reach.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { type Envelope, type Place, Secret } from "../../secrets/index.ts";
import { type Audit, type AuditEntry, difference } from "../audit/index.ts";
import * as queries from "./queries.ts";
import type { CreateSecret, SecretAnswer, SecretQuery, UpdateSecret } from "./schemas.ts";

/** The person at the vault's door. */
export interface Visitor extends Caller {
  /** May see secrets that are for others, to manage who they are for. */
  readonly isAdministrator: boolean;
}

interface SecretValueVersion {
  readonly number: number;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly current: boolean;
}

export interface Vault {
  list(visitor: Visitor, query: SecretQuery): Promise<{ items: SecretAnswer[]; nextCursor: string | null; total: number }>;
  /** Throws NOT_FOUND; so do all below. */
  get(visitor: Visitor, id: string): Promise<SecretAnswer>;
  /** Throws FORBIDDEN for a secret of the whole organization when the visitor's permission does not reach all of it. */
  create(visitor: Visitor, secret: CreateSecret): Promise<SecretAnswer>;
  /** Throws VERSION_MISMATCH. */
  update(visitor: Visitor, id: string, version: number, change: UpdateSecret): Promise<SecretAnswer>;
  /** Destroys the value with it. Throws VERSION_MISMATCH. */
  remove(visitor: Visitor, id: string, version: number): Promise<void>;
  /** Who alone may see it from now on; nobody named: everybody whose permission reaches it. Throws VERSION_MISMATCH. */
  allow(visitor: Visitor, id: string, version: number, userIds: readonly string[]): Promise<SecretAnswer>;
  /** Throws FORBIDDEN when the secret is for others. */
  reveal(visitor: Visitor, id: string): Promise<Secret<string>>;
  history(visitor: Visitor, id: string): Promise<SecretValueVersion[]>;
  /** For other modules: the value, for a purpose that the log will name; nobody is shown it. Throws NOT_FOUND. */
  use(organizationId: string, id: string, purpose: string, actor?: AuditEntry["actor"]): Promise<Secret<string>>;
}

/** Where a client or a resource stands, undefined when there is none. Known right of this module. */
export type FindTarget = (tx: Tx, at: { clientId: string | null; resourceId: string | null }) => Promise<Target | undefined>;

export interface VaultDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
  readonly envelope: Envelope;
  readonly findTarget: FindTarget;
}

const notFound = () => new AppError("NOT_FOUND", "no such secret");
const eyesOf = ({ userId, reach, isAdministrator }: Visitor) => ({ userId, reach, seesAll: isAdministrator });
const placeOf = (organizationId: string, row: string, version: number): Place => ({ organizationId, table: "secret_values", row, version });

/** Builds the service. */
export function createVaultService({ database, clock, audit, envelope, findTarget }: VaultDeps): Vault {
  const now = () => new Date(clock.now());
  const as = <T>(visitor: Visitor, work: (tx: Tx) => Promise<T>) => database.withTenant(visitor.organizationId, work);

  async function find(tx: Tx, visitor: Visitor, id: string): Promise<queries.SecretRow> {
    const row = await queries.findSecret(tx, eyesOf(visitor), id);
    if (row === undefined) throw notFound();
    return row;
  }

  /** Holds the row, so that what was found stays as it is. */
  async function hold(tx: Tx, visitor: Visitor, id: string, version: number): Promise<queries.SecretRow> {
    await queries.lockSecret(tx, id);
    const row = await find(tx, visitor, id);
    if (row.version !== version) throw versionMismatch();
    return row;
  }

  const read = async (tx: Tx, visitor: Visitor, id: string) => present(await find(tx, visitor, id), visitor);

  /** Refuses a place that does not exist or lies outside of the visitor's reach. */
  async function refusePlace(tx: Tx, { reach }: Visitor, at: { clientId: string | null; resourceId: string | null }): Promise<void> {
    if (at.clientId !== null && at.resourceId !== null)
      throw new AppError("INVALID_INPUT", "a secret belongs to a client or to a resource", {
        details: { fields: [{ field: "resourceId", problem: "both" }] },
      });
    const target = at.clientId === null && at.resourceId === null ? ({ kind: "organization" } as const) : await findTarget(tx, at);
    if (target !== undefined && reaches(reach, target)) return;
    if (target?.kind === "organization") throw new AppError("FORBIDDEN", "secrets of everything are added by those who reach everything");
    throw new AppError("NOT_FOUND", at.clientId === null ? "no such resource" : "no such client");
  }

  async function store(tx: Tx, { organizationId, userId }: Visitor, secretId: string, number: number, value: string): Promise<void> {
    const box = await envelope.seal(tx, placeOf(organizationId, secretId, number), new Secret(value));
    await queries.insertValue(tx, { organizationId, secretId, number, box, createdAt: now(), createdBy: userId });
  }

  async function open(tx: Tx, organizationId: string, id: string): Promise<Secret<string>> {
    const value = await queries.findValue(tx, id);
    if (value === undefined) throw notFound();
    return envelope.open(tx, placeOf(organizationId, id, value.number), value.box);
  }

  function record(tx: Tx, visitor: Visitor, action: string, id: string, details: object = {}): Promise<unknown> {
    const { organizationId, address } = visitor;
    const actor = actorOf(visitor);
    return audit.record(tx, { organizationId, actor, action, subject: { kind: "secret", id }, details: { ...details }, address });
  }

  return {
    list: (visitor, query) =>
      as(visitor, async (tx) => {
        const page = keyset(queries.SECRET_SORT_KEYS, { ...query, sort: query.sort ?? "name" }, queries.SECRET_ID);
        const rows = await queries.listSecrets(tx, eyesOf(visitor), page, query);
        return toPage(page, rows, await queries.countSecrets(tx, eyesOf(visitor), query), (row) => present(row, visitor));
      }),

    get: (visitor, id) => as(visitor, (tx) => read(tx, visitor, id)),

    create: (visitor, { value, username = null, notes = "", clientId = null, resourceId = null, ...rest }) =>
      as(visitor, async (tx) => {
        await refusePlace(tx, visitor, { clientId, resourceId });
        const { organizationId, userId: createdBy } = visitor;
        const [id, name, at] = [newId(), rest.name.trim(), now()];
        const row = { id, organizationId, name, username, notes, clientId, resourceId, createdAt: at, updatedAt: at, createdBy };
        await queries.insertSecret(tx, row);
        await store(tx, visitor, id, 1, value);
        await record(tx, visitor, "secret.created", id, { name, username, clientId, resourceId });
        return read(tx, visitor, id);
      }),

    update: (visitor, id, version, { value, ...change }) =>
      as(visitor, async (tx) => {
        const before = await hold(tx, visitor, id, version);
        const moved = movedTo(before, change);
        if (moved !== undefined) await refusePlace(tx, visitor, moved);
        const said = { ...change, ...moved, ...(change.name !== undefined && { name: change.name.trim() }) };
        if (value !== undefined) await store(tx, visitor, id, before.valueNumber + 1, value);
        await queries.updateSecret(tx, id, said, now());
        // Notes may hold what only readers of the secret should know: the log says that they changed, not how.
        const { notes, ...shown } = said;
        const marks = { notesChanged: notes !== undefined && notes !== before.notes, valueChanged: value !== undefined };
        await record(tx, visitor, "secret.changed", id, { ...difference(before, shown), ...marks });
        return read(tx, visitor, id);
      }),

    remove: (visitor, id, version) =>
      as(visitor, async (tx) => {
        const { name } = await hold(tx, visitor, id, version);
        await queries.destroyValues(tx, id);
        await queries.updateSecret(tx, id, { deletedAt: now() }, now());
        await record(tx, visitor, "secret.deleted", id, { name });
      }),

    allow: (visitor, id, version, userIds) =>
      as(visitor, async (tx) => {
        const before = await hold(tx, visitor, id, version);
        const members = await queries.findMembers(tx, userIds);
        if (userIds.some((userId) => !members.has(userId))) throw new AppError("NOT_FOUND", "no such person");
        await queries.replaceAccess(tx, visitor.organizationId, id, userIds);
        await queries.updateSecret(tx, id, {}, now());
        await record(
          tx,
          visitor,
          "secret.access_changed",
          id,
          difference({ userIds: before.userIds }, { userIds: [...userIds].sort(byText) }),
        );
        // Whoever took themselves off the list is told so by what they get: the secret as it now is, for the last time.
        return present(await find(tx, { ...visitor, isAdministrator: true }, id), visitor);
      }),

    reveal: (visitor, id) =>
      as(visitor, async (tx) => {
        const row = await find(tx, visitor, id);
        if (!isFor(row, visitor)) throw new AppError("FORBIDDEN", "this secret is for others", { details: { secret: "access" } });
        await record(tx, visitor, "secret.revealed", id, { version: row.valueNumber });
        return open(tx, visitor.organizationId, id);
      }),

    history: (visitor, id) =>
      as(visitor, async (tx) => {
        const { valueNumber } = await find(tx, visitor, id);
        return (await queries.listValues(tx, id)).map(({ number, at, byId, byName }) => ({
          number,
          at: at.toISOString(),
          by: byId === null ? null : { id: byId, name: byName ?? "" },
          current: number === valueNumber,
        }));
      }),

    use: (organizationId, id, purpose, actor = { kind: "server" }) =>
      database.withTenant(organizationId, async (tx) => {
        const secret = await open(tx, organizationId, id);
        await audit.record(tx, { organizationId, actor, action: "secret.used", subject: { kind: "secret", id }, details: { purpose } });
        return secret;
      }),
  };
}

/** The place after a change, or undefined when it stays. Naming one kind of place leaves the other. */
function movedTo(before: queries.SecretRow, change: Pick<UpdateSecret, "clientId" | "resourceId">) {
  if (change.clientId === undefined && change.resourceId === undefined) return undefined;
  const clientId = change.clientId ?? (change.clientId === undefined && (change.resourceId ?? null) === null ? before.clientId : null);
  const resourceId =
    change.resourceId ?? (change.resourceId === undefined && (change.clientId ?? null) === null ? before.resourceId : null);
  return { clientId, resourceId };
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1);

const isFor = ({ userIds }: queries.SecretRow, { userId }: Visitor): boolean => userIds.length === 0 || userIds.includes(userId);

function present(row: queries.SecretRow, visitor: Visitor): SecretAnswer {
  const { id, name, username, notes, userIds, version } = row;
  return {
    id,
    name,
    username,
    notes,
    client: row.clientId === null ? null : { id: row.clientId, name: row.clientName ?? "" },
    resource: row.resourceId === null ? null : { id: row.resourceId, name: row.resourceName ?? "" },
    userIds,
    revealable: isFor(row, visitor),
    valueChangedAt: row.valueChangedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version,
  };
}
