// What a page shows instead of its content: nothing yet, still coming, failed, forbidden.
import { Button, Skeleton } from "@mantine/core";
import { IconAlertTriangle, IconLock, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";
import { useErrorText } from "./error-text.ts";

interface EmptyProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

/** Says what the place is for and offers the first step. */
export function Empty({ icon, title, text, action }: EmptyProps) {
  return (
    <div className="v-empty">
      <span className="v-empty-icon" aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}

/** What could not be loaded, why, and the way on. */
export function LoadError({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation("common");
  const text = useErrorText();
  const forbidden = error instanceof ApiError && error.code === "FORBIDDEN";
  return (
    <div className="v-empty" role="alert">
      <span className={forbidden ? "v-empty-icon" : "v-empty-icon v-tone-bad"} aria-hidden="true">
        {forbidden ? <IconLock size={28} /> : <IconAlertTriangle size={28} />}
      </span>
      <h2>{forbidden ? t("error.forbiddenTitle") : t("error.load", { what })}</h2>
      <p>{text(error)}</p>
      {!forbidden && (
        <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={onRetry}>
          {t("retry")}
        </Button>
      )}
    </div>
  );
}

/** A refusal beside the thing that was tried. */
export function InlineError({ error }: { error: unknown }) {
  const text = useErrorText();
  if (error === null || error === undefined) return null;
  return (
    <p className="v-inline-error" role="alert">
      <IconAlertTriangle size={14} aria-hidden="true" />
      <span>{text(error)}</span>
    </p>
  );
}

/** Rows that keep the place of the ones being loaded. */
export function RowSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation("common");
  return (
    <div className="v-skeleton" role="status" aria-label={t("loading")}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <div key={index} className="v-skeleton-row">
          <Skeleton height={10} width={`${52 - ((index * 7) % 23)}%`} />
        </div>
      ))}
    </div>
  );
}
