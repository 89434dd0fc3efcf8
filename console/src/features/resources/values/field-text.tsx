import { useTranslation } from "react-i18next";
import type { FieldValue } from "../../../api/fields.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { useFormat } from "../../../ui/locale.tsx";

/** What a custom field says, as people read it: a link is one, money is written their way. */
export function FieldText({ field, value }: FieldValue) {
  const { t } = useTranslation("equipment");
  const format = useFormat();
  if (value === null) return <span className="v-muted">{t("notSaid")}</span>;
  if (field.type === "checkbox") return t(value === "true" ? "yes" : "no");
  if (field.type === "date") return format.plainDate(value);
  if (field.type === "currency") return format.amount(value);
  if (field.type === "text_area") return <span className="v-prose">{value}</span>;
  if (field.type === "link" && /^https?:\/\//i.test(value))
    return (
      <a className="v-link v-break" href={value} target="_blank" rel="noreferrer">
        {value}
      </a>
    );
  if (field.type === "email")
    return (
      <a className="v-link v-break" href={`mailto:${encodeURIComponent(value)}`}>
        {value}
      </a>
    );
  if (field.type === "phone")
    return (
      <a className="v-link" href={`tel:${value.replace(/[^\d+]/g, "")}`}>
        {value}
      </a>
    );
  return <AgentText text={value} />;
}
