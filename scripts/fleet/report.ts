// A run's figures for people, beside the limits they are held to.
import type { FleetReport } from "./run.ts";

type Row = readonly [what: string, figure: string, limit: string];

const n = (value: number, digits = 0): string => value.toFixed(digits);

/** A table of one line a figure: what, how much, and the limit where there is one. */
export function table(report: FleetReport): string {
  const { steady, stormFigures, back, ack, real } = report;
  const rows: Row[] = [
    ["machine", report.machine, ""],
    ["agents", `${report.agents} in ${report.processes} processes, a report every ${report.interval} s`, ""],
    ["enrolled", `${report.enrolledByWire} over the wire, ${report.enrolledByRows} by rows`, ""],
    ["all connected after", `${n(report.connectedAfter, 1)} s`, ""],
    ["dropped by churn", `${report.dropped} (${report.churnPercentPerMinute} % a minute)`, ""],
    ["sync to Ack p50 / p99 / most", `${n(ack.p50)} / ${n(ack.p99)} / ${n(ack.most)} ms (${ack.samples} samples)`, "p99 < 1,000 ms"],
    ["real agents in order", real === undefined ? "none" : `${real.healthy} of ${real.count}`, "all"],
  ];
  if (steady !== undefined)
    rows.push(
      ["server memory after warm-up", `${n(steady.rssMiB)} MiB, most ${n(steady.rssMostMiB)} MiB`, "< 1,200 MiB"],
      [
        "server memory slope",
        `${n(steady.rssSlopeMiBPerHour, 1)} MiB/h, of minutes' floors ${n(steady.rssFloorSlopeMiBPerHour, 1)}`,
        "< 1 MiB/h",
      ],
      ["server heap slope, floors", `${n(steady.heapFloorSlopeMiBPerHour, 1)} MiB/h`, ""],
      ["event loop lag p99", `median ${n(steady.lagP99MedianMs)} ms, most ${n(steady.lagP99MostMs)} ms`, ""],
      ["CPU server / PostgreSQL", `${n(steady.serverCpuPercent)} % / ${n(steady.postgresCpuPercent)} % of a core`, "together < 160 %"],
      ["server files", `${steady.filesFirst} → ${steady.filesLast}`, "flat"],
      ["server handles and timers", `${steady.resourcesFirst} → ${steady.resourcesLast}`, "flat"],
    );
  if (back !== undefined)
    rows.push(["back after the storm: half / 99 % / all", `${n(back.half, 1)} / ${n(back.most, 1)} / ${n(back.all, 1)} s`, "all <= 120 s"]);
  if (stormFigures !== undefined)
    rows.push(["in the storm: memory, lag p99", `${n(stormFigures.rssMostMiB)} MiB, ${n(stormFigures.lagP99MostMs)} ms`, ""]);
  rows.push(
    ["everything stored after", `${n(report.drainedAfter, 1)} s`, ""],
    ["simulator's memory", `${n(report.fleetMiB)} MiB`, ""],
    ["troubles", report.troubles.length === 0 ? "none" : report.troubles.join("; "), "none"],
    ["verdict", report.verdict === undefined ? "no database to compare with" : report.verdict.ok ? "in order" : "NOT in order", "in order"],
  );
  const width = Math.max(...rows.map(([what]) => what.length));
  const figures = Math.max(...rows.map(([, figure]) => Math.min(figure.length, 70)));
  return rows.map(([what, figure, limit]) => `${what.padEnd(width)}  ${figure.padEnd(figures)}  ${limit}`.trimEnd()).join("\n");
}
