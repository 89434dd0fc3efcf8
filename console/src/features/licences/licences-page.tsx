// Windows and Office licences of all machines, by product, channel and status; and which machines have one.
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLicense, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type LicenceGroup, licenceGroupsQuery } from "../../api/licences.ts";
import { flatten } from "../../api/pages.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, LoadError, RowSkeleton } from "../../ui/states.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { LicenceMachines } from "./licence-machines.tsx";
import { type LicencesSearch, readLicencesSearch } from "./search.ts";
import { useLicenceWords } from "./words.ts";

const route = getRouteApi("/shell/licences");

export function LicencesPage() {
  const { t } = useTranslation("licences");
  const format = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate();
  const list = useInfiniteQuery(licenceGroupsQuery(search.q ?? ""));
  const rows = flatten<LicenceGroup>(list.data);
  const total = list.data?.pages[0]?.total;
  const change = (changes: { [Key in keyof LicencesSearch]?: LicencesSearch[Key] | undefined }) =>
    void navigate({ to: "/licences", search: (now) => readLicencesSearch({ ...now, ...changes }), replace: true });
  const open = rows.find(({ id }) => id === search.group);
  return (
    <Page
      title={t("title")}
      sub={total === undefined ? " " : t("count", { count: total, number: format.whole(total) })}
      actions={<ExportButton table={{ path: "/api/v1/licences/export", name: "vigia-licences", query: { search: search.q } }} />}
    >
      <SearchField value={search.q ?? ""} onSearch={(q) => change({ q })} />
      {list.data === undefined && list.error === null && <RowSkeleton rows={8} />}
      {list.error !== null && <LoadError what={t("loadWhat")} error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && rows.length === 0 && <Nothing searched={search.q !== undefined} />}
      {rows.length > 0 && <Groups rows={rows} current={search.group} onOpen={(group) => change({ group })} />}
      <LoadMore list={list} />
      {open !== undefined && <LicenceMachines key={open.id} group={open} onClose={() => change({ group: undefined })} />}
    </Page>
  );
}

function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const { t } = useTranslation("licences");
  const [text, setText] = useState(value);
  const [debounced] = useDebouncedValue(text, 200);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing may change the address
  useEffect(() => {
    if (debounced.trim() !== value) onSearch(debounced.trim());
  }, [debounced]);
  return (
    <TextInput
      className="v-narrow-field"
      size="xs"
      aria-label={t("search")}
      placeholder={t("search")}
      leftSection={<IconSearch size={14} />}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

interface GroupsProps {
  readonly rows: readonly LicenceGroup[];
  readonly current: string | undefined;
  readonly onOpen: (id: string) => void;
}

function Groups({ rows, current, onOpen }: GroupsProps) {
  const { t } = useTranslation("licences");
  const format = useFormat();
  const words = useLicenceWords();
  return (
    <TableBox>
      <table className="v-table v-table-hover">
        <thead>
          <tr>
            <th scope="col">{t("column.product")}</th>
            <th scope="col" className="v-wide-only">
              {t("column.channel")}
            </th>
            <th scope="col">{t("column.status")}</th>
            <th scope="col" className="v-number">
              {t("column.machines")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.id === current ? "v-row-current" : ""} onClick={() => onOpen(row.id)}>
              <th scope="row" className="v-break">
                <button
                  type="button"
                  className="v-plain v-strong"
                  onClick={(event) => {
                    event.stopPropagation();
                    onOpen(row.id);
                  }}
                >
                  <AgentText text={row.product} expandable={false} />
                </button>
              </th>
              <td className="v-break v-wide-only v-muted">
                <AgentText text={words.channel(row.channel)} expandable={false} />
              </td>
              <td className="v-break">
                <AgentText text={words.status(row.status)} expandable={false} />
              </td>
              <td className="v-number">{format.whole(row.machines)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Nothing({ searched }: { searched: boolean }) {
  const { t } = useTranslation("licences");
  return searched ? (
    <Empty icon={<IconSearchOff size={28} stroke={1.5} />} title={t("noMatchTitle")} text={t("noMatchText")} />
  ) : (
    <Empty icon={<IconLicense size={28} stroke={1.5} />} title={t("emptyTitle")} text={t("emptyText")} />
  );
}
