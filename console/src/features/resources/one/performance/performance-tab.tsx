// Everything that was measured over one range, with one reading line through all charts.
import { SegmentedControl } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { metricsQuery } from "../../../../api/resources.ts";
import { useSession } from "../../../../api/session.ts";
import type { Resource } from "../../../../api/types.ts";
import { Chart } from "../../../../ui/chart/chart.tsx";
import { serverNow } from "../../../../ui/clock.ts";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";
import { Empty, LoadError } from "../../../../ui/states.tsx";
import { cutText } from "../../../../ui/visible-text.ts";
import { RANGES, type Range } from "../../search.ts";
import { ChartSkeleton } from "./chart-skeleton.tsx";
import { type ChartSpec, chartsOf } from "./charts.ts";

const route = getRouteApi("/shell/resources/$id");
const GROUPS = ["host", "volumes", "disks", "network"] as const;
/** The hour grows by itself; longer ranges are asked for again this often. */
const REFRESH_MS = 60_000;
/** A machine that has just begun to report is asked for its first points this often. */
const FIRST_POINTS_MS = 3_000;

export default function PerformanceTab({ resource }: { resource: Resource }) {
  const { t } = useTranslation("resources");
  const { range = "1h" } = route.useSearch();
  const navigate = useNavigate();
  const format = useFormat();
  const session = useSession();
  const { latest } = resource;
  const { data, error, refetch } = useQuery({
    ...metricsQuery(resource.id, RANGES[range], serverNow),
    refetchInterval: (query) => {
      if (query.state.data?.series.length === 0 && latest !== null) return FIRST_POINTS_MS;
      return range === "1h" ? 5 * REFRESH_MS : REFRESH_MS;
    },
  });
  const charts = useMemo(() => {
    if (data === undefined) return [];
    return chartsOf(data, latest, {
      busy: t("performance.busy"),
      ioWait: t("performance.ioWait"),
      load1: t("performance.load1"),
      used: t("performance.used"),
      swap: t("performance.swap"),
      read: t("performance.read"),
      written: t("performance.written"),
      received: t("performance.received"),
      sent: t("performance.sent"),
    });
  }, [data, latest, t]);
  const titleOf = ({ name, object }: ChartSpec): string => {
    const shown = cutText(object, 60).shown;
    return name === "volume" || name === "disk" || name === "interface"
      ? t(`performance.${name}`, { name: shown })
      : t(`performance.${name}`);
  };
  const timeZone = session.user.timeZone ?? session.organization.timeZone;
  return (
    <>
      <div className="v-range">
        <SegmentedControl
          size="xs"
          aria-label={t("performance.range")}
          value={range}
          onChange={(value) =>
            void navigate({
              to: "/resources/$id",
              params: { id: resource.id },
              search: { tab: "performance", range: value as Range },
              replace: true,
            })
          }
          data={[
            { value: "1h", label: t("performance.h1") },
            { value: "24h", label: t("performance.h24") },
            { value: "7d", label: t("performance.d7") },
            { value: "30d", label: t("performance.d30") },
          ]}
        />
        <span className="v-muted">{data !== undefined && t("performance.step", { duration: format.duration(data.stepSeconds) })}</span>
      </div>
      {data === undefined &&
        (error === null ? <ChartSkeleton /> : <LoadError what={t("performance.loadWhat")} error={error} onRetry={() => void refetch()} />)}
      {data !== undefined && charts.length === 0 && (
        <Empty icon={<IconChartLine size={28} stroke={1.5} />} title={t("performance.empty")} text={t("performance.emptyHelp")} />
      )}
      {GROUPS.map((group) => {
        const inGroup = charts.filter((chart) => chart.group === group);
        if (inGroup.length === 0) return null;
        return (
          <Section key={group} title={t(`performance.${group}`)}>
            <div className="v-charts">
              {inGroup.map((chart) => (
                <Chart
                  key={chart.id}
                  title={titleOf(chart)}
                  fileName={fileNameOf(resource.name, chart)}
                  data={chart.data}
                  syncKey={resource.id}
                  timeZone={timeZone}
                />
              ))}
            </div>
          </Section>
        );
      })}
    </>
  );
}

/** A name every system accepts, whatever the machine calls its things. */
function fileNameOf(name: string, { name: chart, object }: ChartSpec): string {
  return [name, chart, object]
    .join("-")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 100);
}
