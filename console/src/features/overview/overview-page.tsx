// What is true now: how many answer, who waits, who is missing, who is busy, what happened.
import { Button } from "@mantine/core";
import { useThrottledCallback } from "@mantine/hooks";
import { IconDeviceDesktopPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useTopics } from "../../api/live/use-feed.tsx";
import { overviewQuery } from "../../api/overview.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Empty, LoadError } from "../../ui/states.tsx";
import { Attention } from "./attention.tsx";
import { Busiest } from "./busiest.tsx";
import { Counts } from "./counts.tsx";
import { Fleet } from "./fleet.tsx";
import { PendingList, RecentEvents, TroubleList } from "./lists.tsx";
import { OverviewSkeleton } from "./overview-skeleton.tsx";

const TOPICS = ["resources"] as const;
/** Presence of many machines changes in bursts; the overview asks again at most this often. */
const AT_MOST_EVERY_MS = 1500;

export function OverviewPage() {
  const { t } = useTranslation("overview");
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(overviewQuery);
  const refresh = useThrottledCallback(() => void queries.invalidateQueries({ queryKey: overviewQuery.queryKey }), AT_MOST_EVERY_MS);
  useTopics(TOPICS, refresh);

  if (data === undefined) {
    return (
      <Page title={t("title")}>
        {error === null ? <OverviewSkeleton /> : <LoadError what={t("loadWhat")} error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  }
  if (data.resources.total === 0 && data.pending.length === 0) {
    return (
      <Page title={t("title")}>
        <Empty
          icon={<IconDeviceDesktopPlus size={30} stroke={1.5} />}
          title={t("emptyTitle")}
          text={t("emptyText")}
          action={
            <Button component={Link} to="/add">
              {t("emptyAction")}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={t("title")}>
      <Counts overview={data} />
      {data.pending.length > 0 && <PendingList overview={data} />}
      <div className="v-columns">
        <div>
          <Attention />
          <TroubleList overview={data} />
          <RecentEvents overview={data} />
        </div>
        <div>
          <Fleet />
          <Section title={t("busiest")}>
            <Busiest title={t("cpu")} items={data.busiest.cpu} />
            <Busiest title={t("memory")} items={data.busiest.memory} />
            <Busiest title={t("volume")} items={data.busiest.volume} />
          </Section>
        </div>
      </div>
    </Page>
  );
}
