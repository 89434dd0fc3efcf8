// What becomes of a row: which resource it is about, and what would be different afterwards. Pure; writing is apply.ts' business.
import { reaches } from "../../http/reach.ts";
import { problemOf, type ValuesInput } from "../fields/index.ts";
import type { UpdateBody } from "../resources/index.ts";
import { folded, type Known, type KnownResource, under } from "./known.ts";
import type { Row } from "./row.ts";
import type { DateOrder, Outcome } from "./schemas.ts";
import { dayOf, fieldValueOf, tagsOf } from "./values.ts";

export interface Options {
  readonly dateOrder: DateOrder;
  readonly makeClients: boolean;
}

/** A client that is made with its site before the row is written. */
export interface NewPlace {
  readonly client: string;
  readonly site: string;
}

export interface Plan {
  readonly outcome: Outcome;
  /** What is changed, or that the new resource has. */
  readonly change: UpdateBody;
  readonly values: ValuesInput;
  readonly resource: KnownResource | undefined;
  readonly clientId: string | undefined;
  readonly newPlace: NewPlace | undefined;
}

const FIRST_SITE = "Main";
type Change = { -readonly [Key in keyof UpdateBody]: UpdateBody[Key] };

/** Its problems are the row's. `seen`: what earlier rows of the file are about, by what names it. */
export function planRow(row: Row, known: Known, options: Options, seen: Map<string, number>): Plan {
  const clientId = findClient(row, known, options);
  const newPlace = clientId === "new" ? { client: row.text("client", 200), site: row.text("site", 200) || FIRST_SITE } : undefined;
  const ofClient = clientId === "new" ? undefined : clientId;
  const resource = findResource(row, known, ofClient);
  refuseRepeated(row, resource, ofClient ?? folded(row.raw("client")), seen);
  if (resource === undefined && row.raw("client") === "") row.wrong("required", "client", "");
  const said = newPlace === undefined ? placeSaid(row, known, ofClient ?? resource?.clientId, resource) : {};
  const wanted: Change = { ...said, ...equipmentSaid(row, known, options, resource) };
  if (resource === undefined && wanted.name === undefined && row.problems.length === 0) row.wrong("required", "name", "");
  const change = resource === undefined ? wanted : differing(wanted, resource);
  const values = valuesSaid(row, known, options, resource);
  const different = Object.keys(change).length + values.length > 0;
  const outcome = row.problems.length > 0 ? "failed" : resource === undefined ? "made" : different ? "changed" : "unchanged";
  return { outcome, change, values, resource, clientId: ofClient, newPlace };
}

function findClient(row: Row, known: Known, { makeClients }: Options): string | undefined {
  const name = row.raw("client");
  if (name === "") return undefined;
  const [first, second] = known.clients.get(folded(name)) ?? [];
  if (second !== undefined) row.wrong("ambiguous", "client", name);
  if (first === undefined && makeClients && row.text("client", 200) !== "") return "new";
  if (first === undefined) row.wrong("unknownClient", "client", name);
  return first?.id;
}

/** By external key; else by the client's serial number; else by the client's name. A resource known otherwise under another key is another. */
function findResource(row: Row, known: Known, clientId: string | undefined): KnownResource | undefined {
  const key = row.text("externalKey", 200);
  const serial = row.text("serial", 255);
  const [keyed] = key === "" ? [] : (known.byKey.get(key) ?? []);
  if (keyed !== undefined) return keyed;
  if (key !== "" && known.takenKeys.has(key)) row.wrong("keyTaken", "externalKey", key);
  if (clientId === undefined) return undefined;
  const free = (one: KnownResource) => key === "" || one.externalKey === null;
  const name = row.text("name", 255);
  const bySerial = serial === "" ? [] : (known.bySerial.get(under(clientId, serial)) ?? []).filter(free);
  const sameSerial = (one: KnownResource) =>
    serial === "" || [one.serial, one.reportedSerial].every((its) => its === null || folded(its) === folded(serial));
  const found =
    bySerial.length > 0 ? bySerial : (known.byName.get(under(clientId, name)) ?? []).filter((one) => free(one) && sameSerial(one));
  if (found.length > 1) row.wrong("ambiguous", bySerial.length > 0 ? "serial" : "name", bySerial.length > 0 ? serial : name);
  return found[0];
}

/** Two rows about one thing would undo each other with every import. */
function refuseRepeated(row: Row, resource: KnownResource | undefined, client: string, seen: Map<string, number>): void {
  const [key, serial, name] = [row.raw("externalKey"), row.raw("serial"), row.raw("name")];
  const names =
    resource !== undefined
      ? [`id ${resource.id}`]
      : key !== ""
        ? [`key ${key}`]
        : serial !== ""
          ? [`serial ${client} ${folded(serial)}`]
          : [`name ${client} ${folded(name)}`];
  for (const one of names) {
    const earlier = seen.get(one);
    if (earlier !== undefined) row.wrong("repeated", null, String(earlier));
    else seen.set(one, row.number);
  }
}

