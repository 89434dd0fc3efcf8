// Reads the ground truth back, one agent's part of it at a time in the shape in which it is judged.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { Lane } from "@vigia/protocol";
import type { TruthLine } from "../agent/truth.ts";

export interface Safe {
  readonly seq: number;
  readonly at: number;
  readonly hash: string;
}

/** Numbers from … to, both included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface LaneTruth {
  readonly records: Safe[];
  /** What the spool let go of. */
  readonly dropped: Range[];
  /** Every word of the server about where it stands, in order. */
  readonly aligned: { readonly at: number; readonly seq: number; readonly acked: number }[];
  /** The highest number acknowledged. */
  acked: number;
}

export interface AgentTruth {
  readonly a: number;
  readonly agent: string;
  readonly resource: string;
  readonly epoch: number;
  readonly event: LaneTruth;
  readonly metric: LaneTruth;
  readonly state: LaneTruth;
  /** The newest value of each key. */
  readonly states: Map<string, Safe>;
  /** When it was connected, milliseconds since 1970; Infinity while it still is. */
  readonly sessions: { from: number; to: number }[];
}

const laneTruth = (): LaneTruth => ({ records: [], dropped: [], aligned: [], acked: 0 });

export function laneOf(truth: AgentTruth, lane: Lane): LaneTruth {
  if (lane === Lane.LANE_EVENT) return truth.event;
  return lane === Lane.LANE_METRIC ? truth.metric : truth.state;
}

/** The truth of all agents in these files. Throws when a line speaks of an agent that was not introduced. */
export async function readTruth(files: readonly string[]): Promise<AgentTruth[]> {
  const agents = new Map<number, AgentTruth>();
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== "") take(agents, JSON.parse(line) as TruthLine);
    }
  return [...agents.values()];
}

/** The truth in lines that are still in memory. */
export function collectTruth(lines: readonly TruthLine[]): AgentTruth[] {
  const agents = new Map<number, AgentTruth>();
  for (const line of lines) take(agents, line);
  return [...agents.values()];
}

function take(agents: Map<number, AgentTruth>, line: TruthLine): void {
  const truth = agents.get(line.a);
  if (line.k === "agent") {
    // The same agent after a restart goes on with the same spool.
    if (truth !== undefined) return;
    const { a, agent, resource, epoch } = line;
    const lanes = { event: laneTruth(), metric: laneTruth(), state: laneTruth() };
    agents.set(a, { a, agent, resource, epoch, ...lanes, states: new Map(), sessions: [] });
    return;
  }
  if (truth === undefined) throw new Error(`the truth speaks of agent ${line.a} before it was there`);
  if (line.k === "record") takeRecord(truth, line);
  else if (line.k === "drop") laneOf(truth, line.lane).dropped.push(line);
  else if (line.k === "align") laneOf(truth, line.lane).aligned.push(line);
  else if (line.k === "acked") laneOf(truth, line.lane).acked = Math.max(laneOf(truth, line.lane).acked, line.seq);
  else if (line.k === "up") truth.sessions.push({ from: line.at, to: Number.POSITIVE_INFINITY });
  else {
    const last = truth.sessions.at(-1);
    if (last !== undefined) last.to = line.at;
  }
}

function takeRecord(truth: AgentTruth, { lane, seq, at, hash, key }: TruthLine & { k: "record" }): void {
  if (key === undefined) laneOf(truth, lane).records.push({ seq, at, hash });
  // A rewritten log repeats older values.
  else if (at >= (truth.states.get(key)?.at ?? 0)) truth.states.set(key, { seq, at, hash });
}
