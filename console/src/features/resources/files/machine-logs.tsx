// Asking the machine itself for its logs, and what became of the last time.
import { Button } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { attachmentsKey } from "../../../api/attachments.ts";
import { ApiError } from "../../../api/errors.ts";
import { askForLogs, isUnderWay, type LogRequest, logRequestsKey, logRequestsQuery } from "../../../api/logs.ts";
import { useErrorText } from "../../../ui/error-text.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { useToast } from "../../../ui/toast.tsx";

const PROBLEMS = ["agent", "unseen", "version", "quarantine", "under_way"] as const;

/** The button; nothing while it is not known whether one is under way. */
export function AskForLogs({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation("files");
  const text = useErrorText();
  const toast = useToast();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { data } = useQuery(logRequestsQuery(resourceId));
  if (data === undefined) return null;
  const underWay = data[0] !== undefined && isUnderWay(data[0]);
  const ask = async () => {
    setBusy(true);
    try {
      await askForLogs(resourceId);
    } catch (error) {
      const problem = error instanceof ApiError ? PROBLEMS.find((one) => one === error.details["problem"]) : undefined;
      toast({ text: problem === undefined ? text(error) : t(`logs.problem.${problem}`), tone: "bad" });
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: logRequestsKey(resourceId) });
    }
  };
  return (
    <Button variant="default" leftSection={<IconFileDownload size={14} />} loading={busy} disabled={underWay} onClick={() => void ask()}>
      {t("logs.ask")}
    </Button>
  );
}

/** What became of the last time, if there was one. */
export function LogsState({ resourceId }: { resourceId: string }) {
  const { data } = useQuery(logRequestsQuery(resourceId));
  const queries = useQueryClient();
  const newest = data?.[0];
  const done = newest?.state === "done" ? newest.id : undefined;
  useEffect(() => {
    if (done !== undefined) void queries.invalidateQueries({ queryKey: attachmentsKey(resourceId) });
  }, [done, queries, resourceId]);
  return newest === undefined ? null : <OneState request={newest} />;
}

function OneState({ request }: { request: LogRequest }) {
  const { t } = useTranslation("files");
  const format = useFormat();
  const { state, reason, received, size, askedBy, askedAt } = request;
  const sent = { sent: format.bytes(received), size: format.bytes(size) };
  return (
    <p className="v-muted" role="status">
      {state === "failed" && reason !== "" ? t(`logs.failed.${reason}`) : t(`logs.state.${state}`, sent)}{" "}
      {t("logs.by", { name: askedBy?.name ?? t("nobody") })} <RelativeTime at={askedAt} />
    </p>
  );
}
