import { Button, Modal } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Confirm } from "./confirm.tsx";
import { InlineError } from "./states.tsx";

interface FormDialogProps {
  readonly title: string;
  readonly submitWord: string;
  readonly dirty: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly size?: "md" | "lg";
  /** Without it there is nothing to save, only to read. */
  readonly onSubmit?: (() => void) | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: Enter saves, Escape leaves, with a question when something was changed. */
export function FormDialog({ title, submitWord, dirty, busy, error, size = "md", onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation("common");
  const [asking, setAsking] = useState(false);
  const leave = () => (dirty ? setAsking(true) : onClose());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit?.();
  };
  return (
    <>
      <Modal opened onClose={leave} title={title} size={size} closeButtonProps={{ "aria-label": t("close") }}>
        <form className="v-stack" noValidate onSubmit={submit}>
          {children}
          <InlineError error={error} />
          <div className="v-buttons">
            <Button variant="default" onClick={leave}>
              {onSubmit === undefined ? t("close") : t("cancel")}
            </Button>
            {onSubmit !== undefined && (
              <Button type="submit" loading={busy}>
                {submitWord}
              </Button>
            )}
          </div>
        </form>
      </Modal>
      <Confirm
        opened={asking}
        title={t("leave")}
        text={t("leaveDirty")}
        action={t("leave")}
        onClose={() => setAsking(false)}
        onConfirm={async () => onClose()}
      />
    </>
  );
}