function placeSaid(row: Row, known: Known, clientId: string | undefined, resource: KnownResource | undefined): Change {
  if (clientId === undefined) return {};
  const change: Change = {};
  const [site, group] = [row.raw("site"), row.raw("group")];
  const moves = resource === undefined || resource.clientId !== clientId;
  if (site !== "") {
    const [found, second] = known.sites.get(under(clientId, site)) ?? [];
    if (found === undefined) row.wrong("unknownSite", "site", site);
    else if (second !== undefined) row.wrong("ambiguous", "site", site);
    else change.siteId = found.id;
  } else if (moves) {
    const first = known.firstSites.get(clientId);
    if (first === undefined) row.wrong("noSite", "client", row.raw("client"));
    else change.siteId = first;
  }
  if (group !== "") {
    const [found, second] = known.groups.get(under(clientId, group)) ?? [];
    if (found === undefined) row.wrong("unknownGroup", "group", group);
    else if (second !== undefined) row.wrong("ambiguous", "group", group);
    else change.groupId = found.id;
  } else if (resource === undefined) change.groupId = null;
  const siteId = change.siteId ?? resource?.siteId;
  const groupId = change.groupId === undefined ? (moves ? null : resource.groupId) : change.groupId;
  if (siteId !== undefined && row.problems.length === 0 && !reaches(known.reach, { kind: "resource", clientId, siteId, groupId }))
    row.wrong("unknownSite", site === "" ? "client" : "site", site === "" ? row.raw("client") : site);
  return change;
}

/** What is empty in the file stays as it is. What a machine says itself is left to it. */
function equipmentSaid(row: Row, known: Known, { dateOrder }: Options, resource: KnownResource | undefined): Change {
  const change: Change = {};
  const name = row.text("name", 255);
  if (name !== "") change.name = name;
  else if (row.raw("name") !== "") row.wrong("blank", "name", row.raw("name"));
  const own = resource?.hasAgent === true ? [] : (["manufacturer", "model", "serial"] as const);
  for (const target of [...own, "assetTag"] as const) {
    const text = row.text(target, 255);
    if (text !== "") change[target] = text;
  }
  const key = row.text("externalKey", 200);
  if (key !== "") change.externalKey = key;
  const notes = row.raw("notes");
  if (notes.length > 20_000) row.wrong("tooLong", "notes", notes.slice(0, 80));
  if (notes !== "") change.notes = notes;
  const tags = tagsOf(row.text("tags", 2000));
  if (tags.length > 30) row.wrong("tooLong", "tags", row.raw("tags"));
  if (tags.length > 0) change.tags = tags;
  const type = row.raw("type");
  if (type !== "") {
    const [found] = known.types.get(folded(type)) ?? [];
    if (found === undefined) row.wrong("unknownType", "type", type);
    else change.typeId = found.id;
  }
  for (const target of ["acquisitionDate", "warrantyDate"] as const) {
    const text = row.raw(target);
    const day = text === "" ? undefined : dayOf(text, dateOrder);
    if (text !== "" && day === undefined) row.wrong("date", target, text);
    if (day !== undefined) change[target] = day;
  }
  const acquired = change.acquisitionDate ?? resource?.acquisitionDate ?? null;
  const warranty = change.warrantyDate ?? resource?.warrantyDate ?? null;
  if (acquired !== null && warranty !== null && acquired > warranty) row.wrong("order", "warrantyDate", warranty);
  return change;
}

function differing(wanted: Change, resource: KnownResource): Change {
  const now = resource as unknown as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(wanted).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(now[key])));
}

function valuesSaid(row: Row, known: Known, { dateOrder }: Options, resource: KnownResource | undefined): ValuesInput {
  const now = resource === undefined ? undefined : known.values.get(resource.id);
  const values: ValuesInput = [];
  for (const [id, field] of known.fields) {
    const text = row.raw(`field:${id}`);
    if (text === "") continue;
    const value = fieldValueOf(field, text, dateOrder);
    if (problemOf(field, value) !== undefined) row.wrong("field", `field:${id}`, text);
    else if (now?.get(id) !== value) values.push({ fieldId: id, value });
  }
  if (values.length === 0) return values;
  for (const [id, { required, label }] of known.fields)
    if (required && now?.has(id) !== true && !values.some(({ fieldId }) => fieldId === id))
      row.wrong("fieldRequired", `field:${id}`, label);
  return values;
}
