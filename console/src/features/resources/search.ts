// What the resources' addresses say. Anything unknown in an address is dropped, never passed on.
import type { ResourceFilter } from "../../api/resources.ts";

export const SORT_KEYS = [
  "presence",
  "name",
  "client",
  "site",
  "group",
  "hostname",
  "os",
  "osVersion",
  "cpu",
  "memory",
  "worstVolume",
  "agentVersion",
  "lastSeenAt",
  "type",
  "assetTag",
  "acquired",
  "warranty",
  "created",
  "manufacturer",
  "model",
  "serial",
  "memorySize",
  "diskSize",
  "encrypted",
  "lastUser",
  "updates",
  "updatesCritical",
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export const PRESENCES = ["online", "not_answering", "offline", "pending"] as const;
export const PLATFORMS = ["linux", "windows", "macos"] as const;
const DEFAULT_SORT = "name";

export interface ResourcesSearch {
  readonly q?: string;
  readonly sort?: string;
  /** Several with commas. */
  readonly presence?: string;
  readonly clientId?: string;
  readonly siteId?: string;
  readonly platform?: string;
  /** The fleet's own language. */
  readonly filter?: string;
  /** In their order, with commas; the name and the state stand before them. */
  readonly columns?: string;
  readonly density?: "compact";
  /** The saved view that the rest began as. */
  readonly view?: string;
}

/** Where a resource made by hand begins. */
export interface NewResourceSearch {
  readonly clientId?: string;
  readonly siteId?: string;
}

const has = (list: readonly string[], value: unknown): value is string => typeof value === "string" && list.includes(value);
/** The router reads a lone number in an address as one. */
const isWritten = (value: unknown): boolean => (typeof value === "string" && value.trim() !== "") || typeof value === "number";
/** As the server has it, characters. */
export const MOST_FILTER = 1_000;
/** As the server has them. */
const COLUMN = /^([a-zA-Z]{2,20}|field\.[0-9a-f-]{36})$/;
const MOST_COLUMNS = 40;
/** The view of everything, which nobody saved. */
export const ALL = "all";
const ID = /^[0-9a-f-]{36}$/i;

export function readResourcesSearch(search: Record<string, unknown>): ResourcesSearch {
  const { q, sort, presence, clientId, siteId, platform, filter, columns, density, view } = search as {
    [key in keyof ResourcesSearch]?: unknown;
  };
  const states = typeof presence === "string" ? PRESENCES.filter((state) => presence.split(",").includes(state)) : [];
  const shown = typeof columns === "string" ? [...new Set(columns.split(",").filter((name) => COLUMN.test(name)))] : [];
  return {
    ...(isWritten(q) ? { q: String(q).slice(0, 200) } : {}),
    ...(typeof sort === "string" && has(SORT_KEYS, sort.replace(/^-/, "")) && sort !== DEFAULT_SORT ? { sort } : {}),
    ...(states.length > 0 ? { presence: states.join(",") } : {}),
    ...(typeof clientId === "string" && ID.test(clientId) ? { clientId } : {}),
    ...(typeof siteId === "string" && ID.test(siteId) ? { siteId } : {}),
    ...(has(PLATFORMS, platform) ? { platform } : {}),
    ...(isWritten(filter) ? { filter: String(filter).trim().slice(0, MOST_FILTER) } : {}),
    ...(shown.length > 0 ? { columns: shown.slice(0, MOST_COLUMNS).join(",") } : {}),
    ...(density === "compact" ? { density } : {}),
    ...(typeof view === "string" && (view === ALL || ID.test(view)) ? { view } : {}),
  };
}

export function readNewResourceSearch(search: Record<string, unknown>): NewResourceSearch {
  const { clientId, siteId } = search as { [key in keyof NewResourceSearch]?: unknown };
  return {
    ...(typeof clientId === "string" && ID.test(clientId) ? { clientId } : {}),
    ...(typeof siteId === "string" && ID.test(siteId) ? { siteId } : {}),
  };
}

/** True when the address leaves some machines out. */
export function isFiltered({ sort: _, columns: _columns, density: _density, view: _view, ...filter }: ResourcesSearch): boolean {
  return Object.keys(filter).length > 0;
}

/** The question to the server behind an address. */
export function filterOf({ density: _, view: _view, ...search }: ResourcesSearch): ResourceFilter {
  return { ...search, sort: search.sort ?? DEFAULT_SORT };
}

/** The sort after a click on a column: first ascending, then descending, then back to the default. */
export function nextSort(current: string | undefined, key: SortKey): string | undefined {
  const now = current ?? DEFAULT_SORT;
  if (now === key) return `-${key}`;
  if (now === `-${key}`) return key === DEFAULT_SORT ? key : undefined;
  return key;
}

/** Those that the machine's inventory fills. */
const INVENTORY_TABS = ["hardware", "software", "network", "services", "updates", "users", "security"] as const;
export type InventoryTab = (typeof INVENTORY_TABS)[number];
export const TABS = ["overview", "details", "performance", ...INVENTORY_TABS, "files", "history", "settings"] as const;
export type Tab = (typeof TABS)[number];
/** Those of a resource without an agent: its overview is what people say of it. */
const AGENTLESS_TABS: readonly Tab[] = ["overview", "files", "history"];
export const isInventoryTab = (tab: Tab): tab is InventoryTab => has(INVENTORY_TABS, tab);

/** The tabs to show; the open one is always among them. */
export const tabsOf = (hasAgent: boolean, open: Tab): readonly Tab[] =>
  hasAgent ? TABS : TABS.filter((tab) => AGENTLESS_TABS.includes(tab) || tab === open);

export const RANGES = { "1h": 3600, "24h": 86_400, "7d": 604_800, "30d": 2_592_000 } as const;
export type Range = keyof typeof RANGES;

export interface ResourceSearch {
  readonly tab?: Tab;
  readonly range?: Range;
}

export function readResourceSearch(search: Record<string, unknown>): ResourceSearch {
  const { tab, range } = search as { [key in keyof ResourceSearch]?: unknown };
  return {
    ...(has(TABS, tab) && tab !== "overview" ? { tab: tab as Tab } : {}),
    ...(has(Object.keys(RANGES), range) && range !== "1h" ? { range: range as Range } : {}),
  };
}
