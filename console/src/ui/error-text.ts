import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";

const KNOWN = [
  "INVALID_INPUT",
  "INVALID_SETUP_CODE",
  "UNAUTHENTICATED",
  "WRONG_CREDENTIALS",
  "STEP_UP_REQUIRED",
  "WRONG_CODE",
  "FACTOR_SETUP_REQUIRED",
  "FORBIDDEN",
  "BAD_ORIGIN",
  "BAD_CSRF_TOKEN",
  "NOT_FOUND",
  "ALREADY_EXISTS",
  "IN_USE",
  "CONFLICT",
  "GONE",
  "IDEMPOTENCY_KEY_REUSED",
  "VERSION_MISMATCH",
  "VERSION_REQUIRED",
  "TOO_MANY_ATTEMPTS",
  "UNAVAILABLE",
  "INTERNAL",
  "NETWORK",
] as const;

/** What a refusal may say more exactly than its code. */
const REASONS = ["factor_needed", "several_organizations", "same_person", "away", "set_back"] as const;

type Known = (typeof KNOWN)[number];
const isKnown = (code: string): code is Known => (KNOWN as readonly string[]).includes(code);

/** Turns any failure into a sentence in the person's language, by its code and never by the server's text. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation("common");
  return (error) => {
    if (!(error instanceof ApiError)) return t("error.UNKNOWN", { code: error instanceof Error ? error.name : "?" });
    const reason = REASONS.find((each) => each === error.details["reason"]);
    if (reason !== undefined) return t(`error.reason.${reason}`);
    return isKnown(error.code) ? t(`error.${error.code}`) : t("error.UNKNOWN", { code: error.code });
  };
}
