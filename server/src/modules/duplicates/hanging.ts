// Everything that hangs on a resource, table by table, and what becomes of it when two resources are found to be one machine.
// A new table with resource_id needs a line here: hanging.test.ts reads the catalogue and says so.
import type { Tx } from "../../database/index.ts";

/**
 * `all`: both have it, one after the other. `newest`: the younger one's takes the place of the other's under the same keys, or altogether
 * where there are none. `first`: the younger one's fills gaps alone. `stays`: it means nothing to the other.
 */
type Way = "all" | "newest" | "first" | "stays";

interface Hanging {
  readonly table: string;
  readonly way: Way;
  readonly keys?: readonly string[];
  /** The column that names the resource; resource_id when left out. */
  readonly column?: string;
}

/** In the application's own schema. Agents change places instead (merge.ts). */
export const HANGING: readonly Hanging[] = [
  { table: "agents", way: "stays" },
  { table: "resource_presence", way: "stays" },
  { table: "duplicate_proposals", way: "stays" },
  { table: "resource_events", way: "all" },
  { table: "resource_changes", way: "all" },
  { table: "resource_notes", way: "all" },
  { table: "secrets", way: "all" },
  { table: "resource_attachments", way: "first", keys: ["file_id"] },
  { table: "contract_resources", way: "first", keys: ["contract_id"] },
  { table: "ticket_resources", way: "first", keys: ["ticket_id"] },
  { table: "field_values", way: "first", keys: ["field_id"], column: "target_id" },
  { table: "settings", way: "first", keys: ["scope", "key"], column: "scope_id" },
  { table: "resource_inventories", way: "newest" },
  { table: "inventory_sections", way: "newest", keys: ["section"] },
  { table: "resource_software", way: "newest" },
  { table: "resource_traits", way: "newest" },
  { table: "resource_identifiers", way: "newest" },
  { table: "log_requests", way: "all" },
  { table: "licence_removals", way: "first", keys: ["product", "channel", "last_five"] },
];

/** Means of the same minutes from two sources cannot be told apart any more: those of the surviving resource stay. */
const rollups = ["host", "volume", "disk", "interface"].flatMap((kind) =>
  ["1m", "5m", "1h"].map((level): Hanging => ({ table: `${kind}_${level}`, way: "first", keys: ["object", "bucket"] })),
);

/** In the schema telemetry. */
export const HANGING_TELEMETRY: readonly Hanging[] = [
  { table: "latest", way: "newest" },
  { table: "states", way: "newest", keys: ["key"] },
  { table: "gaps", way: "all" },
  { table: "quarantine", way: "all" },
  { table: "inventory_inbox", way: "all" },
  { table: "report_raw", way: "all" },
  ...rollups,
];

/** Gives what hangs on `source` to `target`. Runs inside withTenant. */
export async function handOver(tx: Tx, organizationId: string, source: string, target: string): Promise<void> {
  for (const { table, way, keys = [], column = "resource_id" } of HANGING)
    if (way !== "stays")
      await tx.$executeRaw`select hand_over(${table}::regclass, ${column}, ${[...keys]}::text[], ${way},
        ${organizationId}::uuid, ${source}::uuid, ${target}::uuid)`;
}

/** The same for what was measured, which may be much: not in the transaction that a person waits for. May be done again. */
export async function handOverTelemetry(tx: Tx, source: string, target: string): Promise<void> {
  for (const { table, way, keys = [] } of HANGING_TELEMETRY)
    await tx.$executeRaw`select telemetry.hand_over(${table}, ${[...keys]}::text[], ${way}, ${source}::uuid, ${target}::uuid)`;
}
