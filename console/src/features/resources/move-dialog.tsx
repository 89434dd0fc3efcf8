import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Place, SitePicker } from "../../ui/site-picker.tsx";
import { InlineError } from "../../ui/states.tsx";

interface MoveDialogProps {
  readonly from?: Place;
  readonly onMove: (place: Place) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks where to; stays open with the reason when the move is refused. */
export function MoveDialog({ from, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["resources", "common"]);
  const [place, setPlace] = useState<Place>(from ?? { clientId: "", siteId: "" });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const move = async () => {
    setBusy(true);
    setError(null);
    try {
      await onMove(place);
      onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t("moveTitle")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <div className="v-stack">
        <p className="v-muted">{t("moveText")}</p>
        <SitePicker value={place} onChange={setPlace} />
        <InlineError error={error} />
        <div className="v-buttons">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button loading={busy} disabled={place.siteId === "" || place.siteId === from?.siteId} onClick={() => void move()}>
            {t("move")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
