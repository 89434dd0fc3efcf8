// One line of what changed, as words: which field, and its values as people read them. Pure.
import type { ResourceChange } from "../../../../api/inventory.ts";
import { type Format, UNKNOWN } from "../../../../ui/format.ts";

const FIELDS = [
  "account",
  "acquisitionDate",
  "active",
  "administrator",
  "architecture",
  "assetTag",
  "build",
  "bytes",
  "channel",
  "client",
  "cores",
  "disabled",
  "domain",
  "driver",
  "encryption",
  "externalKey",
  "filesystem",
  "firmware",
  "firmwareDate",
  "firmwareVersion",
  "group",
  "health",
  "hostname",
  "hypervisor",
  "installedAtMs",
  "kernel",
  "manufacturer",
  "memoryBytes",
  "model",
  "name",
  "partNumber",
  "port",
  "secureBoot",
  "serial",
  "servicePack",
  "site",
  "start",
  "status",
  "tags",
  "timeZone",
  "tpmVersion",
  "type",
  "uefi",
  "uuid",
  "version",
  "warrantyDate",
  "workgroup",
] as const;
type ChangedField = (typeof FIELDS)[number];

export const isChangedField = (field: string): field is ChangedField => (FIELDS as readonly string[]).includes(field);

const BYTES: readonly string[] = ["bytes", "memoryBytes"];
const DAYS: readonly string[] = ["acquisitionDate", "warrantyDate"];
const WHOLE = /^\d{1,16}$/;

interface YesNo {
  readonly yes: string;
  readonly no: string;
}

/** A value before or after; UNKNOWN for one that was not known. */
export function changeValue(field: ResourceChange["field"], value: string | null, format: Format, { yes, no }: YesNo): string {
  if (value === null) return UNKNOWN;
  if (value === "true") return yes;
  if (value === "false") return no;
  if (BYTES.includes(field) && WHOLE.test(value)) return format.bytes(Number(value));
  if (DAYS.includes(field)) return format.plainDate(value);
  if (field === "installedAtMs" && WHOLE.test(value)) return format.dateTime(Number(value));
  return value;
}
