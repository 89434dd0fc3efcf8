import { useTranslation } from "react-i18next";
import { REASON_CODES, type Reason, type ReasonParams } from "../../api/access.ts";
import { useFormat } from "../../ui/locale.tsx";
import { cutText } from "../../ui/visible-text.ts";

/** Why somebody may or may not do a thing, in words. */
export function useReasonText(): (reason: Reason) => string {
  const { t } = useTranslation("access");
  const format = useFormat();
  return ({ code, params: said }) => {
    const params: ReasonParams = said;
    const known = REASON_CODES.find((each) => each === code);
    if (known === undefined) return code;
    const names = (params.scopes ?? []).map(({ kind, name }) => (kind === "all" ? t("groups.everywhere") : cutText(name ?? "?", 60).shown));
    return t(`reason.${known}`, {
      group: cutText(params.permissionGroup?.name ?? "", 80).shown,
      places: cutText(params.attendantGroup?.name ?? "", 80).shown,
      scopes: format.list(names),
    });
  };
}
