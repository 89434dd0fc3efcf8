// What a filter may ask for: each field's kind, and a sentence for people. Columns are compile.ts' business.

interface Field {
  /**
   * version: compared by its numbers. date: a day, part of one, or so long from now (dates.ts). software: a program's name, with a version
   * behind it or not. custom: a field of the organization's own, whose kind only the database knows.
   */
  readonly kind: "text" | "flag" | "number" | "choice" | "version" | "date" | "software" | "custom";
  readonly about: string;
  readonly choices?: readonly string[];
}

export const FIELDS = {
  name: { kind: "text", about: "the machine's name" },
  host: { kind: "text", about: "its host name" },
  client: { kind: "text", about: "the client's name" },
  site: { kind: "text", about: "the site's name" },
  group: { kind: "text", about: "the resource group's name" },
  type: { kind: "text", about: "the equipment's type" },
  tag: { kind: "text", about: "one of its tags" },
  asset: { kind: "text", about: "its asset tag" },
  external: { kind: "text", about: "what another system knows it by" },
  notes: { kind: "text", about: "its notes" },
  created: { kind: "date", about: "when it was made here" },
  acquired: { kind: "date", about: "when it was acquired" },
  warranty: { kind: "date", about: "when its warranty ends" },
  platform: { kind: "choice", about: "kind of system", choices: ["windows", "linux", "macos", "unknown"] },
  presence: { kind: "choice", about: "whether it answers", choices: ["online", "not_answering", "offline", "pending", "none"] },
  seen: { kind: "date", about: "its last sign of life" },
  agent: { kind: "flag", about: "whether it has an agent" },
  "agent.state": { kind: "choice", about: "what its agent may", choices: ["pending", "active", "refused", "revoked", "unenrolled"] },
  "agent.version": { kind: "text", about: "version of its agent" },
  enrolled: { kind: "date", about: "when its agent was enrolled" },
  inventory: { kind: "flag", about: "whether an inventory has come" },
  os: { kind: "text", about: "name of its operating system" },
  "os.version": { kind: "version", about: "version of its operating system" },
  "os.build": { kind: "text", about: "build of its operating system" },
  "os.ends": { kind: "date", about: "when its maker stops mending its operating system" },
  "os.supported": { kind: "flag", about: "whether its maker still mends its operating system" },
  architecture: { kind: "text", about: "of its processor, as its operating system says" },
  user: { kind: "text", about: "who used it last" },
  address: { kind: "text", about: "one of its own addresses" },
  mac: { kind: "text", about: "hardware address of one of its network cards" },
  "address.public": { kind: "text", about: "the address that the server sees it come from" },
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
  field: { kind: "custom", about: 'a field of your own, e.g. field."Cost centre":4711' },
} as const satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

export const fieldOf = (name: FieldName): Field => FIELDS[name];
export const isField = (name: string): name is FieldName => Object.hasOwn(FIELDS, name);
