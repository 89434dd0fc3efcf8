import { IconAlertTriangle, IconClockHour4, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNow } from "../../../ui/clock.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { warrantyOn } from "./warranty.ts";

const MARKS = {
  running: { icon: IconShieldCheck, tone: "ok" },
  ending: { icon: IconClockHour4, tone: "warn" },
  ended: { icon: IconAlertTriangle, tone: "bad" },
} as const;

/** Until when a warranty lasts, and how near that is on the reader's calendar. */
export function WarrantyUntil({ end }: { end: string }) {
  const { t } = useTranslation("equipment");
  const format = useFormat();
  const warranty = warrantyOn(end, format.isoDay(useNow(10_000)));
  if (warranty === undefined) return end;
  const { icon: Icon, tone } = MARKS[warranty.state];
  const count = { count: warranty.days, number: format.whole(warranty.days) };
  const words = () => {
    if (warranty.state === "ended") return t("ended", count);
    return warranty.days === 0 ? t("ending.today") : t("ending.days", count);
  };
  return (
    <span className="v-with-icon">
      {format.plainDate(end)}
      <span className={`v-badge v-tone-${tone}`}>
        <Icon size={13} aria-hidden="true" />
        {words()}
      </span>
    </span>
  );
}
