// The recovery key's way out of the server: download, then remove. Used by the set-up, the banner and the settings.
import { Button } from "@mantine/core";
import { IconCheck, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConfirmRecoveryKey } from "../api/session.ts";
import { Confirm } from "./confirm.tsx";
import { useToast } from "./toast.tsx";

/** Two buttons: download first, "I have stored it" only after that. */
export function RecoveryKeyActions({ onConfirmed }: { onConfirmed?: () => void }) {
  const { t } = useTranslation("common");
  const [downloaded, setDownloaded] = useState(false);
  const [asking, setAsking] = useState(false);
  const confirm = useConfirmRecoveryKey();
  const toast = useToast();
  return (
    <span className="v-buttons">
      <Button
        component="a"
        href="/api/v1/recovery-key"
        download="vigia-recovery-key.pem"
        variant={downloaded ? "default" : "filled"}
        leftSection={<IconDownload size={14} />}
        onClick={() => setDownloaded(true)}
      >
        {downloaded ? t("recovery.downloadAgain") : t("recovery.download")}
      </Button>
      <Button
        variant={downloaded ? "filled" : "default"}
        disabled={!downloaded}
        leftSection={<IconCheck size={14} />}
        onClick={() => setAsking(true)}
      >
        {t("recovery.confirm")}
      </Button>
      <Confirm
        opened={asking}
        title={t("recovery.confirmTitle")}
        text={t("recovery.confirmText")}
        action={t("recovery.confirmAction")}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await confirm.mutateAsync();
          toast({ text: t("recovery.done") });
          onConfirmed?.();
        }}
      />
    </span>
  );
}
