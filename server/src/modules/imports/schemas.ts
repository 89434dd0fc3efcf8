// What the routes of imports take and answer.
import { type Static, Type } from "typebox";
import { pageQuery } from "../../http/pagination.ts";
import { body, Id, Instant, nullable } from "../../http/schemas.ts";

const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: [...values] });
const Count = Type.Integer({ minimum: 0 });

/** What a column can be of a resource; custom fields are `field:<id>`, and "" is a column that is left out. */
export const TARGETS = [
  "name",
  "client",
  "site",
  "group",
  "type",
  "manufacturer",
  "model",
  "serial",
  "assetTag",
  "acquisitionDate",
  "warrantyDate",
  "tags",
  "externalKey",
  "notes",
] as const;
export type Target = (typeof TARGETS)[number];

export const OUTCOMES = ["made", "changed", "unchanged", "failed"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const DATE_ORDERS = ["dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const PROBLEMS = [
  "required",
  "blank",
  "tooLong",
  "unknownClient",
  "unknownSite",
  "unknownGroup",
  "unknownType",
  "ambiguous",
  "noSite",
  "date",
  "order",
  "field",
  "fieldRequired",
  "repeated",
  "keyTaken",
  "changedMeanwhile",
  "refused",
] as const;

const Problem = Type.Object({
  code: oneOf(PROBLEMS),
  column: nullable(Type.Integer({ minimum: 0, description: "Of the file, counted from 0" })),
  text: Type.String({ description: "The cell, or what the code is about" }),
});
export type Problem = Static<typeof Problem>;

const Mapping = Type.Array(Type.String({ maxLength: 60 }), {
  maxItems: 200,
  description: "For each column its target; empty leaves it out",
});

export const Import = Type.Object(
  {
    id: Id,
    fileName: Type.String(),
    createdAt: Instant,
    state: oneOf(["checked", "running", "interrupted", "done"]),
    columns: Type.Array(Type.String()),
    samples: Type.Array(Type.String(), { description: "For each column the first cell with something in it" }),
    mapping: Type.Array(Type.String()),
    targets: Type.Array(Type.Object({ target: Type.String(), label: nullable(Type.String({ description: "Of a custom field" })) })),
    dateOrder: oneOf(DATE_ORDERS),
    makeClients: Type.Boolean(),
    mayMakeClients: Type.Boolean(),
    counts: Type.Object({ rows: Count, done: Count, made: Count, changed: Count, unchanged: Count, failed: Count }),
  },
  { $id: "Import", description: "A table of equipment: what would become of it, or what became of it" },
);
export type Import = Static<typeof Import>;

export const ImportRow = Type.Object(
  {
    number: Type.Integer({ minimum: 1, description: "As a spreadsheet counts rows" }),
    outcome: oneOf(OUTCOMES),
    cells: Type.Array(Type.String()),
    problems: Type.Array(Problem),
    resourceId: nullable(Id),
  },
  { $id: "ImportRow" },
);
export type ImportRow = Static<typeof ImportRow>;

export const uploadQuery = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 255 }),
  dateOrder: Type.Optional(
    Type.Unsafe<DateOrder>({ type: "string", enum: [...DATE_ORDERS], default: "dmy", description: "Where the dates do not tell" }),
  ),
});
export const settingsBody = body({ mapping: Mapping, dateOrder: oneOf(DATE_ORDERS), makeClients: Type.Boolean() });
export type ImportSettings = Static<typeof settingsBody>;
export const rowsQuery = Type.Object({ ...pageQuery, outcome: Type.Optional(oneOf(OUTCOMES)) });
export type RowsQuery = Static<typeof rowsQuery>;
