// What a filter says, as a tree.
import type { FieldName } from "./fields.ts";

export type Operator = ":" | "=" | "!=" | "<" | "<=" | ">" | ">=";
export type Comparison = Exclude<Operator, ":" | "!=">;

/** A field against values, one of which must do; "" is nothing there. `software` may have a version behind its name; `field` has a `name`. */
export interface Term {
  readonly kind: "term";
  readonly field: FieldName;
  /** The label of a field of the organization's own. */
  readonly name?: string;
  readonly operator: Operator;
  readonly values: readonly string[];
  readonly version?: { readonly operator: Comparison; readonly value: string };
}

export type Filter =
  | Term
  /** Words without a field: in what people call a machine or recognise it by. */
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "not"; readonly of: Filter }
  /** All of them, or any; at least two. */
  | { readonly kind: "and" | "or"; readonly of: readonly Filter[] };
