// What people say of a resource as equipment: checked here, for changes and for resources that are made by hand.
import { ofTenant, type Tx } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { EquipmentInput } from "./equipment-schemas.ts";
import type { EquipmentChange } from "./queries.ts";
import { showable } from "./text.ts";

/** What a resource has before the change; nothing for a new one. */
export interface Standing {
  readonly agentId: string | null;
  readonly acquisitionDate: string | null;
  readonly warrantyDate: string | null;
}

const MACHINE_SAYS = ["manufacturer", "model", "serial"] as const;
const MOST_TEXT = 255;

/**
 * The columns of a change, cleaned. Throws INVALID_INPUT for a warranty that ends before the acquisition and for what the agent says
 * itself, NOT_FOUND for a type that is not there. Holds the type: nobody deletes it before the resource is of it.
 */
export async function equipmentOf(tx: Tx, now: Standing, input: EquipmentInput): Promise<EquipmentChange> {
  const field = MACHINE_SAYS.find((name) => input[name] !== undefined);
  if (now.agentId !== null && field !== undefined) throw invalid([{ field, problem: "machine" }], `the machine itself says its ${field}`);
  refuseDisorder(
    input.acquisitionDate ?? unchanged(input.acquisitionDate, now.acquisitionDate),
    input.warrantyDate ?? unchanged(input.warrantyDate, now.warrantyDate),
  );
  const change: EquipmentChange = {};
  for (const name of ["manufacturer", "model", "serial", "assetTag", "externalKey"] as const) {
    const said = input[name];
    if (said !== undefined) change[name] = said === null ? null : showable(said, MOST_TEXT) || null;
  }
  if (input.acquisitionDate !== undefined) change.acquisitionDate = dayOf(input.acquisitionDate);
  if (input.warrantyDate !== undefined) change.warrantyDate = dayOf(input.warrantyDate);
  if (input.tags !== undefined) change.tags = tagsOf(input.tags);
  if (input.typeId !== undefined) change.typeId = input.typeId === null ? null : await holdType(tx, input.typeId);
  return change;
}

/** A date that the change leaves out stays; one that it sets to null goes. */
const unchanged = (said: string | null | undefined, was: string | null): string | null => (said === undefined ? was : null);

function refuseDisorder(acquisition: string | null, warranty: string | null): void {
  if (acquisition === null || warranty === null || acquisition <= warranty) return;
  const fields = ["acquisitionDate", "warrantyDate"].map((field) => ({ field, problem: "order" }));
  throw invalid(fields, `the warranty ends on ${warranty}, before the acquisition on ${acquisition}`);
}

const invalid = (fields: { field: string; problem: string }[], message: string) =>
  new AppError("INVALID_INPUT", message, { details: { fields } });

const dayOf = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`));

/** Cleaned, each once whatever its case, in the order they were given. */
function tagsOf(tags: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const tag of tags.map((text) => showable(text, 50)))
    if (tag !== "" && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  return [...seen.values()];
}

async function holdType(tx: Tx, id: string): Promise<string> {
  const rows = await tx.$queryRaw<unknown[]>`
    select from equipment_types y where ${ofTenant("y")} and y.id = ${id}::uuid and y.deleted_at is null for share`;
  if (rows.length === 0) throw new AppError("NOT_FOUND", "no such equipment type");
  return id;
}
