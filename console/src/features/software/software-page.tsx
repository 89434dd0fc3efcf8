// Programs of all machines by version, with how many have them; and who has one or lacks it.
import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPackages, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type SoftwareRow, softwareQuery } from "../../api/inventory.ts";
import { flatten } from "../../api/pages.ts";
import { ExportButton } from "../../ui/export-button.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useShortcuts } from "../../ui/use-shortcuts.ts";
import { Holders } from "./holders.tsx";
import { DEFAULT_SORT, readSoftwareSearch, type SoftwareSearch } from "./search.ts";
import { SoftwareTable } from "./software-table.tsx";

const route = getRouteApi("/shell/software");

export function SoftwarePage() {
  const { t } = useTranslation("software");
  const format = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const sort = search.sort ?? DEFAULT_SORT;
  const list = useInfiniteQuery(softwareQuery({ search: search.q, sort }));
  const rows = flatten<SoftwareRow>(list.data);
  const total = list.data?.pages[0]?.total;
  const change = (changes: { [Key in keyof SoftwareSearch]?: SoftwareSearch[Key] | undefined }) =>
    void navigate({ to: "/software", search: (now) => readSoftwareSearch({ ...now, ...changes }), replace: true });
  useShortcuts({ "/": () => field.current?.focus() });

  return (
    <Page
      title={t("title")}
      sub={total === undefined ? " " : t("count", { count: total, number: format.whole(total) })}
      actions={<ExportButton table={{ path: "/api/v1/software/export", name: "vigia-software", query: { search: search.q, sort } }} />}
    >
      <SearchField value={search.q ?? ""} field={field} onSearch={(q) => change({ q })} />
      {list.data === undefined && list.error === null && <RowSkeleton rows={14} />}
      {list.error !== null && <LoadError what={t("loadWhat")} error={list.error} onRetry={() => void list.refetch()} />}
      {list.data !== undefined && rows.length === 0 && <Nothing searched={search.q !== undefined} />}
      {rows.length > 0 && (
        <SoftwareTable
          rows={rows}
          sort={sort}
          current={search.program}
          onSort={(next) => change({ sort: next })}
          onOpen={(row) => change({ program: row.id, holding: undefined })}
        />
      )}
      <LoadMore list={list} />
      {search.program !== undefined && (
        <Holders
          key={search.program}
          id={search.program}
          program={rows.find((row) => row.id === search.program)}
          holding={search.holding ?? "this"}
          onHolding={(holding) => change({ holding })}
          onClose={() => change({ program: undefined, holding: undefined })}
        />
      )}
    </Page>
  );
}

interface SearchFieldProps {
  readonly value: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onSearch: (text: string) => void;
}

function SearchField({ value, field, onSearch }: SearchFieldProps) {
  const { t } = useTranslation("software");
  const [text, setText] = useState(value);
  const [debounced] = useDebouncedValue(text, 200);
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing may change the address
  useEffect(() => {
    if (debounced.trim() !== value) onSearch(debounced.trim());
  }, [debounced]);
  return (
    <TextInput
      ref={field}
      className="v-narrow-field"
      size="xs"
      aria-label={t("search")}
      aria-keyshortcuts="/"
      placeholder={t("search")}
      leftSection={<IconSearch size={14} />}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function Nothing({ searched }: { searched: boolean }) {
  const { t } = useTranslation("software");
  return searched ? (
    <Empty icon={<IconSearchOff size={28} stroke={1.5} />} title={t("noMatchTitle")} text={t("noMatchText")} />
  ) : (
    <Empty icon={<IconPackages size={28} stroke={1.5} />} title={t("emptyTitle")} text={t("emptyText")} />
  );
}
