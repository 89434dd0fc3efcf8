// The oracle of deliveries: what each agent had safely on disk against what the database holds. Every finding is a sentence.
import type { Machine } from "./machine.ts";
import type { Site } from "./site.ts";
import type { Truth } from "./truth.ts";

/** Most findings of one kind that are told one by one. */
const MOST = 5;

interface EventRow {
  readonly detail: string;
  readonly kind: string;
  readonly epoch: string;
  readonly seq: number | null;
}

interface Found {
  readonly events: readonly EventRow[];
  readonly reports: ReadonlyMap<number, number>;
  readonly gaps: readonly { lane: number; first: number; last: number; records: number }[];
  readonly state: number;
  readonly quarantined: readonly { lane: number; reason: string }[];
  readonly cursors: ReadonlyMap<number, { epoch: string; last: number }>;
}

/** What the server has of one machine, in one snapshot. */
async function find(site: Site, { resourceId, agentId }: Machine): Promise<Found> {
  const [row] = await site.ask<{
    events: EventRow[] | null;
    reports: [number, number][] | null;
    gaps: { lane: number; first: number; last: number; records: number }[] | null;
    state: string | null;
    quarantined: { lane: number; reason: string }[] | null;
    cursors: { lane: number; epoch: string; last: number }[];
  }>(
    `select
      (select json_agg(json_build_object('detail', detail, 'kind', kind, 'epoch', epoch::text, 'seq', seq) order by seq)
        from resource_events where resource_id = $1 and source = 'agent') events,
      (select json_agg(json_build_array(at, n)) from
        (select (extract(epoch from at) * 1000)::bigint at, count(*) n from telemetry.report_raw where resource_id = $1 group by 1) r) reports,
      (select json_agg(json_build_object('lane', lane, 'first', (extract(epoch from first_at) * 1000)::bigint,
          'last', (extract(epoch from last_at) * 1000)::bigint, 'records', to_seq - from_seq + 1))
        from telemetry.gaps where agent_id = $2) gaps,
      (select value->>'reason' from telemetry.states where resource_id = $1 and key = 'collector:load') state,
      (select json_agg(json_build_object('lane', lane, 'reason', reason)) from telemetry.quarantine where agent_id = $2) quarantined,
      (select json_agg(c) from (select lane, epoch::text, last_seq::bigint last from telemetry.cursors where agent_id = $2
        union all select lane, epoch::text, last_seq from agent_cursors where agent_id = $2) c) cursors`,
    [resourceId, agentId],
  );
  return {
    events: row?.events ?? [],
    reports: new Map(row?.reports ?? []),
    gaps: row?.gaps ?? [],
    state: Number.parseInt(row?.state ?? "0", 10),
    quarantined: row?.quarantined ?? [],
    cursors: new Map((row?.cursors ?? []).map(({ lane, epoch, last }) => [lane, { epoch, last }])),
  };
}

const LANE = { event: 1, state: 2, metric: 3 };

/** What is on the agent's disk and not in the database (yet). Empty when all of it arrived. */
function missing(truth: Truth, found: Found, damaged: Truth | undefined): string[] {
  const seen = new Set(found.events.map(({ detail }) => detail));
  const inGap = (at: number) => found.gaps.some((gap) => gap.lane === LANE.metric && gap.first <= at && at <= gap.last);
  const events = [...truth.events].filter((name) => !seen.has(name));
  const isThere = (at: number) => found.reports.has(at) || inGap(at);
  const reports = [...truth.reports].filter((at) => !isThere(at) && !isThere(truth.corrected.get(at) ?? at));
  const [lost, unsaid] = [events.filter((name) => !damaged?.events.has(name)), reports.filter((at) => !damaged?.reports.has(at))];
  const owed = [
    ...short(lost.map((name) => `I1 event "${name}" is lost`)),
    ...short(unsaid.map((at) => `I1 the report of ${at} is lost without a gap`)),
  ];
  if (found.state < truth.state) owed.push(`I1 the state is ${found.state}, ${truth.state} was safe`);
  const told = found.gaps.length > 0 || found.events.some(({ kind }) => kind === "spool_repaired" || kind === "events_lost");
  if (!told && events.length + reports.length > lost.length + unsaid.length) owed.push("I1 what a damaged spool lost is said nowhere");
  return owed;
}

/** What the database has and may not have: twice, out of order, or beside its cursor. */
function wrong(found: Found): string[] {
  const findings: string[] = [];
  const counts = new Map<string, number>();
  const load = found.events.filter(({ detail }) => detail.startsWith("load "));
  for (const { detail } of load) counts.set(detail, (counts.get(detail) ?? 0) + 1);
  findings.push(...short([...counts].filter(([, n]) => n > 1).map(([name, n]) => `I1 event "${name}" is there ${n} times`)));
  findings.push(...short([...found.reports].filter(([, n]) => n > 1).map(([at, n]) => `I1 the report of ${at} is there ${n} times`)));
  findings.push(...short(found.quarantined.map(({ lane, reason }) => `I1 a record of lane ${lane} was set aside: ${reason}`)));
  const numbers = load.map(({ detail }) => Number(detail.slice(5)));
  const back = numbers.findIndex((number, i) => i > 0 && number <= (numbers[i - 1] ?? 0) && load[i]?.epoch === load[i - 1]?.epoch);
  if (back > 0) findings.push(`I5 event ${numbers[back]} came after ${numbers[back - 1]}`);
  return [...findings, ...cursors(found)];
}

/** The cursors stand exactly where the effects end. A spool that lost its epoch begins anew and is not counted. */
function cursors({ events, cursors, gaps, reports }: Found): string[] {
  const findings: string[] = [];
  const event = cursors.get(LANE.event);
  const epochs = new Set(events.map(({ epoch }) => epoch));
  if (event !== undefined && epochs.size === 1) {
    const numbers = new Set<number>();
    for (const { kind, detail, seq } of events) {
      if (seq === null) continue;
      const covered = kind === "events_lost" ? Number(detail) : 1;
      for (let number = seq - covered + 1; number <= seq; number++) numbers.add(number);
    }
    if (numbers.size !== event.last) findings.push(`I6 the cursor of events says ${event.last}, ${numbers.size} are there`);
  }
  const metric = cursors.get(LANE.metric);
  if (metric !== undefined && epochs.size === 1) {
    const lost = gaps.filter(({ lane }) => lane === LANE.metric).reduce((sum, { records }) => sum + records, 0);
    const there = [...reports.values()].reduce((sum, n) => sum + n, 0);
    if (there + lost !== metric.last) findings.push(`I6 the cursor of reports says ${metric.last}, ${there} are there and ${lost} in gaps`);
  }
  return findings;
}

const short = (findings: string[]): string[] =>
  findings.length <= MOST ? findings : [...findings.slice(0, MOST), `… and ${findings.length - MOST} more`];

/** What is wrong with one machine now; `truth` was read before, so all of it should have arrived. */
export async function judge(site: Site, machine: Machine, truth: Truth): Promise<{ missing: string[]; wrong: string[] }> {
  const found = await find(site, machine);
  const named = (findings: string[]) => findings.map((finding) => `${machine.name}: ${finding}`);
  const ahead = truth.behind.slice(machine.putBack).map((words) => {
    const [lane, acknowledged, stands] = words.split(" ");
    return `I6 the server acknowledged ${acknowledged} of lane ${lane}, then stood at ${stands}`;
  });
  return { missing: named(missing(truth, found, machine.damaged)), wrong: named([...short(ahead), ...wrong(found)]) };
}
