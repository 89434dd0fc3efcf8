// What stands in a page's place while it comes, when it failed, and when there is none.
import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCompass } from "@tabler/icons-react";
import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";
import { useErrorText } from "../ui/error-text.ts";
import { Empty, RowSkeleton } from "../ui/states.tsx";

export function Pending() {
  return (
    <div className="v-page">
      <RowSkeleton rows={10} />
    </div>
  );
}

export function Missing() {
  const { t } = useTranslation("common");
  return (
    <Empty
      icon={<IconCompass size={28} />}
      title={t("error.missingTitle")}
      text={t("error.missingHelp")}
      action={
        <Button component={Link} to="/">
          {t("error.toOverview")}
        </Button>
      }
    />
  );
}

export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation("common");
  const text = useErrorText();
  const router = useRouter();
  const known = error instanceof ApiError;
  return (
    <div role="alert">
      <Empty
        icon={<IconAlertTriangle size={28} />}
        title={known ? t("error.title") : t("error.crash")}
        text={known ? text(error) : t("error.crashHelp", { reason: error instanceof Error ? error.message : String(error) })}
        action={
          <Button
            onClick={() => {
              if (!known) return location.reload();
              reset();
              void router.invalidate();
            }}
          >
            {known ? t("retry") : t("error.reload")}
          </Button>
        }
      />
    </div>
  );
}
