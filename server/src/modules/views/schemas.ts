// What the routes of saved views take and answer.
import { type Static, Type } from "typebox";
import { body, Id, Name, nullable, patch, ref, Version } from "../../http/schemas.ts";
import { COLUMN_PATTERN, listQuery, SORTS } from "../resources/index.ts";

const { q, filter, presence, platform, clientId, siteId, groupId, typeId, tag } = listQuery.properties;
const sorts = SORTS.flatMap((name) => [name, `-${name}` as const]);

/** A list as it is asked for and looked at. */
export const ViewState = Type.Object(
  {
    q,
    filter,
    presence,
    platform,
    clientId,
    siteId,
    groupId,
    typeId,
    tag,
    sort: Type.Optional(Type.Unsafe<(typeof sorts)[number]>({ type: "string", enum: sorts })),
    columns: Type.Optional(Type.Array(Type.String({ pattern: COLUMN_PATTERN }), { minItems: 1, maxItems: 40, uniqueItems: true })),
    density: Type.Optional(Type.Unsafe<"comfortable" | "compact">({ type: "string", enum: ["comfortable", "compact"] })),
  },
  { $id: "ViewState", additionalProperties: false },
);
export type ViewState = Static<typeof ViewState>;

export const SavedView = Type.Object(
  {
    id: Id,
    name: Type.String(),
    shared: Type.Boolean({ description: "Everybody who may see resources has it" }),
    mine: Type.Boolean(),
    isDefault: Type.Boolean({ description: "The asker's list begins with it" }),
    state: ref(ViewState),
    version: Version,
  },
  { $id: "SavedView" },
);
export type SavedView = Static<typeof SavedView>;

export const createViewBody = body({ name: Name, shared: Type.Optional(Type.Boolean()), state: ref(ViewState) });
export type CreateView = Static<typeof createViewBody>;
export const updateViewBody = patch({
  name: Type.Optional(Name),
  shared: Type.Optional(Type.Boolean()),
  state: Type.Optional(ref(ViewState)),
});
export type UpdateView = Static<typeof updateViewBody>;
export const defaultViewBody = body({ viewId: nullable(Id) });
