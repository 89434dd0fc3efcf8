// The oracle: what the load agent had safely on disk against what the database holds.
import fs from "node:fs";
import { ask } from "../kit/database.ts";

export interface Truth {
  readonly events: Set<string>;
  readonly reports: Set<number>;
  readonly state: number;
}

export function readTruth(file: string): Truth {
  const events = new Set<string>();
  const reports = new Set<number>();
  let state = 0;
  // The last line may be cut by the kill that ended the agent.
  for (const line of fs.readFileSync(file, "utf8").split("\n").slice(0, -1)) {
    if (line.startsWith("E ")) events.add(line.slice(2));
    else if (line.startsWith("M ")) reports.add(Number(line.slice(2)));
    else if (line.startsWith("S ")) state = Math.max(state, Number(line.slice(2)));
  }
  return { events, reports, state };
}

export interface Verdict {
  readonly lostEvents: string[];
  readonly doubledEvents: string[];
  readonly lostReports: number[];
  readonly doubledReports: number;
  readonly state: number;
  readonly quarantined: number;
}

/** Compares; empty lists and zeroes are what must come out. A report may be missing where a gap says so. */
export async function judge(dataDir: string, truth: Truth): Promise<Verdict> {
  const events = await ask<{ detail: string; n: number }>(
    dataDir,
    "select detail, count(*)::int n from resource_events where detail like 'load %' group by detail",
  );
  const seen = new Map(events.map((row) => [row.detail, row.n]));
  const reports = await ask<{ at: string; n: number }>(
    dataDir,
    "select (extract(epoch from at) * 1000)::bigint::text at, count(*)::int n from telemetry.host_raw group by at",
  );
  const counts = new Map(reports.map((row) => [Number(row.at), row.n]));
  const gaps = await ask<{ first: string; last: string }>(
    dataDir,
    "select (extract(epoch from first_at) * 1000)::bigint::text first, (extract(epoch from last_at) * 1000)::bigint::text last from telemetry.gaps",
  );
  const inGap = (at: number) => gaps.some((gap) => Number(gap.first) <= at && at <= Number(gap.last));
  const [state] = await ask<{ value: { reason?: string } }>(dataDir, "select value from telemetry.states where key = 'collector:load'");
  const [quarantine] = await ask<{ n: number }>(dataDir, "select count(*)::int n from telemetry.quarantine");
  return {
    lostEvents: [...truth.events].filter((name) => !seen.has(name)),
    doubledEvents: [...seen].filter(([, n]) => n > 1).map(([name]) => name),
    lostReports: [...truth.reports].filter((at) => !counts.has(at) && !inGap(at)),
    doubledReports: [...counts.values()].filter((n) => n > 1).length,
    state: Number(state?.value.reason ?? 0),
    quarantined: quarantine?.n ?? 0,
  };
}
