// Turns the records of lane STATE into what telemetry.states keeps: one JSON value per key, the newest wins.
import { CollectorState, type CollectorStatus, type HostFacts, Platform } from "@vigia/protocol";
import { Unfit } from "../../delivery/index.ts";

/** Longest text in a state, characters. */
const MAX_TEXT = 1_024;
const MAX_ADDRESSES = 32;
const MAX_COLLECTOR_NAME = 64;

export interface State {
  readonly key: string;
  /** The message as plain JSON. */
  readonly value: HostFacts | CollectorStatus;
}

/** Key "host". Throws Unfit on text or numbers that cannot be stored. */
export function readHostFacts(facts: HostFacts): State {
  const addresses = facts.addresses ?? [];
  if (addresses.length > MAX_ADDRESSES) throw new Unfit(`more than ${MAX_ADDRESSES} addresses`);
  return {
    key: "host",
    value: {
      hostname: text("hostname", facts.hostname),
      platform: facts.platform ?? Platform.PLATFORM_UNSPECIFIED,
      osName: text("osName", facts.osName),
      osVersion: text("osVersion", facts.osVersion),
      kernel: text("kernel", facts.kernel),
      architecture: text("architecture", facts.architecture),
      cpuModel: text("cpuModel", facts.cpuModel),
      cpuCount: count("cpuCount", facts.cpuCount),
      memoryBytes: count("memoryBytes", facts.memoryBytes),
      bootAtMs: count("bootAtMs", facts.bootAtMs),
      timeZone: text("timeZone", facts.timeZone),
      agentVersion: text("agentVersion", facts.agentVersion),
      runtimeVersion: text("runtimeVersion", facts.runtimeVersion),
      addresses: addresses.map((address) => text("addresses", address)),
    },
  };
}

/** Key "collector:NAME". Throws Unfit on a name or reason that cannot be stored. */
export function readCollectorStatus(status: CollectorStatus): State {
  const collector = text("collector", status.collector);
  if (collector === "" || collector.length > MAX_COLLECTOR_NAME) throw new Unfit("a collector's name has 1 to 64 characters");
  const state = status.state ?? CollectorState.COLLECTOR_STATE_UNSPECIFIED;
  return { key: `collector:${collector}`, value: { collector, state, reason: text("reason", status.reason) } };
}

function text(field: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (value.length > MAX_TEXT) throw new Unfit(`${field} is longer than ${MAX_TEXT} characters`);
  if (value.includes("\0")) throw new Unfit(`${field} holds a NUL`);
  // Half a surrogate pair, which no decoder makes but a caller could, is no text to PostgreSQL's JSON.
  return Buffer.from(value).toString();
}

function count(field: string, value: number | null | undefined): number {
  const number = value ?? 0;
  if (!Number.isSafeInteger(number) || number < 0) throw new Unfit(`${field} is out of range`);
  return number;
}
