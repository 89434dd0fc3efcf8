// What can be done to the selected rows at once. Each machine is changed by itself; a refusal names how many it hit.
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actOnAgent, getResource, resourceKeys, updateResource } from "../../../api/resources.ts";
import { can, useSession } from "../../../api/session.ts";
import type { ResourceRow } from "../../../api/types.ts";
import { useErrorText } from "../../../ui/error-text.ts";
import { useToast } from "../../../ui/toast.tsx";
import { MoveDialog } from "../move-dialog.tsx";

export default function BulkBar({ rows, onClear }: { rows: readonly ResourceRow[]; onClear: () => void }) {
  const { t } = useTranslation("resources");
  const session = useSession();
  const queries = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [moving, setMoving] = useState(false);
  const [busy, setBusy] = useState(false);
  const waiting = rows.filter((row) => row.presence === "pending");

  const each = async (targets: readonly ResourceRow[], act: (row: ResourceRow) => Promise<unknown>) => {
    setBusy(true);
    const results: PromiseSettledResult<unknown>[] = [];
    for (const row of targets) results.push(...(await Promise.allSettled([act(row)])));
    setBusy(false);
    const failed = results.filter((result) => result.status === "rejected");
    await queries.invalidateQueries({ queryKey: resourceKeys.lists });
    if (failed[0] === undefined) {
      toast({ text: t("bulkDone", { count: targets.length }) });
      onClear();
    } else toast({ text: t("bulkFailed", { count: failed.length, reason: errorText(failed[0].reason) }), tone: "bad" });
  };

  return (
    <div className="v-bulk" role="toolbar" aria-label={t("selected", { count: rows.length })}>
      <b>{t("selected", { count: rows.length })}</b>
      {waiting.length > 0 && can(session, "agents:approve") && (
        <Button loading={busy} onClick={() => void each(waiting, (row) => actOnAgent(row.id, "approve"))}>
          {t("approveSelected", { count: waiting.length })}
        </Button>
      )}
      {can(session, "resources:write") && (
        <Button variant="default" disabled={busy} onClick={() => setMoving(true)}>
          {t("moveSelected")}
        </Button>
      )}
      <Button variant="subtle" onClick={onClear}>
        {t("clearSelection")}
      </Button>
      {moving && (
        <MoveDialog
          onClose={() => setMoving(false)}
          onMove={(place) =>
            each(rows, async (row) => {
              const fresh = await getResource(row.id);
              return updateResource(row.id, fresh.version, { siteId: place.siteId });
            })
          }
        />
      )}
    </div>
  );
}
