// How the server's keys leave it: download, then say that the copy is safe. Used by the set-up, the banner and the settings.
import { Button } from "@mantine/core";
import { IconCheck, IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadKey, type ServerKey, useConfirmKey } from "../api/server-keys.ts";
import { Confirm } from "./confirm.tsx";
import { download } from "./download.ts";
import { useErrorText } from "./error-text.ts";
import { useToast } from "./toast.tsx";

/** Two buttons: download first, "I have stored it" only after that. */
export function ServerKeyActions({ which, onConfirmed }: { which: ServerKey; onConfirmed?: () => void }) {
  const { t } = useTranslation("common");
  const [downloaded, setDownloaded] = useState(false);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const confirm = useConfirmKey(which);
  const toast = useToast();
  const errorText = useErrorText();
  // Through the client, not as a link: the server may want a fresh proof first, and a failed download must not count as one.
  const fetchKey = async () => {
    setBusy(true);
    try {
      const { name, content } = await downloadKey(which);
      download(name, content);
      setDownloaded(true);
    } catch (error) {
      toast({ text: errorText(error) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className="v-buttons">
      <Button
        loading={busy}
        variant={downloaded ? "default" : "filled"}
        leftSection={<IconDownload size={14} />}
        onClick={() => void fetchKey()}
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
        title={t(`${which}.confirmTitle`)}
        text={t(`${which}.confirmText`)}
        action={t(`${which}.confirmAction`)}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await confirm.mutateAsync();
          toast({ text: t(`${which}.done`) });
          onConfirmed?.();
        }}
      />
    </span>
  );
}
