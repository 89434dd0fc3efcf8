// The fields of the fleet's language as the box completes them; what each means stands in the locales (filterField).
const FILTER_FIELDS = {
  name: "text",
  host: "text",
  client: "text",
  site: "text",
  group: "text",
  platform: ["windows", "linux", "macos", "unknown"],
  presence: ["online", "not_answering", "offline", "pending", "none"],
  "agent.version": "text",
  os: "text",
  "os.version": "version",
  "os.supported": "flag",
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
} as const satisfies Readonly<Record<string, "text" | "flag" | "number" | "version" | readonly string[]>>;

export type FilterField = keyof typeof FILTER_FIELDS;
export const FILTER_NAMES = Object.keys(FILTER_FIELDS) as FilterField[];
const isFilterField = (name: string): name is FilterField => Object.hasOwn(FILTER_FIELDS, name);

/** The words that a field's value is one of; none where it is free. */
export function valuesOf(name: string): readonly string[] {
  if (!isFilterField(name)) return [];
  const kind = FILTER_FIELDS[name];
  if (kind === "flag") return ["yes", "no", "unknown"];
  return typeof kind === "string" ? [] : kind;
}

/** What is written behind a field's name. */
export const operatorOf = (name: FilterField): string => {
  const kind: string | readonly string[] = FILTER_FIELDS[name];
  return kind === "number" ? ">" : kind === "version" ? "<" : ":";
};
