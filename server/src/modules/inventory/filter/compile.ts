// A filter's tree to a condition over the list of resources (the aliases of modules/resources/row.ts). What people wrote is only ever a
// parameter. What is not known does not match; `-` in front of a term matches it then.
import { ofTenant } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import { endedReleases, RELEASES } from "../os-support.ts";
import { versionOrder } from "../version-order.ts";
import { type CustomField, customCondition } from "./custom.ts";
import { dateCondition, releasesThat } from "./date-conditions.ts";
import { FIELDS, type FieldName, fieldOf } from "./fields.ts";
import { anyOf, holds, holdsNothing, SIGNS, sameText } from "./sql.ts";
import type { Comparison, Filter, Operator, Term } from "./tree.ts";

/** Presence as people see it, which the resources module says in SQL. */
export interface CompileNeeds {
  readonly shownPresence: Prisma.Sql;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The organization's own fields by their labels in lower case. */
  readonly customFields: ReadonlyMap<string, CustomField>;
}

type Columns = {
  readonly [Name in Exclude<FieldName, "software" | "os.supported" | "os.ends" | "presence" | "seen" | "field">]: Prisma.Sql;
};

const COLUMNS: Columns = {
  name: Prisma.sql`r.name`,
  host: Prisma.sql`r.hostname`,
  client: Prisma.sql`c.name`,
  site: Prisma.sql`s.name`,
  group: Prisma.sql`g.name`,
  type: Prisma.sql`(select y.name from equipment_types y where y.organization_id = r.organization_id and y.id = r.type_id)`,
  tag: Prisma.sql`r.tags`,
  asset: Prisma.sql`r.asset_tag`,
  external: Prisma.sql`r.external_key`,
  notes: Prisma.sql`r.notes`,
  created: Prisma.sql`r.created_at`,
  acquired: Prisma.sql`r.acquisition_date`,
  warranty: Prisma.sql`r.warranty_date`,
  platform: Prisma.sql`r.platform`,
  agent: Prisma.sql`(a.id is not null)`,
  "agent.state": Prisma.sql`a.state`,
  enrolled: Prisma.sql`a.enrolled_at`,
  inventory: Prisma.sql`(t.resource_id is not null)`,
  "agent.version": Prisma.sql`a.agent_version`,
  os: Prisma.sql`coalesce(t.os_name, r.os_name)`,
  "os.version": Prisma.sql`t.os_version_order`,
  "os.build": Prisma.sql`t.os_build`,
  architecture: Prisma.sql`t.architecture`,
  user: Prisma.sql`t.last_user`,
  address: Prisma.sql`t.addresses`,
  mac: Prisma.sql`t.macs`,
  "address.public": Prisma.sql`a.seen_from`,
  domain: Prisma.sql`t.domain`,
  maker: Prisma.sql`coalesce(t.manufacturer, r.manufacturer)`,
  model: Prisma.sql`coalesce(t.model, r.model)`,
  serial: Prisma.sql`coalesce(t.serial, r.serial)`,
  chassis: Prisma.sql`t.chassis`,
  virtual: Prisma.sql`t.virtual`,
  hypervisor: Prisma.sql`t.hypervisor`,
  cpu: Prisma.sql`t.cpu`,
  memory: Prisma.sql`round((t.memory_bytes / 1073741824)::numeric, 1)`,
  disk: Prisma.sql`round((t.disk_bytes / 1e9)::numeric, 1)`,
  "disk.encrypted": Prisma.sql`t.encrypted`,
  "disk.failing": Prisma.sql`t.disk_failing`,
  antivirus: Prisma.sql`t.antivirus`,
  "antivirus.on": Prisma.sql`t.antivirus_on`,
  "antivirus.current": Prisma.sql`t.antivirus_current`,
  "firewall.on": Prisma.sql`t.firewall_on`,
  secureboot: Prisma.sql`t.secure_boot`,
  reboot: Prisma.sql`t.reboot_pending`,
  updates: Prisma.sql`t.updates_pending`,
  "updates.critical": Prisma.sql`t.updates_critical`,
  programs: Prisma.sql`t.programs`,
};

/** Fields whose values are words of the fleet's own. */
export const TEXT_FIELDS = (Object.keys(FIELDS) as FieldName[]).filter(
  (name): name is keyof Columns => name !== "notes" && Object.hasOwn(COLUMNS, name) && fieldOf(name).kind === "text",
);
export type TextField = keyof Columns;
export const columnOf = (field: TextField): Prisma.Sql => COLUMNS[field];

/** Columns that hold several texts, one of which must do. */
export const LISTS: ReadonlySet<FieldName> = new Set<FieldName>(["tag", "address", "mac"]);
/** Columns of days without a time. */
const DAYS: ReadonlySet<FieldName> = new Set<FieldName>(["acquired", "warranty"]);

