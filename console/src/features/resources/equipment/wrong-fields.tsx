import { IconAlertTriangle } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Problems } from "./form.ts";

/** Puts the cursor into the form's first wrong field whenever it was found wrong. */
export function useFirstWrong(problems: Problems) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(problems).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problems]);
  return form;
}

/** How many fields need a correction; nothing while none does. */
export function FieldsToCorrect({ problems }: { problems: Problems }) {
  const { t } = useTranslation("common");
  const count = Object.keys(problems).length;
  if (count === 0) return null;
  return (
    <p className="v-inline-error" role="alert">
      <IconAlertTriangle size={14} aria-hidden="true" />
      <span>{t("fieldsToCorrect", { count })}</span>
    </p>
  );
}
