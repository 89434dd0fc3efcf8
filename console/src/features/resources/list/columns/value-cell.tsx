import { useTranslation } from "react-i18next";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { RelativeTime } from "../../../../ui/relative-time.tsx";
import { type ColumnName, LIST_COLUMNS } from "./column-list.ts";

export type CellValue = string | number | boolean | readonly string[] | null | undefined;

/** One value as its column's kind wants it; a value of an own field is shown as it was written. */
export function ValueCell({ column, value }: { column: ColumnName | undefined; value: CellValue }) {
  const { t } = useTranslation("views");
  const format = useFormat();
  if (value === null || value === undefined || value === "") return <span className="v-muted">–</span>;
  const kind = column === undefined ? "text" : LIST_COLUMNS[column].kind;
  if (typeof value === "boolean") return <span>{t(value ? "yes" : "no")}</span>;
  if (typeof value === "number")
    return <span className="v-number-cell">{kind === "bytes" ? format.bytes(value) : format.whole(value)}</span>;
  if (typeof value !== "string") return value.length === 0 ? <span className="v-muted">–</span> : <Cut text={value.join(", ")} />;
  if (kind === "day") return <span className="v-cut">{format.plainDate(value)}</span>;
  if (kind === "instant") return <RelativeTime at={value} />;
  return <Cut text={value} />;
}

const Cut = ({ text }: { text: string }) => (
  <span className="v-cut">
    <AgentText text={text} expandable={false} />
  </span>
);
