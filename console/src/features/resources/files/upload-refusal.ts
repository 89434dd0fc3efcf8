import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors.ts";
import { useErrorText } from "../../../ui/error-text.ts";
import { useFormat } from "../../../ui/locale.tsx";

/** Why a file was not taken, with the numbers that the server names. */
export function useUploadRefusal(): (error: unknown) => string {
  const { t } = useTranslation("files");
  const format = useFormat();
  const text = useErrorText();
  return (error) => {
    if (!(error instanceof ApiError)) return text(error);
    const { mostBytes, usedBytes, fields } = error.details;
    const most = typeof mostBytes === "number" ? format.bytes(mostBytes) : undefined;
    if (error.code === "CONFLICT" && most !== undefined && typeof usedBytes === "number")
      return t("refused.quota", { most, used: format.bytes(usedBytes) });
    if (most !== undefined) return t("refused.size", { most });
    const problem = Array.isArray(fields) ? (fields[0] as { problem?: unknown } | undefined)?.problem : undefined;
    return problem === "empty" ? t("refused.empty") : text(error);
  };
}
