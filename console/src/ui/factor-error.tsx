import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";
import { InlineError } from "./states.tsx";

/** Why proving oneself failed: the browser's own refusals have words too. */
export function FactorError({ error }: { error: unknown }) {
  const { t } = useTranslation("factor");
  if (error === null || error === undefined || error instanceof ApiError) return <InlineError error={error} />;
  const name = error instanceof Error ? error.name : "";
  return (
    <p className="v-inline-error" role="alert">
      {name === "NotAllowedError" || name === "AbortError"
        ? t("cancelled")
        : name === "InvalidStateError"
          ? t("alreadyThere")
          : t("notPossible")}
    </p>
  );
}
