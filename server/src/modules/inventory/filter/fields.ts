// What a filter may ask for: each field's kind, and a sentence for people. Columns are compile.ts' business.

interface Field {
  /** version: compared by its numbers. software: a program's name, with a version behind it or not. */
  readonly kind: "text" | "flag" | "number" | "choice" | "version" | "software";
  readonly about: string;
  readonly choices?: readonly string[];
}

export const FIELDS = {
  name: { kind: "text", about: "the machine's name" },
  host: { kind: "text", about: "its host name" },
  client: { kind: "text", about: "the client's name" },
  site: { kind: "text", about: "the site's name" },
  group: { kind: "text", about: "the resource group's name" },
  platform: { kind: "choice", about: "kind of system", choices: ["windows", "linux", "macos", "unknown"] },
  presence: { kind: "choice", about: "whether it answers", choices: ["online", "not_answering", "offline", "pending", "none"] },
  "agent.version": { kind: "text", about: "version of its agent" },
  os: { kind: "text", about: "name of its operating system" },
  "os.version": { kind: "version", about: "version of its operating system" },
  "os.supported": { kind: "flag", about: "whether its maker still mends its operating system" },
  domain: { kind: "text", about: "domain or workgroup" },
  maker: { kind: "text", about: "who made the machine" },
  model: { kind: "text", about: "the machine's model" },
  serial: { kind: "text", about: "the machine's serial number" },
  chassis: { kind: "text", about: "desktop, laptop, server and so on" },
  virtual: { kind: "flag", about: "whether it is a virtual machine" },
  hypervisor: { kind: "text", about: "what it runs in" },
  cpu: { kind: "text", about: "its first processor" },
  memory: { kind: "number", about: "memory, GiB" },
  disk: { kind: "number", about: "size of all its disks, GB" },
  "disk.encrypted": { kind: "flag", about: "whether all its volumes are encrypted" },
  "disk.failing": { kind: "flag", about: "whether a disk predicts its failure" },
  antivirus: { kind: "text", about: "its antivirus" },
  "antivirus.on": { kind: "flag", about: "whether an antivirus protects it now" },
  "antivirus.current": { kind: "flag", about: "whether the antivirus' definitions are current" },
  "firewall.on": { kind: "flag", about: "whether its firewall filters" },
  secureboot: { kind: "flag", about: "whether Secure Boot is on" },
  reboot: { kind: "flag", about: "whether it waits for a restart" },
  updates: { kind: "number", about: "updates that wait" },
  "updates.critical": { kind: "number", about: "critical updates that wait" },
  programs: { kind: "number", about: "installed programs" },
  software: { kind: "software", about: 'an installed program, e.g. software:"firefox"<115' },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

export const fieldOf = (name: FieldName): Field => FIELDS[name];
export const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);
