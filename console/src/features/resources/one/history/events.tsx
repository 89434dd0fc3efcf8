// What happened to this machine and its agent, newest first.
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { flatten } from "../../../../api/pages.ts";
import { eventsQuery } from "../../../../api/resources.ts";
import type { ResourceEvent } from "../../../../api/types.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { EventName } from "../../../../ui/event-name.tsx";
import { RelativeTime } from "../../../../ui/relative-time.tsx";
import { LoadError, RowSkeleton } from "../../../../ui/states.tsx";

export function Events({ id }: { id: string }) {
  const { t } = useTranslation(["resources", "common"]);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(eventsQuery(id));
  if (data === undefined)
    return error === null ? (
      <RowSkeleton rows={10} />
    ) : (
      <LoadError what={t("history.loadWhat")} error={error} onRetry={() => void refetch()} />
    );
  const events = flatten<ResourceEvent>(data);
  if (events.length === 0)
    return (
      <p className="v-muted">
        {t("history.empty")} {t("history.emptyHelp")}
      </p>
    );
  return (
    <>
      <ol className="v-timeline">
        {events.map((event) => (
          <li key={event.id}>
            <span className="v-muted v-nowrap">
              <RelativeTime at={event.at} />
            </span>
            <span>
              <span className="v-strong">
                <EventName kind={event.kind} />
              </span>
              {event.detail !== "" && (
                <span className="v-muted v-break">
                  {" "}
                  <AgentText text={event.detail} />
                </span>
              )}
            </span>
            <span className="v-muted v-timeline-source">{t(`history.${event.source}`)}</span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("common:loadMore")}
        </Button>
      )}
    </>
  );
}
