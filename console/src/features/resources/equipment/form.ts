// What a form about a resource holds, what of it changed, and what becomes of it when somebody else was faster. Pure.
import type { NewResource } from "../../../api/equipment.ts";
import { ApiError } from "../../../api/errors.ts";
import type { ResourceChanges } from "../../../api/resources.ts";
import type { Resource } from "../../../api/types.ts";

/** Texts as they stand in their fields: "" is nothing said. */
const TEXTS = ["typeId", "manufacturer", "model", "serial", "assetTag", "acquisitionDate", "warrantyDate", "externalKey"] as const;
export type TextName = (typeof TEXTS)[number];
export type EquipmentField = TextName | "tags";
/** In the order of the form. */
const FIELDS: readonly EquipmentField[] = [...TEXTS, "tags"];

export interface EquipmentForm extends Readonly<Record<TextName, string>> {
  readonly tags: readonly string[];
}

export const EMPTY_FORM: EquipmentForm = {
  typeId: "",
  manufacturer: "",
  model: "",
  serial: "",
  assetTag: "",
  acquisitionDate: "",
  warrantyDate: "",
  externalKey: "",
  tags: [],
};

export function formOf({ equipment }: Pick<Resource, "equipment">): EquipmentForm {
  if (equipment === undefined) return EMPTY_FORM;
  const { type, tags, ...texts } = equipment;
  const said = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text ?? ""]));
  return { ...EMPTY_FORM, ...said, typeId: type?.id ?? "", tags };
}

const same = (one: EquipmentForm, other: EquipmentForm, name: EquipmentField): boolean =>
  JSON.stringify(one[name]) === JSON.stringify(other[name]);

/** The fields in which the two differ. */
export const differences = (one: EquipmentForm, other: EquipmentForm): EquipmentField[] => FIELDS.filter((name) => !same(one, other, name));

/** What to send for `mine` to become true: only what differs, an emptied text as null. */
export function changesOf(before: EquipmentForm, mine: EquipmentForm): ResourceChanges {
  return Object.fromEntries(
    differences(before, mine).map((name) => [name, name === "tags" ? mine.tags : mine[name].trim() === "" ? null : mine[name].trim()]),
  );
}

/** What to send for a new resource: only what was said. */
export function newOf(form: EquipmentForm): Omit<NewResource, "name" | "clientId"> {
  return changesOf(EMPTY_FORM, form) as Omit<NewResource, "name" | "clientId">;
}

/** What is wrong in the form before anybody is asked. */
export function problemsOf({ acquisitionDate, warrantyDate }: EquipmentForm): Problems {
  return acquisitionDate !== "" && warrantyDate !== "" && warrantyDate < acquisitionDate ? { warrantyDate: "order" } : {};
}

/** By field: what the server or the form has against it. */
export type Problems = Readonly<Record<string, string>>;

/** The fields that a refusal names; none for any other failure. */
export function refusedFields(error: unknown): Problems {
  if (!(error instanceof ApiError)) return {};
  if (error.code === "ALREADY_EXISTS" && typeof error.details["field"] === "string") return { [error.details["field"]]: "taken" };
  const fields = error.details["fields"];
  if (!Array.isArray(fields)) return {};
  return Object.fromEntries(fields.map((one: { field?: unknown; problem?: unknown }) => [String(one.field), String(one.problem)]));
}

export interface Rebased {
  /** What was typed here, on top of what stands now. */
  readonly form: EquipmentForm;
  /** What somebody else changed and nobody here did: taken over. */
  readonly taken: readonly EquipmentField[];
  /** What both changed, and differently: what was typed here stays in the field, and it is said what it would replace. */
  readonly clashing: readonly EquipmentField[];
}

/** Brings what was typed onto what somebody else saved meanwhile. */
export function rebase(before: EquipmentForm, mine: EquipmentForm, theirs: EquipmentForm): Rebased {
  const others = differences(before, theirs);
  const own = new Set(differences(before, mine));
  const taken = others.filter((name) => !own.has(name));
  const clashing = others.filter((name) => own.has(name) && !same(mine, theirs, name));
  return { form: { ...mine, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) }, taken, clashing };
}
