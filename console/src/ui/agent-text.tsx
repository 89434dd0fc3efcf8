import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cutText, visibleText } from "./visible-text.ts";

/** Text a machine sent: at most 256 characters with the rest on demand, invisible characters as symbols. */
export function AgentText({ text, expandable = true }: { text: string; expandable?: boolean }) {
  const { t } = useTranslation("common");
  const [whole, setWhole] = useState(false);
  const { shown, cut } = cutText(text);
  if (!cut) return <bdi>{shown}</bdi>;
  if (!expandable) return <bdi>{`${shown}…`}</bdi>;
  return (
    <>
      <bdi className="v-break">{whole ? visibleText(text) : `${shown}…`}</bdi>{" "}
      <UnstyledButton className="v-link" onClick={() => setWhole(!whole)}>
        {whole ? t("showLess") : t("showAll")}
      </UnstyledButton>
    </>
  );
}
