import { Button, Modal } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { InlineError } from "./states.tsx";

export interface ConfirmDialogProps {
  readonly title: string;
  /** One sentence: what will happen, where. */
  readonly text: ReactNode;
  readonly action: string;
  readonly dangerous?: boolean;
  readonly onConfirm: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** The dialog behind Confirm; stays open with the reason when the act fails. */
export default function ConfirmDialog({ title, text, action, dangerous = true, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation("common");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setError(null);
    onClose();
  };
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await onConfirm();
      close();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={title} size="md" closeButtonProps={{ "aria-label": t("close") }}>
      <div className="v-stack">
        <p className="v-break">{text}</p>
        <InlineError error={error} />
        <div className="v-buttons">
          <Button variant="default" onClick={close}>
            {t("cancel")}
          </Button>
          <Button color={dangerous ? "red.9" : "petrol"} loading={busy} onClick={confirm} data-autofocus>
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
