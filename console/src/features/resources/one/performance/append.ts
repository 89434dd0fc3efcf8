// One live measurement added to the columns of a chart. Missed buckets between become gaps. Pure.
import type { Latest, MetricSeries, Metrics } from "../../../../api/types.ts";

/** The value of one series in a measurement; null when it does not hold it. */
export function valueIn(latest: Latest, { kind, object, metric }: Pick<MetricSeries, "kind" | "object" | "metric">): number | null {
  if (kind === "host") {
    const host: Record<string, number | null | undefined> = {
      cpu: latest.cpu?.busy,
      io_wait: latest.cpu?.ioWait,
      load1: latest.cpu?.load1,
      memory_used: latest.memory?.usedBytes,
      swap_used: latest.memory?.swapUsedBytes,
    };
    return host[metric] ?? null;
  }
  if (kind === "volume") {
    const volume = latest.volumes.find((each) => each.mount === object);
    if (volume === undefined) return null;
    const inodes = volume.inodesTotal === 0 ? null : volume.inodesUsed / volume.inodesTotal;
    return { used: volume.usedBytes, free: volume.freeBytes, inodes_used: inodes }[metric] ?? null;
  }
  if (kind === "disk") {
    const disk = latest.disks.find((each) => each.device === object);
    return disk === undefined
      ? null
      : ({ read: disk.readBytesPerSecond, written: disk.writtenBytesPerSecond, busy: disk.busy }[metric] ?? null);
  }
  const link = latest.interfaces.find((each) => each.name === object);
  return link === undefined
    ? null
    : ({ received: link.receivedBytesPerSecond, sent: link.sentBytesPerSecond, errors: link.errorsPerSecond }[metric] ?? null);
}

/**
 * The metrics with a measurement that has just arrived, and without what has left the range.
 * A measurement older than the last bucket changes nothing: the next load brings it in its place.
 * @param spanSeconds length of the range that is shown
 */
export function appendLatest(metrics: Metrics, latest: Latest, spanSeconds: number): Metrics {
  const step = metrics.stepSeconds;
  const bucket = Math.floor(Date.parse(latest.at) / 1000 / step) * step;
  const last = metrics.times.at(-1) ?? bucket - step;
  if (Number.isNaN(bucket) || bucket < last || bucket - last > spanSeconds) return metrics;
  const added = Array.from({ length: Math.round((bucket - last) / step) }, (_, index) => last + (index + 1) * step);
  const times = [...metrics.times, ...added];
  const leave = times.findIndex((time) => time >= bucket - spanSeconds);
  const grow = (values: readonly (number | null)[], value: number | null) => {
    const all = [...values, ...added.map(() => null)];
    if (value !== null && all.length > 0) all[all.length - 1] = value;
    return all.slice(leave);
  };
  return {
    ...metrics,
    to: latest.at,
    times: times.slice(leave),
    series: metrics.series.map((series) => {
      const value = valueIn(latest, series);
      return {
        ...series,
        avg: grow(series.avg, value),
        min: grow(series.min, value),
        max: grow(series.max, value),
        last: grow(series.last, value),
      };
    }),
  };
}
