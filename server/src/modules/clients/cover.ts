// What covers a client or one of its things today, as their answers say it. Which contract that is, is known right of this module.
import { type Static, Type } from "typebox";
import type { Tx } from "../../database/index.ts";
import { Id } from "../../http/schemas.ts";

export const MODALITIES = ["per_ticket", "free", "saas", "credit", "shared", "hours", "cumulative_hours"] as const;
export type Modality = (typeof MODALITIES)[number];
/** How near a contract is to what it covers, the nearest first. */
export const COVERAGES = ["resources", "groups", "client"] as const;
export type Coverage = (typeof COVERAGES)[number];

const oneOf = <Value extends string>(values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: [...values] });

export const Cover = Type.Object(
  {
    id: Id,
    number: Type.Integer({ minimum: 1 }),
    name: Type.String(),
    type: Type.String({ description: "Name of the contract's type" }),
    modality: oneOf(MODALITIES),
    by: oneOf(COVERAGES),
    ties: Type.Array(Type.Object({ id: Id, number: Type.Integer({ minimum: 1 }), name: Type.String() }), {
      description: "Other contracts that cover it as nearly and began on the same day",
    }),
  },
  { $id: "Cover", description: "The contract that covers it today" },
);
export type Cover = Static<typeof Cover>;

/** What covers each of these today; one that nothing covers is missing. */
export type CoverFor = (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, Cover>>;
