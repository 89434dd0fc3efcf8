import { IconKey } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { RecoveryKeyActions } from "../../ui/recovery-key.tsx";

/** Stays on every page until the recovery key has left the server. */
export default function RecoveryBanner() {
  const { t } = useTranslation("common");
  return (
    <section className="v-bar v-bar-info" aria-label={t("recovery.title")}>
      <IconKey size={15} aria-hidden="true" />
      <span>{t("recovery.banner")}</span>
      <RecoveryKeyActions />
    </section>
  );
}
