// The newest report of each resource as telemetry.latest keeps it: what every live view and list reads.
import { Metrics, UnreadReport, type WireRecord } from "@vigia/protocol";
import type pg from "pg";
import { byteaArray, float8Array, int8Array, textArray, uuidArray } from "../../binary-arrays.ts";

/** The fullest volume of a report, as lists show it. */
export interface WorstVolume {
  readonly mount: string;
  /** Used of what an ordinary program could ever use, 0 to 1. */
  readonly usedShare: number;
  readonly freeBytes: number;
}

/** The fullest volume that can be written to (a CD is always full and no trouble); undefined when there is none. */
function worstVolume(report: Metrics): WorstVolume | undefined {
  let worst: WorstVolume | undefined;
  for (const { mount, usedBytes, freeBytes, readOnly } of report.volumes ?? []) {
    const used = usedBytes ?? 0;
    const usable = used + (freeBytes ?? 0);
    if (readOnly || usable === 0) continue;
    if (worst === undefined || used / usable > worst.usedShare)
      worst = { mount: mount ?? "", usedShare: used / usable, freeBytes: freeBytes ?? 0 };
  }
  return worst;
}

export interface LatestRow {
  readonly agent: { readonly organizationId: string; readonly resourceId: string };
  readonly atMs: number;
  /** What brought it. */
  readonly record: WireRecord;
}

/** What came is kept as it came up to this size; what is larger is encoded anew, so that nothing unknown fills the table. Bytes. */
const MOST_AS_IT_CAME = 4_096;

function encoded({ record }: LatestRow): Uint8Array {
  if (record instanceof UnreadReport && record.reportEnd - record.reportStart <= MOST_AS_IT_CAME) return record.reportBytes;
  return Metrics.encode(record.metrics ?? {});
}

/** Writes the newest report of each resource (one row for each); an older one than the stored does nothing. `now` in milliseconds. */
export async function upsertLatest(client: pg.ClientBase, rows: readonly LatestRow[], now: number): Promise<void> {
  if (rows.length === 0) return;
  const reports = rows.map(({ record }) => record.metrics ?? {});
  const worst = reports.map(worstVolume);
  await client.query({
    name: "metrics-upsert-latest",
    text: `
      insert into telemetry.latest as l (resource_id, organization_id, at, received_at, cpu, memory_used, memory_total,
        worst_volume, worst_volume_used, worst_volume_free, uptime_seconds, report)
      select resource_id, organization_id, to_timestamp(at / 1000.0), to_timestamp($12 / 1000.0), cpu, memory_used, memory_total,
        worst_volume, worst_volume_used, worst_volume_free, uptime_seconds, report
      from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::double precision[], $5::double precision[], $6::double precision[], $7::text[],
        $8::double precision[], $9::double precision[], $10::double precision[], $11::bytea[]) as r (resource_id, organization_id, at, cpu,
        memory_used, memory_total, worst_volume, worst_volume_used, worst_volume_free, uptime_seconds, report)
      on conflict (resource_id) do update set
        organization_id = excluded.organization_id, at = excluded.at, received_at = excluded.received_at, cpu = excluded.cpu,
        memory_used = excluded.memory_used, memory_total = excluded.memory_total, worst_volume = excluded.worst_volume,
        worst_volume_used = excluded.worst_volume_used, worst_volume_free = excluded.worst_volume_free,
        uptime_seconds = excluded.uptime_seconds, report = excluded.report
        where excluded.at >= l.at`,
    values: [
      uuidArray(rows.map(({ agent }) => agent.resourceId)),
      uuidArray(rows.map(({ agent }) => agent.organizationId)),
      int8Array(rows.map(({ atMs }) => atMs)),
      float8Array(reports.map((report) => (report.cpu ? (report.cpu.busy ?? 0) : null))),
      float8Array(reports.map((report) => (report.memory ? (report.memory.usedBytes ?? 0) : null))),
      float8Array(reports.map((report) => (report.memory ? (report.memory.totalBytes ?? 0) : null))),
      textArray(worst.map((volume) => volume?.mount ?? null)),
      float8Array(worst.map((volume) => volume?.usedShare ?? null)),
      float8Array(worst.map((volume) => volume?.freeBytes ?? null)),
      float8Array(reports.map((report) => report.uptimeSeconds ?? null)),
      byteaArray(rows.map(encoded)),
      now,
    ],
  });
}
