// Resources as an import writes them: as people do, with their history, but told in the log once for the whole import by who imports.
import type { Tx } from "../../database/index.ts";
import type { Caller } from "../../http/caller.ts";
import type { ValuesInput } from "../fields/index.ts";
import { changeResource, inWords, trailOf } from "./changing.ts";
import type { CreateResource } from "./equipment-schemas.ts";
import { changeFields } from "./field-values.ts";
import { addResource } from "./making.ts";
import type { Marks, Needs } from "./needs.ts";
import { findRow } from "./queries.ts";
import type { UpdateBody } from "./schemas.ts";
import { leaveTrail } from "./trail.ts";

/** Both work in the caller's transaction and throw what making and changing by hand throw. */
export interface Importing {
  /** Answers the new resource's id. */
  add(tx: Tx, caller: Caller, resource: CreateResource, values: ValuesInput): Promise<string>;
  change(tx: Tx, caller: Caller, resource: { id: string; version: number; change: UpdateBody }, values: ValuesInput): Promise<void>;
}

/** Builds it. */
export function createImporting({ clock, marks: { publish } }: Pick<Needs, "clock" | "marks">): Importing {
  const marks: Marks = { audit: async () => undefined, publish };
  const parts = { clock, marks };
  const fill = async (tx: Tx, caller: Caller, id: string, values: ValuesInput): Promise<void> => {
    if (values.length > 0) await changeFields(tx, parts, caller, id, values);
  };
  return {
    async add(tx, caller, resource, values) {
      const id = await addResource(tx, parts, caller, resource);
      const row = await findRow(tx, caller.reach, id);
      const at = new Date(clock.now());
      if (row !== undefined) await leaveTrail(tx, { ...trailOf(caller), resourceId: id, at, before: {}, after: inWords(row) });
      await fill(tx, caller, id, values);
      return id;
    },
    async change(tx, caller, resource, values) {
      if (Object.keys(resource.change).length > 0) await changeResource(tx, parts, caller, resource);
      await fill(tx, caller, resource.id, values);
    },
  };
}
