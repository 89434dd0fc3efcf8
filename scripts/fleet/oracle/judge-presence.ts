// Presence: nobody may have been shown offline who was connected, or who was gone for less than it takes to be offline.
import { group } from "../group.ts";
import type { Ask } from "./database.ts";
import type { AgentTruth } from "./read-truth.ts";
import type { Findings } from "./verdict.ts";

/** The server says offline after 75 s of silence; a connection ends a moment later on one side than on the other. */
const SILENT_MS = 70_000;

/** `connected`: the agents are connected now and must be shown so. */
export async function judgePresence(ask: Ask, truths: readonly AgentTruth[], connected: boolean, findings: Findings): Promise<void> {
  const resources = truths.map(({ resource }) => resource);
  const rows = await ask<{ resource_id: string; at: string }>(
    `select resource_id, (extract(epoch from at) * 1000)::bigint::text at from resource_events
     where source = 'server' and kind = 'offline' and resource_id = any($1::uuid[])`,
    [resources],
  );
  const offline = group(rows, (row) => row.resource_id);
  for (const { a, resource, sessions } of truths)
    for (const row of offline.get(resource) ?? []) {
      const at = Number(row.at);
      findings.counted.offline++;
      if (sessions.some(({ from, to }) => from <= at && to > at - SILENT_MS))
        findings.add("falseOffline", `agent ${a} at ${new Date(at).toISOString()}`);
    }
  if (!connected) return;
  const now = await ask<{ resource_id: string; presence: string }>(
    "select resource_id, presence from resource_presence where resource_id = any($1::uuid[])",
    [resources],
  );
  const shown = new Map(now.map((row) => [row.resource_id, row.presence]));
  for (const { a, resource, sessions } of truths)
    if (sessions.at(-1)?.to === Number.POSITIVE_INFINITY && shown.get(resource) !== "online")
      findings.add("notOnline", `agent ${a} is ${shown.get(resource) ?? "unknown"}`);
}
