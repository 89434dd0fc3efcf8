import { Button } from "@mantine/core";
import { IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ServerKeyActions } from "../../ui/server-key-actions.tsx";

export function KeyStep({ pending, onDone }: { pending: boolean; onDone: () => void }) {
  const { t } = useTranslation(["setup", "common"]);
  return (
    <div className="v-stack">
      <p>{t("common:recovery.explain")}</p>
      {pending ? (
        <ServerKeyActions which="recovery" onConfirmed={onDone} />
      ) : (
        <p className="v-note v-tone-ok">
          <IconCircleCheckFilled size={16} aria-hidden="true" />
          {t("keyDone")}
        </p>
      )}
      <div className="v-buttons">
        <Button variant="subtle" onClick={onDone}>
          {pending ? t("continueWithout") : t("steps.machine")}
        </Button>
      </div>
    </div>
  );
}
