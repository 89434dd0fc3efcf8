// All machines: filtered, sorted and paged by the server, kept true by the live feed.
import { Button, UnstyledButton } from "@mantine/core";
import { IconArrowUp, IconDeviceDesktopPlus, IconPlus, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { flatten } from "../../../api/pages.ts";
import { type ListedRow, resourcesQuery } from "../../../api/resources.ts";
import type { ResourceRow } from "../../../api/types.ts";
import { useFormat } from "../../../ui/locale.tsx";
import { Page } from "../../../ui/page.tsx";
import { Empty, LoadError, RowSkeleton } from "../../../ui/states.tsx";
import { useShortcuts } from "../../../ui/use-shortcuts.ts";
import { filterOf, isFiltered, nextSort, type ResourcesSearch, readResourcesSearch } from "../search.ts";
import { columnsOf } from "./columns/column-list.ts";
import { FilterBar } from "./filter-bar.tsx";
import { filterRefusalOf } from "./filter-error.ts";
import { Grid } from "./grid.tsx";
import { ListMenu } from "./list-menu.tsx";
import { useLiveRows } from "./use-live-rows.ts";
import { ViewBar } from "./views/view-bar.tsx";

const BulkBar = lazy(() => import("./bulk-bar.tsx"));
const route = getRouteApi("/shell/resources");
/** The next page is asked for when this few rows are left below. */
const AHEAD = 40;

export function ResourcesPage() {
  const { t } = useTranslation("resources");
  const format = useFormat();
  const search = route.useSearch();
  const navigate = useNavigate();
  const columns = columnsOf(search);
  const list = useInfiniteQuery(resourcesQuery({ ...filterOf(search), columns: columns.join(",") }));
  const rows = useMemo(() => flatten<ListedRow>(list.data), [list.data]);
  const [shown, setShown] = useState<readonly string[]>([]);
  const [current, setCurrent] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const queryField = useRef<HTMLInputElement>(null);
  const filtered = isFiltered(search);
  const refusal = filterRefusalOf(list.error);
  const live = useLiveRows(shown, rows, filtered);
  const total = list.data?.pages.at(-1)?.total ?? 0;

  const change = useCallback(
    (changes: { [key in keyof ResourcesSearch]?: string | undefined }) => {
      setCurrent(-1);
      void navigate({ to: "/resources", search: (now) => readResourcesSearch({ ...now, ...changes }), replace: true });
    },
    [navigate],
  );
  const show = useCallback(
    (whole: ResourcesSearch) => {
      setCurrent(-1);
      void navigate({ to: "/resources", search: readResourcesSearch({ ...whole }), replace: true });
    },
    [navigate],
  );
  const open = (row: ResourceRow) => void navigate({ to: "/resources/$id", params: { id: row.id }, search: {} });
  const toggle = (row: ResourceRow) =>
    setSelected((now) => new Set(now.has(row.id) ? [...now].filter((id) => id !== row.id) : [...now, row.id]));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onShown = useCallback(
    (ids: readonly string[], last: number) => {
      setShown(ids);
      if (hasNextPage && !isFetchingNextPage && last + AHEAD >= rows.length) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, rows.length],
  );
  const clearSelection = () => setSelected(new Set());
  const step = (by: number) => setCurrent((now) => Math.min(rows.length - 1, Math.max(0, now + by)));
  const withCurrent = (act: (row: ResourceRow) => void) => () => {
    const row = rows[current];
    if (row !== undefined) act(row);
  };
  useShortcuts({
    "/": () => queryField.current?.focus(),
    j: () => step(1),
    k: () => step(-1),
    Enter: withCurrent(open),
    x: withCurrent(toggle),
    Escape: clearSelection,
  });
  const marked = rows.filter((row) => selected.has(row.id));

  return (
    <Page
      fill
      title={t("title")}
      sub={list.data === undefined ? " " : t("count", { count: total, number: format.whole(total) })}
      actions={
        <>
          <Button component={Link} to="/add" leftSection={<IconPlus size={14} />}>
            {t("add")}
          </Button>
          <ListMenu query={{ ...filterOf(search), columns: columns.join(",") }} />
        </>
      }
    >
      <ViewBar search={search} onOpen={show} onChange={change} />
      <FilterBar search={search} onChange={change} queryField={queryField} refusal={refusal} />
      <div className="v-grid-frame">
        {(live.arrived > 0 || live.stale) && (
          <UnstyledButton className="v-new-rows" onClick={live.reload}>
            <IconArrowUp size={13} aria-hidden="true" />
            {live.arrived > 0 ? t("newRows", { count: live.arrived }) : t("changedRows")}
          </UnstyledButton>
        )}
        {list.data === undefined && list.error === null && <RowSkeleton rows={16} />}
        {list.error !== null && refusal === undefined && rows.length === 0 && (
          <LoadError what={t("loadWhat")} error={list.error} onRetry={() => void list.refetch()} />
        )}
        {list.data !== undefined && rows.length === 0 && (
          <NoRows
            filtered={filtered}
            onClear={() =>
              change({ q: undefined, presence: undefined, clientId: undefined, siteId: undefined, platform: undefined, filter: undefined })
            }
          />
        )}
        {rows.length > 0 && (
          <Grid
            rows={rows}
            columns={columns}
            compact={search.density === "compact"}
            total={total}
            sort={search.sort ?? "name"}
            current={current}
            selected={selected}
            onSort={(key) => change({ sort: nextSort(search.sort, key) })}
            onCurrent={setCurrent}
            onOpen={open}
            onSelect={toggle}
            onShown={onShown}
          />
        )}
        <Suspense>{marked.length > 0 && <BulkBar rows={marked} onClear={clearSelection} />}</Suspense>
      </div>
    </Page>
  );
}

function NoRows({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslation("resources");
  if (filtered) {
    return (
      <Empty
        icon={<IconSearchOff size={28} stroke={1.5} />}
        title={t("noMatchTitle")}
        text={t("noMatchText")}
        action={<Button onClick={onClear}>{t("noMatchAction")}</Button>}
      />
    );
  }
  return (
    <Empty
      icon={<IconDeviceDesktopPlus size={28} stroke={1.5} />}
      title={t("emptyTitle")}
      text={t("emptyText")}
      action={
        <Button component={Link} to="/add">
          {t("add")}
        </Button>
      }
    />
  );
}
