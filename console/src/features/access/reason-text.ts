import { useTranslation } from "react-i18next";
import { REASON_CODES, type Reason, type ReasonParams } from "../../api/access.ts";
import { useFormat } from "../../ui/locale.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { useStoredGroupName } from "./group-name.ts";

/** Why somebody may or may not do a thing, in words. */
export function useReasonText(): (reason: Reason) => string {
  const { t } = useTranslation("access");
  const format = useFormat();
  const groupName = useStoredGroupName();
  return ({ code, params: said }) => {
    const params: ReasonParams = said;
    const known = REASON_CODES.find((each) => each === code);
    if (known === undefined) return code;
    const names = (params.scopes ?? []).map(({ kind, name }) => (kind === "all" ? t("groups.everywhere") : cutText(name ?? "?", 60).shown));
    return t(`reason.${known}`, {
      group: groupName(params.permissionGroup?.name ?? ""),
      places: groupName(params.attendantGroup?.name ?? ""),
      scopes: format.list(names),
    });
  };
}
