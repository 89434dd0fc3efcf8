// The columns that a list of resources can have. Those of the row are its own properties; the others are answered as cells, one value each.
import { ofTenant } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import type { ResourceRow } from "./schemas.ts";

const instant = (column: Prisma.Sql): Prisma.Sql => Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Columns that are properties of a row: what each needs of it. */
const ROW_COLUMNS = {
  name: [],
  presence: [],
  hostname: ["hostname"],
  client: ["client", "site"],
  site: ["site"],
  group: ["group"],
  platform: ["platform"],
  os: ["osName", "platform"],
  cpu: ["cpu", "cpuSpark"],
  memory: ["memory"],
  worstVolume: ["worstVolume"],
  uptime: ["uptimeSeconds"],
  agentVersion: ["agent"],
  lastSeenAt: ["lastSeenAt", "presenceSince"],
} as const satisfies Readonly<Record<string, readonly (keyof ResourceRow)[]>>;

/** Over the aliases of row.ts: what people said of a resource, and what its inventory said. */
const CELL_COLUMNS = {
  type: Prisma.sql`(select y.name from equipment_types y where y.organization_id = r.organization_id and y.id = r.type_id)`,
  tags: Prisma.sql`to_jsonb(r.tags)`,
  assetTag: Prisma.sql`r.asset_tag`,
  externalKey: Prisma.sql`r.external_key`,
  acquired: Prisma.sql`r.acquisition_date::text`,
  warranty: Prisma.sql`r.warranty_date::text`,
  created: instant(Prisma.sql`r.created_at`),
  agentState: Prisma.sql`a.state`,
  enrolled: instant(Prisma.sql`a.enrolled_at`),
  publicAddress: Prisma.sql`a.seen_from`,
  osVersion: Prisma.sql`t.os_version`,
  osBuild: Prisma.sql`t.os_build`,
  architecture: Prisma.sql`t.architecture`,
  domain: Prisma.sql`t.domain`,
  lastUser: Prisma.sql`t.last_user`,
  addresses: Prisma.sql`to_jsonb(t.addresses)`,
  macs: Prisma.sql`to_jsonb(t.macs)`,
  manufacturer: Prisma.sql`coalesce(t.manufacturer, r.manufacturer)`,
  model: Prisma.sql`coalesce(t.model, r.model)`,
  serial: Prisma.sql`coalesce(t.serial, r.serial)`,
  chassis: Prisma.sql`t.chassis`,
  virtual: Prisma.sql`t.virtual`,
  hypervisor: Prisma.sql`t.hypervisor`,
  processor: Prisma.sql`t.cpu`,
  memorySize: Prisma.sql`t.memory_bytes`,
  diskSize: Prisma.sql`t.disk_bytes`,
  encrypted: Prisma.sql`t.encrypted`,
  diskFailing: Prisma.sql`t.disk_failing`,
  antivirus: Prisma.sql`t.antivirus`,
  antivirusOn: Prisma.sql`t.antivirus_on`,
  antivirusCurrent: Prisma.sql`t.antivirus_current`,
  firewallOn: Prisma.sql`t.firewall_on`,
  secureBoot: Prisma.sql`t.secure_boot`,
  rebootPending: Prisma.sql`t.reboot_pending`,
  updates: Prisma.sql`t.updates_pending`,
  updatesCritical: Prisma.sql`t.updates_critical`,
  programs: Prisma.sql`t.programs`,
} satisfies Readonly<Record<string, Prisma.Sql>>;

type RowColumn = keyof typeof ROW_COLUMNS;
type CellColumnName = keyof typeof CELL_COLUMNS;
const ROW_NAMES = Object.keys(ROW_COLUMNS) as RowColumn[];
const CELL_NAMES = Object.keys(CELL_COLUMNS) as CellColumnName[];

/** Any column's name: one of the list, or field. and the id of a field of the organization's own. */
export const COLUMN_PATTERN = `^(${[...ROW_NAMES, ...CELL_NAMES].join("|")}|field\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$`;
/** Most columns of one list. */
export const MOST_COLUMNS = 40;

const isRowColumn = (name: string): name is RowColumn => Object.hasOwn(ROW_COLUMNS, name);
const isCellColumn = (name: string): name is CellColumnName => Object.hasOwn(CELL_COLUMNS, name);

/** Properties that every row of a list has, whatever its columns. */
const ALWAYS = ["id", "version", "name", "presence", "online"] as const satisfies readonly (keyof ResourceRow)[];

/** The properties of a row that these columns ask for. */
export const propertiesOf = (columns: readonly string[]): ReadonlySet<keyof ResourceRow> =>
  new Set<keyof ResourceRow>([...ALWAYS, ...columns.flatMap((name) => (isRowColumn(name) ? ROW_COLUMNS[name] : []))]);

/** One JSON object with the cells that are not properties of the row; undefined when there are none. */
export function cellsSql(columns: readonly string[]): Prisma.Sql | undefined {
  const pairs = columns.flatMap((name) => {
    if (isCellColumn(name)) return [Prisma.sql`${name}::text, ${CELL_COLUMNS[name]}`];
    return name.startsWith("field.") ? [Prisma.sql`${name}::text, ${customSql(name.slice("field.".length))}`] : [];
  });
  return pairs.length === 0 ? undefined : Prisma.sql`jsonb_build_object(${Prisma.join(pairs)})`;
}

/** The tables are the fields module's; what a deleted field said is not told. */
const customSql = (fieldId: string): Prisma.Sql => Prisma.sql`(select v.value from field_values v
  join custom_fields f on f.organization_id = v.organization_id and f.id = v.field_id
  where ${ofTenant("v")} and v.field_id = ${fieldId}::uuid and v.target_id = r.id and f.deleted_at is null)`;
