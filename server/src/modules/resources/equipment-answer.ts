// What is stored of a resource as equipment, as the API answers it.
import type { Equipment } from "./equipment-schemas.ts";

/** The columns of a stored row that say what people say of it. */
export interface EquipmentColumns {
  readonly type: Equipment["type"];
  readonly acquisitionDate: string | null;
  readonly warrantyDate: string | null;
  readonly typedManufacturer: string | null;
  readonly typedModel: string | null;
  readonly typedSerial: string | null;
  readonly assetTag: string | null;
  readonly tags: readonly string[];
  readonly externalKey: string | null;
}

/** A stored row's equipment as the API answers it. */
export const toEquipment = (row: EquipmentColumns): Equipment => ({
  type: row.type,
  acquisitionDate: row.acquisitionDate,
  warrantyDate: row.warrantyDate,
  manufacturer: row.typedManufacturer,
  model: row.typedModel,
  serial: row.typedSerial,
  assetTag: row.assetTag,
  tags: [...row.tags],
  externalKey: row.externalKey,
});
