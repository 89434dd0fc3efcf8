import { ActionIcon, Progress } from "@mantine/core";
import { IconAlertTriangle, IconRefresh, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/locale.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { useUploadRefusal } from "./upload-refusal.ts";
import type { Uploads } from "./use-uploads.ts";

/** Files on their way, with how far they are and the way back. */
export function UploadList({ uploads, drop, again }: Uploads) {
  const { t } = useTranslation("files");
  const format = useFormat();
  const refusal = useUploadRefusal();
  if (uploads.length === 0) return null;
  return (
    <ul className="v-list v-uploads" aria-label={t("underway")}>
      {uploads.map(({ key, name, size, sent, state, error }) => {
        const shown = cutText(name, 60).shown;
        const share = size === 0 ? 0 : sent / size;
        return (
          <li key={key} className="v-list-row">
            <span className="v-list-main">
              <span className="v-cut v-strong">{shown}</span>
              {state === "failed" ? (
                <span className="v-inline-error" role="alert">
                  <IconAlertTriangle size={14} aria-hidden="true" />
                  <span>{refusal(error)}</span>
                </span>
              ) : (
                <span className="v-muted">
                  {state === "waiting"
                    ? t("waiting")
                    : t("sent", { sent: format.bytes(sent), size: format.bytes(size), share: format.ratio(share) })}
                </span>
              )}
              {state === "sending" && <Progress size="xs" value={share * 100} aria-label={t("progress", { name: shown })} />}
            </span>
            {state === "failed" && (
              <ActionIcon aria-label={t("again", { name: shown })} title={t("again", { name: shown })} onClick={() => again(key)}>
                <IconRefresh size={15} />
              </ActionIcon>
            )}
            <ActionIcon
              aria-label={t(state === "failed" ? "putAway" : "cancel", { name: shown })}
              title={t(state === "failed" ? "putAway" : "cancel", { name: shown })}
              onClick={() => drop(key)}
            >
              <IconX size={15} />
            </ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}