/** The condition. Everything in it is two-valued. */
export function compileFilter(filter: Filter, needs: CompileNeeds): Prisma.Sql {
  switch (filter.kind) {
    case "text":
      return anyOf(
        [COLUMNS.name, COLUMNS.host, COLUMNS.client, COLUMNS.site, COLUMNS.model, COLUMNS.serial, COLUMNS.asset].map((column) =>
          holds(column, filter.value),
        ),
      );
    case "not":
      return Prisma.sql`not ${compileFilter(filter.of, needs)}`;
    case "and":
      return Prisma.sql`(${Prisma.join(
        filter.of.map((one) => compileFilter(one, needs)),
        " and ",
      )})`;
    case "or":
      return anyOf(filter.of.map((one) => compileFilter(one, needs)));
    case "term": {
      const found = anyOf(filter.values.map((value) => conditionOf(filter, value, needs)));
      return filter.operator === "!=" ? Prisma.sql`not ${found}` : found;
    }
  }
}

function conditionOf(term: Term, value: string, { shownPresence, now, customFields }: CompileNeeds): Prisma.Sql {
  const { field, operator } = term;
  if (field === "field") return customCondition(customFields.get(term.name?.toLowerCase() ?? ""), operator, value, now);
  if (field === "os.ends") return releasesThat(operator, value, now);
  // Who answers now was seen now, whenever it was written last.
  if (field === "seen")
    return dateCondition(
      Prisma.sql`(case when p.presence = 'online' then ${new Date(now)}::timestamptz else p.last_seen_at end)`,
      "instant",
      operator,
      value,
      now,
    );
  if (field === "software") return hasSoftware(term, value);
  if (field === "os.supported") return isSupported(value, now);
  if (field === "presence") return Prisma.sql`${shownPresence} = ${value}`;
  const column = COLUMNS[field];
  switch (fieldOf(field).kind) {
    case "flag":
      return value === "unknown" ? Prisma.sql`${column} is null` : Prisma.sql`${column} = ${value === "yes"}`;
    case "number":
      return Prisma.sql`${column} ${SIGNS[operator === ":" || operator === "!=" ? "=" : operator]} ${value}::numeric`;
    case "version":
      return ofVersion(column, operator === ":" || operator === "!=" ? "=" : operator, value);
    case "date":
      return dateCondition(column, DAYS.has(field) ? "day" : "instant", operator, value, now);
    case "choice":
      return Prisma.sql`${column} = ${value}`;
    default:
      return LISTS.has(field) ? inList(column, operator, value) : ofText(column, operator, value);
  }
}

function ofText(column: Prisma.Sql, operator: Operator, value: string): Prisma.Sql {
  if (value === "") return holdsNothing(column);
  return operator === ":" ? holds(column, value) : sameText(column, value);
}

function inList(column: Prisma.Sql, operator: Operator, value: string): Prisma.Sql {
  if (value === "") return Prisma.sql`coalesce(cardinality(${column}), 0) = 0`;
  const one = Prisma.sql`one`;
  return Prisma.sql`exists (select from unnest(${column}) one where ${operator === ":" ? holds(one, value) : sameText(one, value)})`;
}

/** "=" finds a version and everything below it: 115 finds 115.0.2. */
function ofVersion(order: Prisma.Sql, operator: Comparison, version: string): Prisma.Sql {
  const key = versionOrder(version);
  const below = Prisma.sql`(${order} = ${key} or starts_with(${order}, ${`${key}.`}))`;
  const known = Prisma.sql`${order} <> ''`;
  if (operator === "=") return below;
  if (operator === "<" || operator === ">=") return Prisma.sql`(${known} and ${order} ${SIGNS[operator]} ${key})`;
  return operator === "<=" ? Prisma.sql`(${known} and (${order} < ${key} or ${below}))` : Prisma.sql`(${order} > ${key} and not ${below})`;
}

function hasSoftware({ operator, version }: Term, name: string): Prisma.Sql {
  const column = Prisma.sql`w.name`;
  const named = operator === ":" ? holds(column, name) : sameText(column, name);
  const versioned = version === undefined ? Prisma.sql`true` : ofVersion(Prisma.sql`w.version_order`, version.operator, version.value);
  return Prisma.sql`r.id in (select i.resource_id from resource_software i join software w on w.organization_id = i.organization_id and w.id = i.software_id
    where ${ofTenant("i")} and ${named} and ${versioned})`;
}

function isSupported(value: string, now: number): Prisma.Sql {
  const ended = endedReleases(now);
  if (value === "unknown") return Prisma.sql`t.os_release is null or t.os_release <> all(${Object.keys(RELEASES)}::text[])`;
  return value === "no"
    ? Prisma.sql`t.os_release = any(${ended}::text[])`
    : Prisma.sql`(t.os_release = any(${Object.keys(RELEASES)}::text[]) and t.os_release <> all(${ended}::text[]))`;
}
