// What the routes of equipment take and answer: types, what people say of a resource beside its name, and notes.
import { type Static, Type } from "typebox";
import { body, Id, Instant, Name, Named, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { valuesOf } from "../fields/index.ts";

/** The program's words for sorts of things, which icons and reports go by; an organization's own types choose one. */
export const EQUIPMENT_KINDS = [
  "computer",
  "notebook",
  "server",
  "printer",
  "switch",
  "router",
  "firewall",
  "access_point",
  "phone",
  "tablet",
  "monitor",
  "ups",
  "camera",
  "other",
] as const;
export type EquipmentKind = (typeof EQUIPMENT_KINDS)[number];
const Kind = Type.Unsafe<EquipmentKind>({ type: "string", enum: EQUIPMENT_KINDS });

export const EquipmentType = Type.Object(
  { id: Id, name: Type.String(), kind: Kind, resources: Type.Integer({ minimum: 0 }), version: Version },
  { $id: "EquipmentType" },
);
export type EquipmentType = Static<typeof EquipmentType>;
export const createTypeBody = body({ name: Name, kind: Kind });
export const updateTypeBody = patch({ name: Type.Optional(Name), kind: Type.Optional(Kind) });

/** A day of the calendar from 1900 to 2199. */
const Day = Type.String({ format: "date", pattern: "^(19|20|21)", description: "YYYY-MM-DD" });
const Text = nullable(Type.String());

export const Equipment = Type.Object(
  {
    type: nullable(Type.Object({ id: Id, name: Type.String(), kind: Kind })),
    acquisitionDate: nullable(Day),
    warrantyDate: nullable(Day),
    manufacturer: Text,
    model: Text,
    serial: Text,
    assetTag: Text,
    tags: Type.Array(Type.String()),
    externalKey: Text,
  },
  { $id: "Equipment", description: "What people say of it; maker, model and serial number only where no agent does" },
);
export type Equipment = Static<typeof Equipment>;

const Said = Type.Optional(nullable(Type.String({ maxLength: 255 })));
/** Spread into the bodies that make or change a resource. */
export const equipmentProperties = {
  typeId: Type.Optional(nullable(Id)),
  acquisitionDate: Type.Optional(nullable(Day)),
  warrantyDate: Type.Optional(nullable(Day)),
  manufacturer: Said,
  model: Said,
  serial: Said,
  assetTag: Said,
  tags: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 30 })),
  externalKey: Type.Optional(nullable(Type.String({ maxLength: 200, description: "What another program knows it by; one resource each" }))),
};
const equipmentBody = body(equipmentProperties);
export type EquipmentInput = Static<typeof equipmentBody>;

export const createResourceBody = body({
  name: Type.String({ minLength: 1, maxLength: 255, pattern: "\\S" }),
  clientId: Id,
  siteId: Type.Optional(Id),
  groupId: Type.Optional(nullable(Id)),
  notes: Type.Optional(Type.String({ maxLength: 20_000 })),
  fields: Type.Optional(valuesOf({ description: "Values of custom fields; when it is there, required ones must be in it" })),
  ...equipmentProperties,
});
export type CreateResource = Static<typeof createResourceBody>;

/** One tag, and how many resources within reach carry it. */
export const TagUse = Type.Object({ tag: Type.String(), resources: Type.Integer({ minimum: 1 }) }, { $id: "TagUse" });
export type TagUse = Static<typeof TagUse>;
export const tagQuery = Type.Object({ q: Type.Optional(Type.String({ maxLength: 50, default: "" })) });

export const ResourceNote = Type.Object(
  { id: Id, text: Type.String(), author: nullable(ref(Named)), createdAt: Instant, updatedAt: Instant, version: Version },
  { $id: "ResourceNote" },
);
export type ResourceNote = Static<typeof ResourceNote>;
export const noteBody = body({ text: Type.String({ minLength: 1, maxLength: 20_000, pattern: "\\S" }) });
export const NoteParams = Type.Object({ id: Id, noteId: Id });
