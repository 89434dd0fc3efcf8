// What the inventory's routes take and answer.
import { SECTION_NAMES } from "@vigia/protocol";
import { type Static, Type } from "typebox";
import { pageQuery, sortQuery } from "../../http/pagination.ts";
import { Id, Instant, Named, nullable, ref } from "../../http/schemas.ts";
import { TEXT_FIELDS, type TextField } from "./filter/index.ts";
import { Bodies } from "./sections/index.ts";

const Section = Type.Unsafe<(typeof SECTION_NAMES)[number]>({ type: "string", enum: [...SECTION_NAMES] });
const oneOf = <Value extends string>(...values: Value[]) => Type.Unsafe<Value>({ type: "string", enum: values });

/** What is known of each section. */
const SectionState = Type.Object({
  name: Section,
  takenAt: Instant,
  leftOut: Type.Integer({ minimum: 0, description: "Rows that are not here because there were too many" }),
});

export const Inventory = Type.Object(
  {
    takenAt: nullable(Instant),
    durationMs: Type.Integer({ minimum: 0 }),
    publicAddress: nullable(Type.String({ description: "Where its agent's connection came from last, as the server saw it" })),
    malformed: nullable(
      Type.Object({ at: Instant, reason: Type.String() }, { description: "The machine sent an inventory that cannot be believed" }),
    ),
    troubles: Type.Array(Type.Object({ section: Type.String(), reason: Type.String() }), {
      description: "Sections that could not be read the last time; what was known of them stands",
    }),
    states: Type.Array(SectionState),
    sections: ref(Bodies),
  },
  { $id: "Inventory" },
);
export type Inventory = Static<typeof Inventory>;

export const InstalledProgram = Type.Object(
  {
    name: Type.String(),
    version: Type.String(),
    vendor: Type.String(),
    installedOn: Type.String({ description: "YYYY-MM-DD, or empty" }),
    source: Type.String(),
    user: Type.String({ description: "The only user who has it; empty when it is there for all" }),
  },
  { $id: "InstalledProgram" },
);
export type InstalledProgram = Static<typeof InstalledProgram>;

export const ResourceChange = Type.Object(
  {
    id: Id,
    at: Instant,
    section: Type.String(),
    kind: oneOf("added", "removed", "changed", "more"),
    item: Type.String({ description: "What it is about; for `more`, how many further lines there were" }),
    field: Type.String({ description: "Empty when the whole thing came or went" }),
    before: nullable(Type.String()),
    after: nullable(Type.String()),
    actor: nullable(ref(Named)),
  },
  { $id: "ResourceChange" },
);
export type ResourceChange = Static<typeof ResourceChange>;

export const SoftwareRow = Type.Object(
  {
    id: Id,
    name: Type.String(),
    version: Type.String(),
    vendor: Type.String(),
    installs: Type.Integer({ minimum: 0, description: "Machines within reach that have it" }),
  },
  { $id: "SoftwareRow" },
);
export type SoftwareRow = Static<typeof SoftwareRow>;

export const SoftwareHolder = Type.Object(
  { id: Id, name: Type.String(), client: ref(Named), site: ref(Named), version: nullable(Type.String()) },
  { $id: "SoftwareHolder" },
);
export type SoftwareHolder = Static<typeof SoftwareHolder>;

export const FleetQuestions = Type.Object(
  {
    machines: Type.Integer({ minimum: 0, description: "Within reach" }),
    inventoried: Type.Integer({ minimum: 0, description: "Of them, those an inventory came from" }),
    questions: Type.Array(
      Type.Object({
        name: oneOf(
          "encryptionMissing",
          "rebootPending",
          "updatesPending",
          "criticalUpdates",
          "antivirusOff",
          "diskFailing",
          "osUnsupported",
          "osEnding",
          "warrantyEnding",
          "warrantyEnded",
        ),
        filter: Type.String({ description: "For GET /resources?filter=" }),
        machines: Type.Integer({ minimum: 0 }),
      }),
    ),
    systems: Type.Array(
      Type.Object({
        name: Type.String(),
        version: Type.String(),
        machines: Type.Integer({ minimum: 0 }),
        supportEndsOn: nullable(Type.String({ description: "YYYY-MM-DD; null when its maker names no day or the system is not known" })),
      }),
    ),
    agents: Type.Array(Type.Object({ version: Type.String(), machines: Type.Integer({ minimum: 0 }) }), {
      description: "Releases of the agents that work",
    }),
    contacts: Type.Array(
      Type.Object({
        within: oneOf("now", "hour", "day", "week", "month", "longer", "never"),
        filter: Type.String({ description: "For GET /resources?filter=" }),
        machines: Type.Integer({ minimum: 0 }),
      }),
      { description: "When their last sign of life came" },
    ),
  },
  { $id: "FleetQuestions" },
);
export type FleetQuestions = Static<typeof FleetQuestions>;

export const FilterValues = Type.Object(
  { items: Type.Array(Type.Object({ value: Type.String(), machines: Type.Integer({ minimum: 1 }) })) },
  { $id: "FilterValues" },
);
export const valuesQuery = Type.Object({
  field: Type.Unsafe<TextField>({ type: "string", enum: [...TEXT_FIELDS] }),
  q: Type.Optional(Type.String({ maxLength: 200 })),
});

const search = { search: Type.Optional(Type.String({ maxLength: 200 })) };
export const installedQuery = Type.Object({ ...pageQuery, ...search });
export type InstalledQuery = Static<typeof installedQuery>;
export const changesQuery = Type.Object({ ...pageQuery, section: Type.Optional(Section) });
export type ChangesQuery = Static<typeof changesQuery>;
export const softwareQuery = Type.Object({ ...pageQuery, ...search, sort: sortQuery(["name", "installs"], "-installs") });
export type SoftwareQuery = Static<typeof softwareQuery>;
export const holdersQuery = Type.Object({
  ...pageQuery,
  lacking: Type.Optional(Type.Unsafe<"true" | "false">({ type: "string", enum: ["true", "false"], default: "false" })),
  anyVersion: Type.Optional(
    Type.Unsafe<"true" | "false">({ type: "string", enum: ["true", "false"], default: "false", description: "The program in any version" }),
  ),
});
export type HoldersQuery = Static<typeof holdersQuery>;
