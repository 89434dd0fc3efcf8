// Containers and the fields in them: what an organization wants to know of its things beside what everybody does.

import type { Clock } from "../../clock.ts";
import { type Database, ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { actorOf, type Caller, type Viewer } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { newId } from "../../ids.ts";
import { type Audit, difference } from "../audit/index.ts";
import type { CreateContainer, CreateField, CustomField, FieldContainer, FieldTarget, UpdateContainer, UpdateField } from "./schemas.ts";

/** Most containers of a kind of thing, and most fields in each. */
const MOST: Readonly<Record<FieldTarget, { readonly containers: number; readonly fields: number }>> = {
  resource: { containers: 100, fields: 100 },
  ticket: { containers: 100, fields: 100 },
  client: { containers: 100, fields: 100 },
  requester: { containers: 1, fields: 5 },
};

/** All of it throws NOT_FOUND for what is not there and VERSION_MISMATCH for what somebody else changed. */
export interface FieldContainers {
  list(viewer: Pick<Viewer, "organizationId">, target: FieldTarget | undefined): Promise<FieldContainer[]>;
  /** Throws CONFLICT { most } when such things have as many containers as they may. */
  create(caller: Caller, container: CreateContainer): Promise<FieldContainer>;
  update(caller: Caller, id: string, version: number, change: UpdateContainer): Promise<FieldContainer>;
  /** Hides it with its fields; the values stay. */
  remove(caller: Caller, id: string, version: number): Promise<void>;
  /** Throws CONFLICT { most }, INVALID_INPUT for options that do not belong to the type. */
  addField(caller: Caller, containerId: string, field: CreateField): Promise<CustomField>;
  updateField(caller: Caller, id: string, version: number, change: UpdateField): Promise<CustomField>;
  /** Hides the field; its values stay. */
  removeField(caller: Caller, id: string, version: number): Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly audit: Audit;
}

async function read(tx: Tx, which: Prisma.Sql): Promise<FieldContainer[]> {
  const containers = await tx.$queryRaw<Omit<FieldContainer, "fields">[]>`
    select c.id, c.target, c.name, c.position, c.version from field_containers c
    where ${ofTenant("c")} and c.deleted_at is null and ${which} order by c.target, c.position, c.id`;
  const fields = await tx.$queryRaw<(CustomField & { containerId: string })[]>`
    select f.id, f.container_id as "containerId", f.label, f.type, f.required, f.options, f.position, f.version from custom_fields f
    where ${ofTenant("f")} and f.deleted_at is null and f.container_id = any(${containers.map(({ id }) => id)}::uuid[])
    order by f.position, f.id`;
  return containers.map((container) => ({
    ...container,
    fields: fields.filter(({ containerId }) => containerId === container.id).map(({ containerId: _, ...field }) => field),
  }));
}

async function containerOf(tx: Tx, id: string): Promise<FieldContainer> {
  const [container] = await read(tx, Prisma.sql`c.id = ${id}::uuid`);
  if (container === undefined) throw new AppError("NOT_FOUND", "no such field container");
  return container;
}

async function fieldOf(tx: Tx, id: string): Promise<CustomField> {
  const [container] = await read(
    tx,
    Prisma.sql`c.id = (select f.container_id from custom_fields f where ${ofTenant("f")} and f.id = ${id}::uuid)`,
  );
  const field = container?.fields.find((one) => one.id === id);
  if (field === undefined) throw new AppError("NOT_FOUND", "no such field");
  return field;
}

/** One at a time makes containers and fields of an organization: else two could pass the limits together. */
async function takeTurn(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('fields ' || current_setting('vigia.organization'), 0))`;
}

const full = (what: string, most: number) => new AppError("CONFLICT", `there may be at most ${most} ${what}`, { details: { most } });

/** Trimmed, each once. Throws INVALID_INPUT for a choice without options, and for options of anything else. */
function optionsOf(type: CustomField["type"], options: readonly string[]): string[] {
  const own = [...new Set(options.map((text) => text.trim()))];
  if ((type === "single_select") === own.length > 0) return own;
  const message = type === "single_select" ? "a choice needs options" : "only a choice has options";
  throw new AppError("INVALID_INPUT", message, { details: { fields: [{ field: "options", problem: "options" }] } });
}

/** Builds the service. */
export function createFieldContainers({ database, clock, audit }: Parts): FieldContainers {
  const now = () => new Date(clock.now());
  const tell = (
    tx: Tx,
    caller: Caller,
    action: string,
    subject: { kind: string; id: string },
    details: Readonly<Record<string, unknown>>,
  ) =>
    audit.record(tx, { organizationId: caller.organizationId, actor: actorOf(caller), action, subject, details, address: caller.address });
  const inTurn = <T>({ organizationId }: Caller, work: (tx: Tx) => Promise<T>): Promise<T> =>
    database.withTenant(organizationId, async (tx) => {
      await takeTurn(tx);
      return work(tx);
    });

  return {
    list: ({ organizationId }, target) =>
      database.withTenant(organizationId, (tx) => read(tx, target === undefined ? Prisma.sql`true` : Prisma.sql`c.target = ${target}`)),

    create: (caller, { target, name, position = 0 }) =>
      inTurn(caller, async (tx) => {
        const most = MOST[target].containers;
        if ((await tx.fieldContainer.count({ where: { target, deletedAt: null } })) >= most) throw full(`containers of a ${target}`, most);
        const row = { id: newId(), organizationId: caller.organizationId, target, name: name.trim(), position, createdBy: caller.userId };
        await tx.fieldContainer.create({ data: row });
        await tell(tx, caller, "field_container.created", { kind: "field_container", id: row.id }, { target, name: row.name });
        return containerOf(tx, row.id);
      }),

    update: (caller, id, version, change) =>
      inTurn(caller, async (tx) => {
        const before = await containerOf(tx, id);
        if (before.version !== version) throw versionMismatch();
        const said = { ...change, ...(change.name !== undefined && { name: change.name.trim() }) };
        await tx.fieldContainer.updateMany({ where: { id }, data: { ...said, updatedAt: now(), version: { increment: 1 } } });
        await tell(tx, caller, "field_container.changed", { kind: "field_container", id }, difference(before, said));
        return containerOf(tx, id);
      }),

    remove: (caller, id, version) =>
      inTurn(caller, async (tx) => {
        const before = await containerOf(tx, id);
        if (before.version !== version) throw versionMismatch();
        await tx.fieldContainer.updateMany({ where: { id }, data: { deletedAt: now(), version: { increment: 1 } } });
        await tell(tx, caller, "field_container.deleted", { kind: "field_container", id }, { name: before.name });
      }),

    addField: (caller, containerId, { label, type, required = false, options = [], position = 0 }) =>
      inTurn(caller, async (tx) => {
        const { target, fields } = await containerOf(tx, containerId);
        const most = MOST[target].fields;
        if (fields.length >= most) throw full(`fields in a container of a ${target}`, most);
        const said = { label: label.trim(), type, required, options: optionsOf(type, options), position };
        const id = newId();
        await tx.customField.create({ data: { id, organizationId: caller.organizationId, containerId, ...said } });
        await tell(tx, caller, "custom_field.created", { kind: "custom_field", id }, said);
        return fieldOf(tx, id);
      }),

    updateField: (caller, id, version, change) =>
      inTurn(caller, async (tx) => {
        const before = await fieldOf(tx, id);
        if (before.version !== version) throw versionMismatch();
        const options = change.options === undefined ? {} : { options: optionsOf(before.type, change.options) };
        const said = { ...change, ...options, ...(change.label !== undefined && { label: change.label.trim() }) };
        await tx.customField.updateMany({ where: { id }, data: { ...said, updatedAt: now(), version: { increment: 1 } } });
        await tell(tx, caller, "custom_field.changed", { kind: "custom_field", id }, difference(before, said));
        return fieldOf(tx, id);
      }),

    removeField: (caller, id, version) =>
      inTurn(caller, async (tx) => {
        const before = await fieldOf(tx, id);
        if (before.version !== version) throw versionMismatch();
        await tx.customField.updateMany({ where: { id }, data: { deletedAt: now(), version: { increment: 1 } } });
        await tell(tx, caller, "custom_field.deleted", { kind: "custom_field", id }, { label: before.label });
      }),
  };
}
