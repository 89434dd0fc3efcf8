// The fields of the fleet's language as the box completes them; what each means stands in the locales (filterField).
const FILTER_FIELDS = {
  name: "text",
  host: "text",
  client: "text",
  site: "text",
  group: "text",
  type: "text",
  tag: "text",
  asset: "text",
  external: "text",
  notes: "text",
  created: "date",
  acquired: "date",
  warranty: "date",
  platform: ["windows", "linux", "macos", "unknown"],
  presence: ["online", "not_answering", "offline", "pending", "none"],
  seen: "date",
  agent: "flag",
  "agent.state": ["pending", "active", "refused", "revoked", "unenrolled"],
  "agent.version": "text",
  enrolled: "date",
  inventory: "flag",
  os: "text",
  "os.version": "version",
  "os.build": "text",
  "os.ends": "date",
  "os.supported": "flag",
  architecture: "text",
  user: "text",
  address: "text",
  mac: "text",
  "address.public": "text",
  domain: "text",
  maker: "text",
  model: "text",
  serial: "text",
  chassis: "text",
  virtual: "flag",
  hypervisor: "text",
  cpu: "text",
  memory: "number",
  disk: "number",
  "disk.encrypted": "flag",
  "disk.failing": "flag",
  antivirus: "text",
  "antivirus.on": "flag",
  "antivirus.current": "flag",
  "firewall.on": "flag",
  secureboot: "flag",
  reboot: "flag",
  updates: "number",
  "updates.critical": "number",
  programs: "number",
  software: "text",
  field: "own",
} as const satisfies Readonly<Record<string, "text" | "flag" | "number" | "version" | "date" | "own" | readonly string[]>>;

export type FilterField = keyof typeof FILTER_FIELDS;
export const FILTER_NAMES = Object.keys(FILTER_FIELDS) as FilterField[];
const isFilterField = (name: string): name is FilterField => Object.hasOwn(FILTER_FIELDS, name);

/** Some of what a day may be written as: so long from now, one way or the other. */
const DATES = ["today", "30d", "90d", "-30d", "-90d", "unknown"];

/** Whether a field's values are words of the fleet's own, which the server knows. */
export const isFreeText = (name: string): boolean => isFilterField(name) && FILTER_FIELDS[name] === "text";

/** The words that a field's value is one of; none where it is free. */
export function valuesOf(name: string): readonly string[] {
  if (!isFilterField(name)) return [];
  const kind = FILTER_FIELDS[name];
  if (kind === "flag") return ["yes", "no", "unknown"];
  if (kind === "date") return DATES;
  return typeof kind === "string" ? [] : kind;
}

/** What is written behind a field's name. */
export const operatorOf = (name: FilterField): string => {
  const kind: string | readonly string[] = FILTER_FIELDS[name];
  if (kind === "own") return ".";
  return kind === "number" ? ">" : kind === "version" || kind === "date" ? "<" : ":";
};
