import { IconShieldCheck, IconShieldQuestion, IconShieldX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { auditVerificationQuery } from "../../api/audit.ts";
import { useFormat } from "../../ui/locale.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";

const LOOKS = {
  intact: { tone: "ok", icon: IconShieldCheck },
  broken: { tone: "bad", icon: IconShieldX },
  not_checked: { tone: "unknown", icon: IconShieldQuestion },
} as const;
const REASONS = ["changed", "missing", "not_as_signed", "cut_short", "not_in_chain"] as const;

/** Whether the log is whole, by the server's last look at its chain. */
export function Verification() {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const { data } = useQuery(auditVerificationQuery);
  if (data === undefined) return " ";
  const { tone, icon: Icon } = LOOKS[data.state];
  const reason = REASONS.find((each) => each === data.brokenAt?.reason);
  return (
    <span className="v-verification">
      <span className={`v-badge v-tone-${tone}`}>
        <Icon size={13} aria-hidden="true" />
        {t(`state.${data.state}`)}
      </span>
      {data.state === "intact" && t("entries", { count: data.entries, number: format.whole(data.entries) })}
      {data.brokenAt !== null && (
        <span className="v-tone-bad">
          {t("brokenAt", { number: format.whole(data.brokenAt.number) })} {reason !== undefined && t(`reason.${reason}`)}
        </span>
      )}
      {data.checkedAt !== null && (
        <span>
          {t("checked")} <RelativeTime at={data.checkedAt} />
        </span>
      )}
    </span>
  );
}
