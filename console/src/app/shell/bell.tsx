import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { noticesQuery } from "../../api/notices.ts";
import { useFormat } from "../../ui/locale.tsx";
import { FurtherWords } from "../further-words.tsx";

const NoticesPanel = lazy(() => import("../../features/notices/notices-panel.tsx"));

/** The bell with the count of unread notices; the notices behind it come with the first press. */
export function Bell() {
  const { t } = useTranslation("app");
  const format = useFormat();
  const [wanted, setWanted] = useState(false);
  const [opened, setOpened] = useState(false);
  const list = useInfiniteQuery(noticesQuery);
  const unread = list.data?.pages[0]?.unread ?? 0;
  const bell = (
    <ActionIcon
      size="lg"
      className="v-bell"
      aria-label={unread === 0 ? t("bell") : t("bellUnread", { count: unread, number: format.whole(unread) })}
      aria-haspopup="dialog"
      aria-expanded={opened}
      onClick={() => {
        setWanted(true);
        setOpened(!opened);
      }}
    >
      <IconBell size={19} stroke={1.6} />
      {unread > 0 && (
        <span className="v-bell-count" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      )}
    </ActionIcon>
  );
  if (!wanted) return bell;
  return (
    <Suspense fallback={bell}>
      <FurtherWords fallback={bell}>
        <NoticesPanel opened={opened} onChange={setOpened}>
          {bell}
        </NoticesPanel>
      </FurtherWords>
    </Suspense>
  );
}
