import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyLine } from "./copy-line.tsx";

interface SecretDialogProps {
  readonly title: string;
  /** What it is for, and that it is shown only now. */
  readonly text: string;
  readonly secret: string;
  readonly onClose: () => void;
}

/** A secret that is shown this once. Neither Escape nor a click beside it closes it. */
export function SecretDialog({ title, text, secret, onClose }: SecretDialogProps) {
  const { t } = useTranslation(["access", "common"]);
  return (
    <Modal opened onClose={onClose} title={title} withCloseButton={false} closeOnEscape={false} closeOnClickOutside={false}>
      <div className="v-stack">
        <p className="v-break">{text}</p>
        <CopyLine label={title} text={secret} />
        <div className="v-buttons">
          <Button onClick={onClose}>{t("access:kept")}</Button>
        </div>
      </div>
    </Modal>
  );
}
