// What rows are held against: the places, types, fields and resources within the person's reach, found by name.
import { ofTenant, type Tx } from "../../database/index.ts";
import { CLIENT_PLACE, GROUP_PLACE, RESOURCE_PLACE, type Reach, SITE_PLACE, within } from "../../http/reach.ts";
import type { CustomField } from "../fields/index.ts";

export type { CustomField } from "../fields/index.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Placed extends Named {
  readonly clientId: string;
}

export interface KnownResource {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly clientId: string;
  readonly siteId: string;
  readonly groupId: string | null;
  readonly typeId: string | null;
  readonly hasAgent: boolean;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  /** What its agent says. */
  readonly reportedSerial: string | null;
  readonly assetTag: string | null;
  readonly acquisitionDate: string | null;
  readonly warrantyDate: string | null;
  readonly tags: readonly string[];
  readonly externalKey: string | null;
  readonly notes: string;
}

export interface Known {
  readonly reach: Reach;
  readonly clients: ReadonlyMap<string, readonly Named[]>;
  /** By client and name; a client's first site under its id alone. */
  readonly sites: ReadonlyMap<string, readonly Placed[]>;
  readonly firstSites: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, readonly Placed[]>;
  readonly types: ReadonlyMap<string, readonly Named[]>;
  readonly fields: ReadonlyMap<string, CustomField>;
  readonly byKey: ReadonlyMap<string, readonly KnownResource[]>;
  readonly bySerial: ReadonlyMap<string, readonly KnownResource[]>;
  readonly byName: ReadonlyMap<string, readonly KnownResource[]>;
  /** Keys of all resources, also of those out of reach. */
  readonly takenKeys: ReadonlySet<string>;
  /** Custom fields' values by resource, then field. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** As names are compared. */
export const folded = (text: string): string => text.trim().toLowerCase();
/** A place for something of a client's. */
export const under = (clientId: string, name: string): string => `${clientId} ${folded(name)}`;

/** Reads all of it. Tables of clients and resources are read here, because a file of thousands of rows is held against all at once. */
export async function readKnown(tx: Tx, reach: Reach, fields: readonly CustomField[]): Promise<Known> {
  const sites = await tx.$queryRaw<Placed[]>`select s.id, s.name, s.client_id as "clientId" from sites s
    where ${within(reach, SITE_PLACE)} and s.deleted_at is null order by s.created_at, s.id`;
  const groups = await tx.$queryRaw<Placed[]>`select g.id, g.name, g.client_id as "clientId" from resource_groups g
    where ${within(reach, GROUP_PLACE)} and g.deleted_at is null`;
  // Somebody who reaches a site or a group alone names its client all the same.
  const above = [...new Set([...sites, ...groups].map(({ clientId }) => clientId))];
  const clients = await tx.$queryRaw<Named[]>`select c.id, c.name from clients c
    where (${within(reach, CLIENT_PLACE)} or (${ofTenant("c")} and c.id = any(${above}::uuid[]))) and c.deleted_at is null`;
  const types = await tx.$queryRaw<Named[]>`select y.id, y.name from equipment_types y where ${ofTenant("y")} and y.deleted_at is null`;
  const resources = await readResources(tx, reach);
  const keys = await tx.$queryRaw<{ key: string }[]>`select r.external_key as key from resources r
    where ${ofTenant("r")} and r.deleted_at is null and r.external_key is not null`;
  const values = new Map<string, Map<string, string>>();
  for (const { resourceId, fieldId, value } of await tx.$queryRaw<{ resourceId: string; fieldId: string; value: string }[]>`
      select v.target_id as "resourceId", v.field_id as "fieldId", v.value from field_values v
      where ${ofTenant("v")} and v.field_id = any(${fields.map(({ id }) => id)}::uuid[])`)
    values.set(resourceId, (values.get(resourceId) ?? new Map<string, string>()).set(fieldId, value));
  const firstSites = new Map<string, string>();
  for (const { id, clientId } of sites) if (!firstSites.has(clientId)) firstSites.set(clientId, id);
  return {
    reach,
    clients: grouped(clients, ({ name }) => [folded(name)]),
    sites: grouped(sites, ({ clientId, name }) => [under(clientId, name)]),
    firstSites,
    groups: grouped(groups, ({ clientId, name }) => [under(clientId, name)]),
    types: grouped(types, ({ name }) => [folded(name)]),
    fields: new Map(fields.map((field) => [field.id, field])),
    byKey: grouped(resources, ({ externalKey }) => (externalKey === null ? [] : [externalKey])),
    bySerial: grouped(resources, ({ clientId, serial, reportedSerial }) =>
      [...new Set([serial, reportedSerial])].flatMap((one) => (one === null || one.trim() === "" ? [] : [under(clientId, one)])),
    ),
    byName: grouped(resources, ({ clientId, name }) => [under(clientId, name)]),
    takenKeys: new Set(keys.map(({ key }) => key)),
    values,
  };
}

const readResources = (tx: Tx, reach: Reach): Promise<KnownResource[]> => tx.$queryRaw`
  select r.id, r.name, r.version, r.client_id as "clientId", r.site_id as "siteId", r.group_id as "groupId", r.type_id as "typeId",
    exists (select from agents a where a.organization_id = r.organization_id and a.resource_id = r.id) as "hasAgent",
    r.manufacturer, r.model, r.serial, t.serial as "reportedSerial", r.asset_tag as "assetTag",
    r.acquisition_date::text as "acquisitionDate", r.warranty_date::text as "warrantyDate", r.tags, r.external_key as "externalKey", r.notes
  from resources r left join resource_traits t on t.organization_id = r.organization_id and t.resource_id = r.id
  where ${within(reach, RESOURCE_PLACE)} and r.deleted_at is null`;

function grouped<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const map = new Map<string, Item[]>();
  for (const item of items)
    for (const key of keysOf(item)) {
      const there = map.get(key);
      if (there === undefined) map.set(key, [item]);
      else there.push(item);
    }
  return map;
}
