import { UnstyledButton } from "@mantine/core";
import { IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFeedHurry, useFeedState } from "../../api/live/use-feed.tsx";

/** A loss shorter than this is not worth a word. */
const QUIET_MS = 1500;

/** Says that what is on screen may be old, for as long as the live feed is lost. */
export function FeedBar() {
  const { t } = useTranslation("app");
  const lost = useFeedState() === "lost";
  const hurry = useFeedHurry();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) return setShown(false);
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, [lost]);
  return (
    <div role="status" aria-live="polite">
      {shown && (
        <div className="v-bar v-bar-warn">
          <IconPlugConnectedX size={15} aria-hidden="true" />
          <span>{t("feed.lost")}</span>
          <UnstyledButton className="v-link" onClick={hurry}>
            {t("feed.retry")}
          </UnstyledButton>
        </div>
      )}
    </div>
  );
}
