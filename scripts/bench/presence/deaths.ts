// Agents that die before a technician's eyes: each group is a process of its own, and dies in one of three ways.
import { FaultProxy } from "../../../server/test/chaos/proxy.ts";
import { type Load, startLoad } from "../kit/load.ts";
import type { Seat } from "../kit/seats.ts";
import type { Product } from "../kit/servers.ts";
import type { Seen } from "./feed.ts";

const KINDS = ["kill", "freeze", "cut"] as const;
export type Kind = (typeof KINDS)[number];

export interface Group {
  readonly kind: Kind;
  readonly watched: boolean;
  readonly seats: readonly Seat[];
  /** Lets all of them die now. */
  die(): void;
  /** performance.now() of their death. */
  readonly diedAt: number | undefined;
  stop(): Promise<void>;
}

const REPORT_MS = 30_000;
const PER_ADDRESS = 25;
/** The load's own addresses are elsewhere: victims use the system's choice. */
const OWN_ADDRESS = 0;

async function startGroup(kind: Kind, watched: boolean, product: Product, seats: readonly Seat[]): Promise<Group> {
  const direct = new URL(product.url);
  const proxy = kind === "cut" ? await FaultProxy.start(Number(direct.port)) : undefined;
  if (proxy !== undefined) direct.port = String(proxy.port);
  const load: Load = startLoad({
    url: direct.href,
    count: seats.length,
    seats,
    ca: product.ca,
    perAddress: seats.length > PER_ADDRESS ? PER_ADDRESS : OWN_ADDRESS,
    reportEveryMs: REPORT_MS,
  });
  const { failed, reasons } = await load.connect(PER_ADDRESS);
  if (failed > 0) throw new Error(`agents that are to die could not connect: ${reasons.join("; ")}`);
  let diedAt: number | undefined;
  return {
    kind,
    watched,
    seats,
    die() {
      diedAt = performance.now();
      if (proxy !== undefined) proxy.set({ drop: true });
      else load.signal(kind === "kill" ? "SIGKILL" : "SIGSTOP");
    },
    get diedAt() {
      return diedAt;
    },
    async stop() {
      load.signal("SIGKILL");
      await proxy?.stop();
    },
  };
}

/** One group of each way to die, watched and not, with so many agents each. */
export async function startGroups(product: Product, seats: readonly Seat[], each: number): Promise<Group[]> {
  const groups: Group[] = [];
  for (const kind of KINDS)
    for (const watched of [true, false]) {
      const from = groups.length * each;
      groups.push(await startGroup(kind, watched, product, seats.slice(from, from + each)));
    }
  return groups;
}

export interface Death {
  readonly kind: Kind;
  readonly watched: boolean;
  /** Milliseconds until the first of them was shown as anything but online, half, 99 % and the last. */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** Those whose death nobody was shown. */
  readonly unseen: number;
}

/** How long each of the group was shown alive after its death. */
export function judge({ kind, watched, seats, diedAt = 0 }: Group, seen: readonly Seen[]): Death {
  const shown = new Map<string, number>();
  for (const { resourceId, presence, at } of seen)
    if (presence !== "online" && at >= diedAt && !shown.has(resourceId)) shown.set(resourceId, at - diedAt);
  const times = seats.flatMap(({ resourceId }) => shown.get(resourceId) ?? []).sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? Number.POSITIVE_INFINITY;
  return { kind, watched, p50: at(0.5), p99: at(0.99), most: at(1), unseen: seats.length - times.length };
}
