// Names of the wire's message types and enums as the rest of the house uses them.
import "./plain-numbers.ts";

import { vigia } from "#gen/vigia.js";

const v1 = vigia.v1;

export const AgentEventKind = v1.AgentEventKind;
export type AgentEventKind = vigia.v1.AgentEventKind;
export const AgentState = v1.AgentState;
export type AgentState = vigia.v1.AgentState;
export const CollectorState = v1.CollectorState;
export type CollectorState = vigia.v1.CollectorState;
export const Lane = v1.Lane;
export type Lane = vigia.v1.Lane;
export const LogsProblem = v1.LogsProblem;
export type LogsProblem = vigia.v1.LogsProblem;
export const Platform = v1.Platform;
export type Platform = vigia.v1.Platform;
export const RefusalCode = v1.RefusalCode;
export type RefusalCode = vigia.v1.RefusalCode;

export type Ack = vigia.v1.Ack.$Shape;
export type AgentEvent = vigia.v1.AgentEvent.$Shape;
export type Batch = vigia.v1.Batch.$Shape;
export type Challenge = vigia.v1.Challenge.$Shape;
export type CollectorStatus = vigia.v1.CollectorStatus.$Shape;
export type CpuMetric = vigia.v1.CpuMetric.$Shape;
export type DiskMetric = vigia.v1.DiskMetric.$Shape;
export type Gap = vigia.v1.Gap.$Shape;
export type HostFacts = vigia.v1.HostFacts.$Shape;
export type InterfaceMetric = vigia.v1.InterfaceMetric.$Shape;
export type LaneCursor = vigia.v1.LaneCursor.$Shape;
export type LanePosition = vigia.v1.LanePosition.$Shape;
export type LogsOffer = vigia.v1.LogsOffer.$Shape;
export type LogsPart = vigia.v1.LogsPart.$Shape;
export type LogsRequest = vigia.v1.LogsRequest.$Shape;
export type LogsWanted = vigia.v1.LogsWanted.$Shape;
export type MemoryMetric = vigia.v1.MemoryMetric.$Shape;
export type Settings = vigia.v1.Settings.$Shape;
export type SignedRoster = vigia.v1.SignedRoster.$Shape;
export type VolumeMetric = vigia.v1.VolumeMetric.$Shape;
