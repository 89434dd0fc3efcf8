import { Button, Modal } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyLine } from "../../ui/copy-line.tsx";
import { download } from "../../ui/download.ts";

/** The codes that open the account without the factor. Shown this once; closing asks that they are kept. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation(["account", "common"]);
  const [warned, setWarned] = useState(false);
  const [kept, setKept] = useState(false);
  const text = codes.join("\n");
  return (
    <Modal
      opened
      onClose={() => (kept || warned ? onClose() : setWarned(true))}
      title={t("codes.title")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <div className="v-stack">
        <p>{t("codes.explain", { count: codes.length })}</p>
        <CopyLine label={t("codes.title")} text={text} />
        {warned && !kept && (
          <p className="v-inline-warning" role="alert">
            {t("codes.warn")}
          </p>
        )}
        <div className="v-buttons">
          <Button
            variant="default"
            leftSection={<IconDownload size={14} />}
            onClick={() => {
              download("vigia-recovery-codes.txt", new Blob([`${text}\n`], { type: "text/plain" }));
              setKept(true);
            }}
          >
            {t("codes.download")}
          </Button>
          <Button onClick={onClose}>{t("codes.kept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
