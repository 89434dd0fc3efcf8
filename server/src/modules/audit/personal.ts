// Parts what an entry says of a person from what it says of the matter, and puts both together again for reading.
import type { AuditEntry } from "./entry.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Fields of details that name a person, wherever the entry is about one. */
const PERSONAL_FIELDS: ReadonlySet<string> = new Set([
  "name",
  "email",
  "address",
  "userAgent",
  "administrator",
  "phone",
  "externalId",
  "subject",
]);

/** The details that may stand in the clear, what is to be sealed for each person, and the address if it is nobody's. */
export interface PartedEntry {
  readonly details: Fields;
  readonly address: string | null;
  readonly personal: ReadonlyMap<string, Fields>;
}

/** Parts one entry. A refused stranger's address belongs to the person they claimed to be. */
export function partEntry({ actor, subject, details = {}, about, address }: AuditEntry): PartedEntry {
  const personal = new Map<string, Fields>();
  const add = (personId: string, fields: Fields) => {
    if (Object.keys(fields).length > 0) personal.set(personId, merge(personal.get(personId) ?? {}, fields));
  };
  const parted = subject?.kind === "user" ? part(details) : { plain: details, personal: {} };
  if (subject?.kind === "user") add(subject.id, { details: parted.personal });
  if (about !== undefined) add(about.personId, { details: about.details });
  const addressee = actor.kind === "user" ? actor.id : actor.kind === "anonymous" && subject?.kind === "user" ? subject.id : undefined;
  if (addressee !== undefined && address !== undefined) add(addressee, { address });
  for (const [personId, fields] of personal) if (isEmpty(fields)) personal.delete(personId);
  return { details: parted.plain, address: addressee === undefined ? (address ?? null) : null, personal };
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype;

const isEmpty = (fields: Fields): boolean => Object.values(fields).every((value) => isObject(value) && Object.keys(value).length === 0);

function part(fields: Fields): { plain: Fields; personal: Fields } {
  const plain: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (PERSONAL_FIELDS.has(name)) personal[name] = value;
    else if (isObject(value)) {
      const inner = part(value);
      plain[name] = inner.plain;
      if (Object.keys(inner.personal).length > 0) personal[name] = inner.personal;
    } else plain[name] = value;
  }
  return { plain, personal };
}

/** Both together; where both have an object under one name, its fields are joined. */
export function merge(one: Fields, other: Fields): Fields {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const there = merged[name];
    merged[name] = isObject(there) && isObject(value) ? merge(there, value) : value;
  }
  return merged;
}
