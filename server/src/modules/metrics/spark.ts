// The little processor curves of the resource list: 30 whole minutes up to the present one.
import { ofTenant, type Tx } from "../../database/index.ts";
import { Prisma } from "../../generated/prisma/client.ts";
import { floorTo } from "./progress.ts";

const MINUTE_MS = 60_000;
const POINTS = 30;

/** Busy share (0 to 1) of each of the last 30 full minutes, oldest first, null where nothing was reported; one entry for each id. */
export async function readSparks(tx: Tx, resourceIds: readonly string[], nowMs: number): Promise<Map<string, (number | null)[]>> {
  const sparks = new Map(resourceIds.map((id) => [id, Array.from<number | null>({ length: POINTS }).fill(null)]));
  if (resourceIds.length === 0) return sparks;
  const toMs = floorTo(nowMs, MINUTE_MS);
  const [from, to] = [toMs - POINTS * MINUTE_MS, toMs].map((ms) => new Date(ms).toISOString());
  const ids = Prisma.sql`any(${[...resourceIds]}::uuid[])`;
  const rows = await tx.$queryRaw<{ resource_id: string; slot: number; cpu: number | null }[]>`
    select resource_id, floor(extract(epoch from at - ${from}::timestamptz) / 60)::integer as slot, sum(cpu_sum) / nullif(sum(cpu_count), 0) as cpu
    from (
      select resource_id, bucket as at, cpu_sum, cpu_count from telemetry.host_1m
        where ${ofTenant("host_1m")} and resource_id = ${ids} and bucket >= ${from}::timestamptz and bucket < ${to}::timestamptz
      union all
      select resource_id, at, cpu, (cpu is not null)::integer from telemetry.report_raw
        where ${ofTenant("report_raw")} and resource_id = ${ids} and at >= ${from}::timestamptz and at < ${to}::timestamptz
          and at >= (select upto from telemetry.rollup_progress where level = '1m')
    ) as p
    group by resource_id, slot`;
  for (const { resource_id, slot, cpu } of rows) {
    const spark = sparks.get(resource_id);
    if (spark !== undefined) spark[slot] = cpu;
  }
  return sparks;
}
