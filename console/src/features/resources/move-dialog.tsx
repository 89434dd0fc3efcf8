import { Button, Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Place, SitePicker } from "../../ui/site-picker.tsx";
import { InlineError } from "../../ui/states.tsx";
import { GroupPicker } from "./group-picker.tsx";

/** Where one resource stands; without a group it is in none. */
export interface Standing extends Place {
  readonly groupId: string | null;
}

interface MoveDialogProps {
  /** Where it stands now; left out for several at once, which keep the group they are in as long as their client stays. */
  readonly from?: Standing;
  readonly onMove: (place: Standing) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks where to; stays open with the reason when the move is refused. */
export function MoveDialog({ from, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["resources", "common"]);
  const [place, setPlace] = useState<Standing>(from ?? { clientId: "", siteId: "", groupId: null });
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const stays = place.siteId === from?.siteId && place.groupId === from?.groupId;
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
        <SitePicker
          value={place}
          onChange={(next) => setPlace({ ...next, groupId: next.clientId === place.clientId ? place.groupId : null })}
        />
        {from !== undefined && (
          <GroupPicker clientId={place.clientId} value={place.groupId} onChange={(groupId) => setPlace({ ...place, groupId })} />
        )}
        <InlineError error={error} />
        <div className="v-buttons">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button loading={busy} disabled={place.siteId === "" || stays} onClick={() => void move()}>
            {t("move")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
