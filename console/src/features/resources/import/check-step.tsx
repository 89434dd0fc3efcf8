// What the columns are, and what would become of each row; every change is checked at once.
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Import, type ImportSettings, importQuery, runImport, settleImport } from "../../../api/imports.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { Section } from "../../../ui/page.tsx";
import { InlineError } from "../../../ui/states.tsx";
import { TableBox } from "../../../ui/table-box.tsx";
import { ImportRows } from "./import-rows.tsx";
import { useTargetName } from "./target-name.ts";

export function CheckStep({ one }: { one: Import }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const queries = useQueryClient();
  const keep = { onSuccess: (next: Import) => queries.setQueryData(importQuery(one.id).queryKey, next) };
  const settling = useMutation({ mutationFn: (settings: ImportSettings) => settleImport(one.id, settings), ...keep });
  const starting = useMutation({ mutationFn: () => runImport(one.id), ...keep });
  /** What was chosen and is not answered yet. */
  const [wished, setWished] = useState<ImportSettings>();
  const { mapping, dateOrder, makeClients } = wished ?? one;
  const settle = (change: Partial<ImportSettings>) => {
    const settings = { mapping, dateOrder, makeClients, ...change };
    setWished(settings);
    settling.mutate(settings, { onSettled: () => setWished(undefined) });
  };
  /** A target belongs to one column: another that had it lets it go. */
  const map = (column: number, target: string) =>
    settle({ mapping: mapping.map((now, at) => (at === column ? target : now === target ? "" : now)) });
  const written = one.counts.made + one.counts.changed;
  return (
    <>
      <Section title={t("columns")}>
        <Columns one={one} mapping={mapping} onMap={map} />
        <div className="v-import-choices">
          <NativeSelect
            size="xs"
            label={t("dates")}
            value={dateOrder}
            data={(["dmy", "mdy"] as const).map((value) => ({ value, label: t(`dateOrder.${value}`) }))}
            onChange={(event) => settle({ dateOrder: event.currentTarget.value as Import["dateOrder"] })}
          />
          {one.mayMakeClients && (
            <Checkbox
              label={t("makeClients")}
              checked={makeClients}
              onChange={(event) => settle({ makeClients: event.currentTarget.checked })}
            />
          )}
        </div>
        <p className="v-muted">{t("rules")}</p>
        <InlineError error={settling.error ?? starting.error} />
      </Section>
      <Section
        title={t("rows")}
        aside={
          <Button loading={starting.isPending || settling.isPending} disabled={written === 0} onClick={() => starting.mutate()}>
            {written === 0 ? t("nothing") : t("import", { count: written, number: format.whole(written) })}
          </Button>
        }
      >
        <ImportRows one={one} stamp={JSON.stringify([one.mapping, one.dateOrder, one.makeClients])} />
      </Section>
    </>
  );
}

interface ColumnsProps {
  readonly one: Import;
  readonly mapping: readonly string[];
  readonly onMap: (column: number, target: string) => void;
}

function Columns({ one, mapping, onMap }: ColumnsProps) {
  const { t } = useTranslation("imports");
  const targetName = useTargetName();
  const choices = [
    { value: "", label: t("leftOut") },
    ...one.targets.map((target) => ({ value: target.target, label: targetName(target) })),
  ];
  return (
    <TableBox>
      <table className="v-table">
        <thead>
          <tr>
            <th scope="col">{t("column")}</th>
            <th scope="col" className="v-wide-only">
              {t("sample")}
            </th>
            <th scope="col">{t("becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {one.columns.map((heading, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name, told apart only by their place
            <tr key={column}>
              <th scope="row" className="v-break">
                {heading === "" ? `${t("column")} ${column + 1}` : heading}
              </th>
              <td className="v-break v-muted v-wide-only">{one.samples[column]}</td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={`${t("becomes")}: ${heading === "" ? column + 1 : heading}`}
                  value={mapping[column] ?? ""}
                  data={choices}
                  onChange={(event) => onMap(column, event.currentTarget.value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
