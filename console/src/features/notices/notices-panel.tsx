import { Button, Popover } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type Notice, noticesQuery, readAllNotices, readNotice } from "../../api/notices.ts";
import { flatten } from "../../api/pages.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";
import { cutText } from "../../ui/visible-text.ts";

const KNOWN = ["webhook_disabled", "factor_reset_requested", "password_changed", "clone_found", "ticket_assigned"] as const;

interface NoticesPanelProps {
  readonly opened: boolean;
  readonly onChange: (opened: boolean) => void;
  /** The bell it belongs to. */
  readonly children: ReactElement;
}

/** What is behind the bell. */
export default function NoticesPanel({ opened, onChange, children }: NoticesPanelProps) {
  const { t } = useTranslation(["notices", "common"]);
  const list = useInfiniteQuery(noticesQuery);
  const unread = list.data?.pages[0]?.unread ?? 0;
  const rows = flatten<Notice>(list.data);
  const read = useChange(["notices"], readNotice);
  const readAll = useChange(["notices"], readAllNotices);
  return (
    <Popover position="bottom-end" width={360} shadow="md" trapFocus returnFocus opened={opened} onChange={onChange}>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className="v-notices" aria-label={t("title")}>
        <div className="v-section-head">
          <h2>{t("title")}</h2>
          {unread > 0 && (
            <Button size="compact-xs" variant="subtle" loading={readAll.isPending} onClick={() => readAll.mutate(undefined)}>
              {t("readAll")}
            </Button>
          )}
        </div>
        {list.data === undefined &&
          (list.error === null ? (
            <RowSkeleton rows={3} />
          ) : (
            <LoadError what={t("what")} error={list.error} onRetry={() => void list.refetch()} />
          ))}
        {list.data !== undefined && rows.length === 0 && <p className="v-muted">{t("none")}</p>}
        <ul className="v-list">
          {rows.map((notice) => (
            <li key={notice.id} className={notice.readAt === null ? "v-notice v-notice-new" : "v-notice"}>
              <NoticeText notice={notice} />
              <span className="v-muted">
                <RelativeTime at={notice.createdAt} />
              </span>
              {notice.readAt === null && (
                <Button size="compact-xs" variant="subtle" onClick={() => read.mutate(notice.id)}>
                  {t("read")}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {list.hasNextPage && (
          <Button fullWidth variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("common:loadMore")}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function NoticeText({ notice }: { notice: Notice }) {
  const { t } = useTranslation("notices");
  const known = KNOWN.find((each) => each === notice.code);
  const param = (name: string) => cutText(notice.params[name] ?? "", 120).shown;
  if (known === undefined) return <span className="v-break">{t("unknown", { code: cutText(notice.code, 60).shown })}</span>;
  return (
    <span className="v-break">
      {t(`code.${known}`, {
        webhook: param("webhook"),
        requestedBy: param("requestedBy"),
        subject: param("subject"),
        machine: param("machine"),
      })}
    </span>
  );
}
