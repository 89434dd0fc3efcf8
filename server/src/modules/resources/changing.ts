// What people change about a resource: written with its history, in the transaction of whoever asked.
import type { Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Caller } from "../../http/caller.ts";
import { versionMismatch } from "../../http/versioning.ts";
import { difference } from "../audit/index.ts";
import { equipmentOf } from "./equipment.ts";
import { toEquipment } from "./equipment-answer.ts";
import { resourceName, unlessKeyTaken } from "./making.ts";
import { placeFor } from "./moves.ts";
import { markOf, type Needs } from "./needs.ts";
import { findRow, writeResource } from "./queries.ts";
import type { StoredRow } from "./row.ts";
import type { UpdateBody } from "./schemas.ts";
import { leaveTrail } from "./trail.ts";

type Row = StoredRow & { notes: string };

/** A row's fields under the names that a change has them by. */
const flat = (row: StoredRow & { notes: string }): Record<string, unknown> => ({
  ...row,
  ...toEquipment(row),
  typeId: row.type?.id ?? null,
});
const only = (fields: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, fields[name]]));

/** What the history of a resource tells of it. */
export const inWords = (row: StoredRow): Record<string, string | null> => ({
  name: row.name,
  client: row.clientName,
  site: row.siteName,
  group: row.groupName,
  type: row.type?.name ?? null,
  acquisitionDate: row.acquisitionDate,
  warrantyDate: row.warrantyDate,
  manufacturer: row.typedManufacturer,
  model: row.typedModel,
  serial: row.typedSerial,
  assetTag: row.assetTag,
  tags: row.tags.length === 0 ? null : row.tags.join(", "),
  externalKey: row.externalKey,
});
export const trailOf = ({ organizationId, userId }: Caller) => ({ organizationId, actorId: userId, section: "equipment" });

async function existing(tx: Tx, { reach }: Caller, id: string): Promise<Row> {
  const row = await findRow(tx, reach, id);
  if (row === undefined) throw new AppError("NOT_FOUND", "no such resource");
  return row;
}

/** Answers the row as it is then. Throws NOT_FOUND, VERSION_MISMATCH, INVALID_INPUT, ALREADY_EXISTS for an external key. */
export async function changeResource(
  tx: Tx,
  { clock, marks }: Pick<Needs, "clock" | "marks">,
  caller: Caller,
  { id, version, change }: { id: string; version: number; change: UpdateBody },
): Promise<Row> {
  const row = await existing(tx, caller, id);
  if (row.version !== version) throw versionMismatch();
  const { name: given, notes, siteId: _site, groupId: _group, ...said } = change;
  const name = given === undefined ? {} : { name: resourceName(given) };
  const place = await placeFor(tx, caller.reach, row, change);
  const data = { ...name, ...(notes !== undefined && { notes }), ...place, ...(await equipmentOf(tx, row, said)) };
  const at = new Date(clock.now());
  if (!(await unlessKeyTaken(writeResource(tx, id, version, data, at)))) throw versionMismatch();
  const after = await existing(tx, caller, id);
  await leaveTrail(tx, { ...trailOf(caller), resourceId: id, at, before: inWords(row), after: inWords(after) });
  await marks.audit(tx, caller.organizationId, {
    ...markOf(caller),
    action: "resource.changed",
    subject: { kind: "resource", id },
    details: difference(flat(row), only(flat(after), Object.keys(change))),
  });
  await marks.publish(tx, caller.organizationId, "resource.changed", { resourceId: id });
  return after;
}
