import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Client } from "../../api/types.ts";
import { useFormat } from "../../ui/locale.tsx";
import { TableBox } from "../../ui/table-box.tsx";

interface ClientTableProps {
  readonly rows: readonly Client[];
  readonly current: number;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

export function ClientTable({ rows, current, sort, onSort }: ClientTableProps) {
  const { t } = useTranslation("clients");
  const format = useFormat();
  const navigate = useNavigate();
  const sortable = (key: "number" | "name") => {
    const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
    return (
      <th scope="col" aria-sort={direction} className={key === "number" ? "v-wide-only" : ""}>
        <button type="button" className="v-sort" onClick={() => onSort(sort === key ? `-${key}` : key)}>
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
            {sortable("number")}
            {sortable("name")}
            <th scope="col" className="v-number v-wide-only">
              {t("column.sites")}
            </th>
            <th scope="col" className="v-number">
              {t("column.resources")}
            </th>
            <th scope="col" className="v-number">
              {t("column.online")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((client, index) => (
            <tr
              key={client.id}
              className={index === current ? "v-row-current" : ""}
              onClick={() => void navigate({ to: "/clients/$id", params: { id: client.id } })}
            >
              <td className="v-muted v-wide-only">{format.whole(client.number)}</td>
              <th scope="row">
                <Link
                  className="v-strong v-break"
                  to="/clients/$id"
                  params={{ id: client.id }}
                  onClick={(event) => event.stopPropagation()}
                >
                  {client.name}
                </Link>
                {client.status === "inactive" && (
                  <span className="v-tags">
                    <span>{t("inactive")}</span>
                  </span>
                )}
              </th>
              <td className="v-number v-wide-only">{format.whole(client.sites)}</td>
              <td className="v-number">{format.whole(client.resources)}</td>
              <td className="v-number">{format.whole(client.online)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
