// The rows of a file with what becomes of them, all or those of one outcome.
import { SegmentedControl } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Import, type ImportProblem, type ImportRow, importRowsQuery, type Outcome } from "../../../api/imports.ts";
import { LoadMore } from "../../../ui/load-more.tsx";
import { Loaded } from "../../../ui/loaded.tsx";
import { useFormat } from "../../../ui/locale.tsx";
import { TableBox } from "../../../ui/table-box.tsx";
import { cutText } from "../../../ui/visible-text.ts";

const FILTERS = ["all", "made", "changed", "unchanged", "failed"] as const;
type Filter = (typeof FILTERS)[number];
const TONES: Readonly<Record<Outcome, string>> = {
  made: "v-import-made",
  changed: "v-import-changed",
  unchanged: "v-muted",
  failed: "v-import-failed",
};

/** `stamp`: what the rows depend on besides the import itself. */
export function ImportRows({ one, stamp }: { one: Import; stamp: string }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const [filter, setFilter] = useState<Filter>(one.counts.failed > 0 ? "failed" : "all");
  const list = useInfiniteQuery(importRowsQuery(one.id, filter === "all" ? undefined : filter, stamp));
  const numberOf = (which: Filter) => format.whole(which === "all" ? one.counts.rows : one.counts[which]);
  return (
    <>
      <div className="v-import-filter">
        <SegmentedControl
          size="xs"
          aria-label={t("which")}
          value={filter}
          onChange={(value) => setFilter(value as Filter)}
          data={FILTERS.map((value) => ({ value, label: t(`filter.${value}`, { number: numberOf(value) }) }))}
        />
      </div>
      <Loaded query={list} what={t("loadRows")}>
        {({ pages }) => <Rows one={one} rows={pages.flatMap(({ items }) => items)} />}
      </Loaded>
      <LoadMore list={list} />
    </>
  );
}

function Rows({ one, rows }: { one: Import; rows: readonly ImportRow[] }) {
  const { t } = useTranslation("imports");
  if (rows.length === 0) return <p className="v-muted">{t("noRows")}</p>;
  return (
    <TableBox>
      <table className="v-table">
        <thead>
          <tr>
            <th scope="col" className="v-number">
              {t("row")}
            </th>
            <th scope="col">{t("about")}</th>
            <th scope="col">{t("outcome")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <td className="v-number">{row.number}</td>
              <th scope="row" className="v-break">
                <About one={one} row={row} />
              </th>
              <td className="v-break">
                <span className={TONES[row.outcome]}>{t(`outcomes.${row.outcome}`)}</span>
                <Problems one={one} problems={row.problems} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function About({ one, row }: { one: Import; row: ImportRow }) {
  const cell = (target: string) => row.cells[one.mapping.indexOf(target)] ?? "";
  const named =
    [cell("name"), cell("serial"), cell("externalKey")].find((text) => text !== "") ?? row.cells.find((text) => text !== "") ?? "";
  const name = cutText(named, 120).shown;
  return (
    <>
      {row.resourceId === null ? (
        <span>{name}</span>
      ) : (
        <Link className="v-link" to="/resources/$id" params={{ id: row.resourceId }} search={{}}>
          {name}
        </Link>
      )}{" "}
      <span className="v-muted">{cutText(cell("client"), 80).shown}</span>
    </>
  );
}

function Problems({ one, problems }: { one: Import; problems: readonly ImportProblem[] }) {
  const { t } = useTranslation("imports");
  if (problems.length === 0) return null;
  return (
    <ul className="v-import-problems">
      {problems.map(({ code, column, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same problem twice
        <li key={at}>
          {t(`problem.${code}`, {
            column: column === null ? t(code === "required" ? "target.name" : "column") : (one.columns[column] ?? ""),
            text: cutText(text, 80).shown,
            interpolation: { escapeValue: false },
          })}
        </li>
      ))}
    </ul>
  );
}
