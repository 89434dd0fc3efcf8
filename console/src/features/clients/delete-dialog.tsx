import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/errors.ts";
import { InlineError } from "../../ui/states.tsx";

interface DeleteDialogProps {
  readonly title: string;
  readonly text: string;
  readonly remove: () => Promise<unknown>;
  readonly onDelete: () => void | Promise<void>;
  readonly onClose: () => void;
}

/** Asks before deleting a client or a site, and says how many machines stand in the way when it is refused. */
export function DeleteDialog({ title, text, remove, onDelete, onClose }: DeleteDialogProps) {
  const { t } = useTranslation(["clients", "common"]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const inUse =
    error instanceof ApiError && error.code === "IN_USE" && typeof error.details["resources"] === "number"
      ? error.details["resources"]
      : undefined;
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await remove();
      await onDelete();
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("common:close") }}>
      <div className="v-stack">
        <p>{text}</p>
        {inUse === undefined ? (
          <InlineError error={error} />
        ) : (
          <p className="v-inline-error" role="alert">
            {t("inUse", { count: inUse })}
          </p>
        )}
        <div className="v-buttons">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button color="red.9" loading={busy} onClick={() => void confirm()}>
            {t("delete")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
