// How the signed-in person reads: language and zone, as a formatter for every component below.
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { createFormat, type Format, type Language } from "./format.ts";

const FormatContext = createContext<Format>(createFormat({ language: "en", timeZone: undefined }));

export function LocaleProvider({ timeZone, children }: { timeZone: string | undefined; children: ReactNode }) {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === "pt-BR" ? "pt-BR" : "en";
  const format = useMemo(() => createFormat({ language, timeZone }), [language, timeZone]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

/** The formatter of the person's language and time zone. */
export function useFormat(): Format {
  return useContext(FormatContext);
}
