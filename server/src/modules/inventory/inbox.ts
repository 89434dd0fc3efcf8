// What arrives of inventories: kept as it came, in the transaction that moves delivery's cursor. The single writer of all agents' telemetry
// is not made to wait for what an inventory costs; intake.ts makes rows of it afterwards.
import { MAX_FIELD_BYTES, WireRecord } from "@vigia/protocol";
import type pg from "pg";
import type { TelemetryItem } from "../../delivery/index.ts";
import { Unfit } from "../../delivery/index.ts";
import { isSection } from "./sections/index.ts";

/** Name of the section, "" for an inventory's end. */
export interface Arrived {
  readonly inboxSection: string;
}

/** undefined when the record is none of an inventory. Throws Unfit for a section that cannot be one. */
export function readArrived(record: WireRecord): Arrived | undefined {
  if (record.body === "inventoryTaken") return { inboxSection: "" };
  if (record.body !== "inventorySection") return undefined;
  const { name, deflated } = record.inventorySection;
  if (!isSection(name ?? "")) throw new Unfit("a section of the inventory that this server does not know");
  if ((deflated?.length ?? 0) > MAX_FIELD_BYTES) throw new Unfit("a section of the inventory that is too large");
  return { inboxSection: name ?? "" };
}

/** Writes them into the inbox, in the given transaction of the telemetry role. */
export async function fillInbox(client: pg.ClientBase, items: readonly TelemetryItem<Arrived>[]): Promise<void> {
  if (items.length === 0) return;
  await client.query(
    `insert into telemetry.inventory_inbox (organization_id, resource_id, at, section, content)
     select organization_id, resource_id, to_timestamp(ms / 1000.0), section, content
     from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::bytea[]) as r (organization_id, resource_id, ms, section, content)`,
    [
      items.map(({ agent }) => agent.organizationId),
      items.map(({ agent }) => agent.resourceId),
      items.map(({ atMs }) => atMs),
      items.map(({ content }) => content.inboxSection),
      items.map(({ record }) => Buffer.from(WireRecord.encode(record))),
    ],
  );
}

/** Whose inventories wait, of all organizations. */
export async function waiting(pool: pg.Pool): Promise<{ organizationId: string; resourceId: string }[]> {
  const { rows } = await pool.query<{ organization_id: string; resource_id: string }>(
    "select organization_id, resource_id from telemetry.inventory_inbox group by organization_id, resource_id order by min(id)",
  );
  return rows.map((row) => ({ organizationId: row.organization_id, resourceId: row.resource_id }));
}
