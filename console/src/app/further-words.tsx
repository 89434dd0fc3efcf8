import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { loadFurtherWords } from "./i18n.ts";

/** Shows its content as soon as the words beyond those of the first pages are there. */
export function FurtherWords({ children, fallback = null }: { children: ReactNode; fallback?: ReactNode }) {
  const { i18n } = useTranslation();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let wanted = true;
    void loadFurtherWords(i18n).then(() => wanted && setReady(true));
    return () => {
      wanted = false;
    };
  }, [i18n]);
  return ready ? children : fallback;
}
