// A filter's tree to a condition over the list of resources (the aliases of modules/resources/row.ts). What people wrote is only ever a
// parameter. What is not known does not match; `-` in front of a term matches it then.
import { ofTenant } from "../../../database/index.ts";
import { Prisma } from "../../../generated/prisma/client.ts";
import { endedReleases, RELEASES } from "../os-support.ts";
import { versionOrder } from "../version-order.ts";
import { type FieldName, fieldOf } from "./fields.ts";
import type { Comparison, Filter, Operator, Term } from "./tree.ts";

/** Presence as people see it, which the resources module says in SQL. */
export interface CompileNeeds {
  readonly shownPresence: Prisma.Sql;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type Columns = { readonly [Name in Exclude<FieldName, "software" | "os.supported" | "presence">]: Prisma.Sql };

const COLUMNS: Columns = {
  name: Prisma.sql`r.name`,
  host: Prisma.sql`r.hostname`,
  client: Prisma.sql`c.name`,
  site: Prisma.sql`s.name`,
  group: Prisma.sql`g.name`,
  platform: Prisma.sql`r.platform`,
  "agent.version": Prisma.sql`a.agent_version`,
  os: Prisma.sql`coalesce(t.os_name, r.os_name)`,
  "os.version": Prisma.sql`t.os_version_order`,
  domain: Prisma.sql`t.domain`,
  maker: Prisma.sql`t.manufacturer`,
  model: Prisma.sql`t.model`,
  serial: Prisma.sql`t.serial`,
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

/** Comparison signs as SQL has them: none of it comes from text. */
const SIGNS: Readonly<Record<Exclude<Operator, ":" | "!=">, Prisma.Sql>> = {
  "=": Prisma.sql`=`,
  "<": Prisma.sql`<`,
  "<=": Prisma.sql`<=`,
  ">": Prisma.sql`>`,
  ">=": Prisma.sql`>=`,
};

/** The condition. Everything in it is two-valued. */
export function compileFilter(filter: Filter, needs: CompileNeeds): Prisma.Sql {
  switch (filter.kind) {
    case "text":
      return anyOf(
        [COLUMNS.name, COLUMNS.host, COLUMNS.client, COLUMNS.site, COLUMNS.model, COLUMNS.serial].map((column) =>
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

const anyOf = (conditions: readonly Prisma.Sql[]): Prisma.Sql => Prisma.sql`coalesce(${Prisma.join([...conditions], " or ")}, false)`;
const holds = (column: Prisma.Sql, text: string): Prisma.Sql =>
  Prisma.sql`coalesce(${column}, '') ilike ${`%${text.trim().replace(/[\\%_]/g, "\\$&")}%`}`;

function conditionOf(term: Term, value: string, { shownPresence, now }: CompileNeeds): Prisma.Sql {
  const { field, operator } = term;
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
    case "choice":
      return Prisma.sql`${column} = ${value}`;
    default:
      return operator === ":" ? holds(column, value) : Prisma.sql`lower(${column}) = lower(${value})`;
  }
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
  const named = operator === ":" ? holds(column, name) : Prisma.sql`lower(${column}) = lower(${name})`;
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
