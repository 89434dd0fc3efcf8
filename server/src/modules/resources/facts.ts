// What an agent says about its machine and its collectors, as telemetry.states keeps it (plain JSON of the messages), made presentable.
import { Platform, CollectorState as WireCollectorState } from "@vigia/protocol";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { StoredState } from "./queries.ts";
import type { CollectorState, HostFacts } from "./schemas.ts";
import { showable } from "./text.ts";

const text = () => Type.Optional(Type.Union([Type.String(), Type.Null()]));
const number = () => Type.Optional(Type.Union([Type.Number(), Type.Null()]));
const StoredFacts = Type.Object({
  hostname: text(),
  platform: number(),
  osName: text(),
  osVersion: text(),
  kernel: text(),
  architecture: text(),
  cpuModel: text(),
  cpuCount: number(),
  memoryBytes: number(),
  bootAtMs: number(),
  timeZone: text(),
  agentVersion: text(),
  runtimeVersion: text(),
  addresses: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Null()])),
});
const StoredCollector = Type.Object({ collector: text(), state: number(), reason: text() });

const PLATFORM_NAMES = new Map<number, HostFacts["platform"]>([
  [Platform.PLATFORM_LINUX, "linux"],
  [Platform.PLATFORM_WINDOWS, "windows"],
  [Platform.PLATFORM_MACOS, "macos"],
]);
const STATE_NAMES = new Map<number, CollectorState["state"]>([
  [WireCollectorState.COLLECTOR_STATE_OK, "ok"],
  [WireCollectorState.COLLECTOR_STATE_FAILED, "failed"],
  [WireCollectorState.COLLECTOR_STATE_UNSUPPORTED, "unsupported"],
]);

/** The platform column for what an agent says. */
export const platformName = (platform: number | null | undefined): HostFacts["platform"] => PLATFORM_NAMES.get(platform ?? 0) ?? "unknown";

const short = (value: string | null | undefined): string => showable(value ?? "", 256);

/** Host facts out of a resource's states; null when none came yet. */
export function toFacts(states: readonly StoredState[]): HostFacts | null {
  const stored = states.find((state) => state.key === "host");
  if (stored === undefined || !Value.Check(StoredFacts, stored.value)) return null;
  const facts = stored.value;
  return {
    hostname: short(facts.hostname),
    platform: platformName(facts.platform),
    osName: short(facts.osName),
    osVersion: short(facts.osVersion),
    kernel: short(facts.kernel),
    architecture: short(facts.architecture),
    cpuModel: short(facts.cpuModel),
    cpuCount: Math.trunc(facts.cpuCount ?? 0),
    memoryBytes: facts.memoryBytes ?? 0,
    bootAt: instant(facts.bootAtMs),
    timeZone: short(facts.timeZone),
    agentVersion: short(facts.agentVersion),
    runtimeVersion: short(facts.runtimeVersion),
    addresses: (facts.addresses ?? []).slice(0, 32).map(short),
    receivedAt: stored.at.toISOString(),
  };
}

/** Years 1 to 9999 only: an agent may send any number. */
function instant(ms: number | null | undefined): string | null {
  return !ms || ms < 0 || ms > 253_402_300_799_000 ? null : new Date(ms).toISOString();
}

/** Collector states out of a resource's states, by name. */
export function toCollectors(states: readonly StoredState[]): CollectorState[] {
  return states.flatMap(({ key, at, value }) => {
    if (!key.startsWith("collector:") || !Value.Check(StoredCollector, value)) return [];
    const state = STATE_NAMES.get(value.state ?? 0);
    return state === undefined ? [] : [{ name: short(value.collector), state, reason: short(value.reason), at: at.toISOString() }];
  });
}
