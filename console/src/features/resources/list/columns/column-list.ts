// The columns that the list can have: where the server sorts by one, how wide it is, and what its cells hold. The name and the state
// always stand first.
import type { ResourcesSearch, SortKey } from "../../search.ts";

type Kind = "row" | "text" | "texts" | "day" | "instant" | "flag" | "number" | "bytes";

interface ListColumn {
  /** row: a property of the row with a cell of its own (row-cells.tsx). */
  readonly kind: Kind;
  readonly sort?: SortKey;
  /** rem. */
  readonly width: number;
}

const text = (width = 9): ListColumn => ({ kind: "text", width });

export const LIST_COLUMNS = {
  client: { kind: "row", sort: "client", width: 12 },
  site: { kind: "row", sort: "site", width: 9 },
  group: { kind: "row", sort: "group", width: 9 },
  hostname: { kind: "row", sort: "hostname", width: 10 },
  os: { kind: "row", sort: "os", width: 11 },
  cpu: { kind: "row", sort: "cpu", width: 8 },
  memory: { kind: "row", sort: "memory", width: 7.5 },
  worstVolume: { kind: "row", sort: "worstVolume", width: 7.5 },
  uptime: { kind: "row", width: 7 },
  agentVersion: { kind: "row", sort: "agentVersion", width: 5.5 },
  lastSeenAt: { kind: "row", sort: "lastSeenAt", width: 7 },
  type: { ...text(8), sort: "type" },
  tags: { kind: "texts", width: 10 },
  assetTag: { ...text(8), sort: "assetTag" },
  externalKey: text(8),
  acquired: { kind: "day", sort: "acquired", width: 7.5 },
  warranty: { kind: "day", sort: "warranty", width: 7.5 },
  created: { kind: "instant", sort: "created", width: 7.5 },
  manufacturer: { ...text(), sort: "manufacturer" },
  model: { ...text(), sort: "model" },
  serial: { ...text(), sort: "serial" },
  chassis: text(7),
  processor: text(12),
  memorySize: { kind: "bytes", sort: "memorySize", width: 6 },
  diskSize: { kind: "bytes", sort: "diskSize", width: 6 },
  osVersion: { ...text(7), sort: "osVersion" },
  osBuild: text(7),
  architecture: text(6),
  virtual: { kind: "flag", width: 6 },
  hypervisor: text(7),
  domain: text(8),
  lastUser: { ...text(), sort: "lastUser" },
  addresses: { kind: "texts", width: 10 },
  macs: { kind: "texts", width: 10 },
  publicAddress: text(8),
  agentState: text(7),
  enrolled: { kind: "instant", width: 7.5 },
  encrypted: { kind: "flag", sort: "encrypted", width: 6.5 },
  diskFailing: { kind: "flag", width: 6.5 },
  antivirus: text(),
  antivirusOn: { kind: "flag", width: 6.5 },
  antivirusCurrent: { kind: "flag", width: 6.5 },
  firewallOn: { kind: "flag", width: 6.5 },
  secureBoot: { kind: "flag", width: 6.5 },
  rebootPending: { kind: "flag", width: 6.5 },
  updates: { kind: "number", sort: "updates", width: 6 },
  updatesCritical: { kind: "number", sort: "updatesCritical", width: 6 },
  programs: { kind: "number", width: 6 },
} as const satisfies Readonly<Record<string, ListColumn>>;

export type ColumnName = keyof typeof LIST_COLUMNS;
export const COLUMN_NAMES = Object.keys(LIST_COLUMNS) as ColumnName[];
export const isColumn = (name: string): name is ColumnName => Object.hasOwn(LIST_COLUMNS, name);
/** What the list shows until somebody chooses. */
export const DEFAULT_COLUMNS: readonly ColumnName[] = ["client", "os", "cpu", "memory", "worstVolume", "agentVersion", "lastSeenAt"];

/** The list's columns, in their order; those of the organization's own fields are field. and an id. */
export const columnsOf = ({ columns }: Pick<ResourcesSearch, "columns">): readonly string[] => columns?.split(",") ?? DEFAULT_COLUMNS;

/** By what the server sorts for this column; undefined where it does not. */
export const sortOf = (name: string): SortKey | undefined => {
  const column: ListColumn | undefined = isColumn(name) ? LIST_COLUMNS[name] : undefined;
  return column?.sort;
};

const widthOf = (name: string): number => (isColumn(name) ? LIST_COLUMNS[name].width : 9);

/** The least width of a row, rem: mark, state and name, the columns, what is between them, and the page's edges. */
export const leastWidth = (columns: readonly string[]): number =>
  3.5 + 10 + columns.reduce((sum, name) => sum + widthOf(name), 0) + (columns.length + 2) * 0.75 + 3;

/** The widths of a row for CSS: mark, state and name, then the columns. */
export const templateOf = (columns: readonly string[]): string =>
  `1.75rem 1.75rem minmax(10rem, 14fr) ${columns.map((name) => `minmax(${widthOf(name)}rem, ${widthOf(name)}fr)`).join(" ")}`;
