import type { Identity, Standing } from "../identity.ts";
import { formatId, IdentityStore } from "../identity.ts";
import { lockHolder } from "../lock.ts";
import { type AgentStatus, readStatus } from "../status-file.ts";
import type { Context } from "./context.ts";

/** What a person does about a standing. */
const WAY_OUT: { readonly [State in Standing]?: string } = {
  pending: "Approve this machine in the console under Resources.",
  revoked: "This agent was revoked. Enrol it again: vigia-agent enroll --force --server URL --token TOKEN",
  unknown: "The server does not know this agent. Enrol it again: vigia-agent enroll --force --server URL --token TOKEN",
  unenrolled: "This agent said goodbye to its server. Enrol it again: vigia-agent enroll --force --server URL --token TOKEN",
  refused: "The server does not accept this agent's key. Enrol it again: vigia-agent enroll --force --server URL --token TOKEN",
  "too-old": "This agent is too old for the server. Install the current release.",
};

/** A running agent tells at least every ten minutes. */
const STALE_MS = 1_200_000;

/** The machine's state in the words of `status --json`. */
export interface StatusReport {
  readonly state: "not-enrolled" | "not-running" | "connected" | "offline" | Exclude<Standing, "active" | "pending">;
  readonly exitCode: 0 | 1 | 2;
  /** What to do about it; "" when all is well. */
  readonly wayOut: string;
  readonly organization?: string;
  readonly agentId?: string;
  readonly resourceId?: string;
  readonly servers?: readonly string[];
  readonly standing?: Standing;
  readonly reason?: string;
  readonly pid?: number;
  readonly agent?: AgentStatus;
}

/** Pure: what the three sources mean together. */
export function judge(identity: Identity | undefined, pid: number | undefined, agent: AgentStatus | undefined): StatusReport {
  if (identity === undefined) {
    return { state: "not-enrolled", exitCode: 2, wayOut: "Enrol this machine: vigia-agent enroll --server URL --token TOKEN" };
  }
  const { standing } = identity;
  const facts = {
    organization: identity.organizationName,
    agentId: formatId(identity.agentId),
    resourceId: formatId(identity.resourceId),
    servers: identity.servers,
    standing,
    reason: identity.standingReason,
    ...(pid === undefined ? {} : { pid }),
    ...(agent === undefined ? {} : { agent }),
  };
  const wayOut = WAY_OUT[standing] ?? "";
  if (standing !== "active" && standing !== "pending") return { state: standing, exitCode: 2, wayOut, ...facts };
  if (pid === undefined) return { state: "not-running", exitCode: 1, wayOut: "Start the agent: vigia-agent run", ...facts };
  if (agent?.pid === pid && agent.link.phase === "connected") return { state: "connected", exitCode: 0, wayOut, ...facts };
  return { state: "offline", exitCode: 1, wayOut: "The agent keeps trying. See vigia-agent logs for what it met.", ...facts };
}

/** Shows how the agent fares. Exit code 0 connected, 1 not running or offline, 2 not enrolled or refused. */
export async function statusCommand(context: Context, json: boolean): Promise<number> {
  const { dataDir } = context.config;
  const identity = await new IdentityStore(dataDir).load();
  const report = judge(identity, await lockHolder(context.host, dataDir), await readStatus(dataDir));
  if (json) context.out(JSON.stringify(report, undefined, 2));
  else for (const line of describe(report, context.clock.now())) context.out(line);
  return report.exitCode;
}

/** The report for people, one line each. */
export function describe(report: StatusReport, nowMs: number): string[] {
  const rows: [string, string][] = [["state", stateText(report, nowMs)]];
  const { agent } = report;
  if (report.servers !== undefined) rows.push(["organization", report.organization || "-"], ["server", report.servers.join(", ")]);
  if (report.standing !== undefined) rows.push(["approval", report.standing === "pending" ? "waits for approval" : report.standing]);
  if (report.resourceId !== undefined) rows.push(["resource", report.resourceId], ["agent", report.agentId ?? ""]);
  if (report.pid !== undefined) rows.push(["process", `${report.pid}, release ${agent?.agentVersion ?? "unknown"}`]);
  if (report.reason) rows.push(["reason", report.reason]);
  if (agent !== undefined && report.pid !== undefined) rows.push(...agentRows(agent, nowMs));
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`);
  return report.wayOut === "" ? lines : [...lines, "", report.wayOut];
}

function stateText({ state, agent }: StatusReport, nowMs: number): string {
  if (state === "connected") return `connected for ${duration(nowMs - (agent?.link.sinceMs ?? nowMs))}`;
  return { "not-enrolled": "not enrolled", "not-running": "not running", "too-old": "too old" }[state as string] ?? state;
}

function agentRows(agent: AgentStatus, nowMs: number): [string, string][] {
  const rows: [string, string][] = [];
  const ageMs = nowMs - agent.updatedAtMs;
  if (ageMs > STALE_MS) rows.push(["as of", `${duration(ageMs)} ago: the agent could not write its status since (is the disk full?)`]);
  const { problem, nextTryMs } = agent.link;
  if (problem !== undefined) rows.push(["last error", problem]);
  if (nextTryMs !== undefined && nextTryMs > nowMs) rows.push(["next try", `in ${duration(nextTryMs - nowMs)}`]);
  const waiting = Object.entries(agent.backlog).map(([lane, count]) => `${count} ${lane}`);
  if (waiting.length > 0) rows.push(["to send", waiting.join(", ")]);
  if (agent.spoolProblem !== "") rows.push(["spool", agent.spoolProblem]);
  const collectors = Object.entries(agent.collectors);
  const ok = collectors.filter(([, { state }]) => state === "ok").map(([name]) => name);
  if (ok.length > 0) rows.push(["measuring", ok.join(", ")]);
  for (const [name, { state, reason }] of collectors)
    if (state !== "ok") rows.push([name, `${state}${reason === "" ? "" : `: ${reason}`}`]);
  return rows;
}

/** Milliseconds in the two largest units that say something. */
function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
