import { useTranslation } from "react-i18next";
import type { licences } from "./locale.en.ts";

/** What a channel and a status are called; ones that are not known here stay as they are. */
export function useLicenceWords() {
  const { t, i18n } = useTranslation("licences");
  const word = (kind: "channel" | "status", value: string): string =>
    i18n.exists(`licences:${kind}.${value}`) ? t(`${kind}.${value}` as `status.${keyof typeof licences.status}`) : value;
  return { channel: (value: string) => word("channel", value), status: (value: string) => word("status", value) };
}
