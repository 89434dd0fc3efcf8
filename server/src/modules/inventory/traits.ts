// The few facts that lists sort and filter by, out of all that is known of a machine. Pure; null is unknown, never a guess.
import { releaseOf } from "./os-support.ts";
import type { Bodies } from "./sections/index.ts";
import { versionOrder } from "./version-order.ts";

export interface Traits {
  readonly osName: string | null;
  readonly osVersion: string | null;
  /** The same, in an order. */
  readonly osVersionOrder: string;
  readonly osBuild: string | null;
  /** Key into the table of os-support.ts. */
  readonly osRelease: string | null;
  readonly domain: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly serial: string | null;
  readonly chassis: string | null;
  readonly virtual: boolean | null;
  readonly hypervisor: string | null;
  readonly cpu: string | null;
  readonly memoryBytes: number | null;
  readonly diskBytes: number | null;
  /** Every volume that holds people's data is. */
  readonly encrypted: boolean | null;
  readonly diskFailing: boolean | null;
  readonly antivirus: string | null;
  readonly antivirusOn: boolean | null;
  readonly antivirusCurrent: boolean | null;
  readonly firewallOn: boolean | null;
  readonly secureBoot: boolean | null;
  readonly rebootPending: boolean | null;
  readonly updatesPending: number | null;
  readonly updatesCritical: number | null;
  readonly programs: number | null;
  readonly architecture: string | null;
  readonly lastUser: string | null;
  /** Of its network cards, without their prefixes; none that only the machine itself can use. */
  readonly addresses: string[];
  /** In lower case. */
  readonly macs: string[];
}

/** A file system that must stay readable before anything can be decrypted. */
const BOOT = /^\/(boot|efi|recovery)(\/|$)|^\/System\/Volumes\//i;
/** Addresses that only the machine itself can use. */
const LOCAL = /^(127\.|::1$|fe80:)/i;
/** Most addresses of one machine that are kept: a filter looks at all of them. */
const MOST_LISTED = 32;
/** Larger numbers do not fit their column, and no machine waits for so many updates. */
const MOST_COUNT = 1_000_000;

const count = (value: number | undefined): number | null => (value === undefined ? null : Math.min(Math.trunc(value), MOST_COUNT));

/** Answers the traits of a machine of which these sections are known. */
export function traitsOf(bodies: Bodies): Traits {
  const { system, os, processors, memory, board, disks, volumes, network, users, security, updates, software } = bodies;
  const active = security?.antivirus?.find((one) => one.active) ?? security?.antivirus?.[0];
  return {
    osName: os?.name ?? null,
    osVersion: os?.version ?? null,
    osVersionOrder: versionOrder(os?.version ?? ""),
    osBuild: os?.build ?? null,
    osRelease: os === undefined ? null : releaseOf(os),
    domain: os?.domain ?? os?.workgroup ?? null,
    manufacturer: system?.manufacturer ?? null,
    model: system?.model ?? null,
    serial: system?.serial ?? null,
    chassis: system?.chassis ?? null,
    virtual: system?.virtual ?? null,
    hypervisor: system?.hypervisor ?? null,
    cpu: processors?.processors?.[0]?.model ?? null,
    memoryBytes: memory?.totalBytes ?? null,
    diskBytes: sum(disks?.disks?.filter(({ kind }) => kind !== "removable").map(({ bytes }) => bytes)),
    encrypted: allOf(
      volumes?.volumes
        ?.filter(({ mount = "" }) => !BOOT.test(mount))
        .map(({ encryption }) => (encryption === undefined ? null : encryption === "on")),
    ),
    diskFailing: someOf(disks?.disks?.map(({ health }) => (health === undefined ? null : health === "failing"))),
    antivirus: active?.name ?? null,
    antivirusOn: security === undefined ? null : someOf(security.antivirus?.map((one) => one.active ?? null)),
    antivirusCurrent: active?.upToDate ?? null,
    firewallOn: allOf(security?.firewalls?.map((one) => one.active ?? null)),
    secureBoot: board?.secureBoot ?? null,
    rebootPending: os?.rebootPending ?? null,
    updatesPending: count(updates?.pending),
    updatesCritical: count(updates?.critical),
    programs: software === undefined ? null : count(software.programs?.length ?? 0),
    architecture: os?.architecture ?? null,
    lastUser: users?.currentUser ?? null,
    addresses: listed(
      network?.interfaces?.flatMap(({ addresses = [] }) => addresses.map((address) => address.split("/")[0] ?? "")),
      LOCAL,
    ),
    macs: listed(network?.interfaces?.map(({ mac = "" }) => mac.toLowerCase())),
  };
}

/** Each once, in their order, at most so many. */
const listed = (texts: readonly string[] = [], without?: RegExp): string[] =>
  [...new Set(texts.filter((text) => text !== "" && without?.test(text) !== true))].slice(0, MOST_LISTED);

function sum(values: readonly (number | undefined)[] | undefined): number | null {
  const known = values?.filter((value) => value !== undefined) ?? [];
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}

/** One that is not decides; otherwise one that is unknown leaves it unknown. */
function allOf(values: readonly (boolean | null)[] | undefined): boolean | null {
  if (values === undefined || values.length === 0) return null;
  return values.includes(false) ? false : values.includes(null) ? null : true;
}

function someOf(values: readonly (boolean | null)[] | undefined): boolean | null {
  if (values === undefined || values.length === 0) return null;
  return values.includes(true) ? true : values.includes(null) ? null : false;
}
