import { PasswordInput } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { LEAST_CHARACTERS, strengthOf } from "./password.ts";

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  /** The person's own words, which make a password easy to guess. */
  readonly details: readonly string[];
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}

/** A new password with a live hint of how hard it is to guess. */
export function PasswordField({ value, details, onChange, error, ...field }: PasswordFieldProps) {
  const { t } = useTranslation("setup");
  const hint = useId();
  const length = Array.from(value).length;
  const missing = LEAST_CHARACTERS - length;
  const strength = strengthOf(value, details);
  return (
    <div>
      <PasswordInput
        {...field}
        description={t("passwordHelp")}
        value={value}
        error={error}
        maxLength={1024}
        autoComplete="new-password"
        aria-describedby={hint}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={hint} className={`v-strength v-strength-${length === 0 ? "none" : strength}`} aria-live="polite">
        <span className="v-strength-bar" aria-hidden="true" />
        {length > 0 && (missing > 0 ? t("passwordShort", { count: missing }) : t(`strength.${strength}`))}
      </div>
    </div>
  );
}
