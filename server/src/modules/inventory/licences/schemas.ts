// What the routes of licences take and answer.
import { type Static, Type } from "typebox";
import { pageQuery } from "../../../http/pagination.ts";
import { body, Id, Named, ref } from "../../../http/schemas.ts";

const LICENCE_STATES = ["licensed", "grace", "unlicensed", "unknown"] as const;
const Text = Type.String();

const told = {
  product: Text,
  channel: Type.String({ description: "retail, oem, volume-mak, volume-kms, subscription, trial or other" }),
  status: Type.String({ description: LICENCE_STATES.join(", ") }),
};

export const LicenceGroup = Type.Object(
  { id: Id, ...told, machines: Type.Integer({ minimum: 1, description: "Within reach" }) },
  { $id: "LicenceGroup", description: "Machines with the same product, channel and status" },
);
export type LicenceGroup = Static<typeof LicenceGroup>;

export const Licence = Type.Object(
  {
    id: Id,
    resource: ref(Named),
    client: ref(Named),
    site: ref(Named),
    ...told,
    lastFive: Type.String({ description: "Last characters of its key, which is never known whole" }),
  },
  { $id: "Licence" },
);
export type Licence = Static<typeof Licence>;

const filter = {
  search: Type.Optional(Type.String({ maxLength: 200, description: "In the product" })),
  product: Type.Optional(Type.String({ maxLength: 512 })),
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  status: Type.Optional(Type.String({ maxLength: 64 })),
};
export const licenceFilter = Type.Object(filter);
export type LicenceFilter = Static<typeof licenceFilter>;
export const licenceQuery = Type.Object({ ...pageQuery, ...filter });
export type LicenceQuery = Static<typeof licenceQuery>;

export const removeLicenceBody = body({
  product: Type.String({ minLength: 1, maxLength: 512 }),
  channel: Type.String({ maxLength: 64 }),
  lastFive: Type.String({ maxLength: 16 }),
});
export type RemoveLicence = Static<typeof removeLicenceBody>;
