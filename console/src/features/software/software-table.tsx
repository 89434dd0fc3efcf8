import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { SoftwareRow } from "../../api/inventory.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { nextSoftwareSort, type SoftwareSort } from "./search.ts";

interface SoftwareTableProps {
  readonly rows: readonly SoftwareRow[];
  readonly sort: SoftwareSort;
  readonly current: string | undefined;
  readonly onSort: (sort: SoftwareSort) => void;
  readonly onOpen: (row: SoftwareRow) => void;
}

export function SoftwareTable({ rows, sort, current, onSort, onOpen }: SoftwareTableProps) {
  const { t } = useTranslation("software");
  const format = useFormat();
  const sortable = (key: "name" | "installs") => {
    const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
    return (
      <th scope="col" aria-sort={direction} className={key === "installs" ? "v-number" : ""}>
        <button type="button" className="v-sort" onClick={() => onSort(nextSoftwareSort(sort, key))}>
          {t(`column.${key}`)}
          {direction === "ascending" && <IconArrowUp size={12} aria-hidden="true" />}
          {direction === "descending" && <IconArrowDown size={12} aria-hidden="true" />}
        </button>
      </th>
    );
  };
  return (
    <TableBox>
      <table className="v-table v-table-hover">
        <thead>
          <tr>
            {sortable("name")}
            <th scope="col">{t("column.version")}</th>
            <th scope="col" className="v-wide-only">
              {t("column.vendor")}
            </th>
            {sortable("installs")}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === current ? "v-row-current" : ""} onClick={() => onOpen(row)}>
              <th scope="row" className="v-break">
                <button
                  type="button"
                  className="v-plain v-strong"
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(row);
                  }}
                >
                  <AgentText text={row.name} expandable={false} />
                </button>
              </th>
              <td className="v-break">
                {row.version === "" ? (
                  <span className="v-muted">{t("noVersion")}</span>
                ) : (
                  <AgentText text={row.version} expandable={false} />
                )}
              </td>
              <td className="v-break v-wide-only v-muted">
                <AgentText text={row.vendor} expandable={false} />
              </td>
              <td className="v-number">{format.whole(row.installs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
