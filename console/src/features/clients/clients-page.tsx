// The companies whose machines are looked after.
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuilding, IconPlus, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { clientsQuery } from "../../api/clients.ts";
import { useTopics } from "../../api/live/use-feed.tsx";
import { flatten } from "../../api/pages.ts";
import { can, useSession } from "../../api/session.ts";
import type { Client } from "../../api/types.ts";
import { useFormat } from "../../ui/locale.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useShortcuts } from "../../ui/use-shortcuts.ts";
import { ClientDialog } from "./client-form.tsx";
import { ClientTable } from "./client-table.tsx";
import { type ClientsSearch, readClientSearch } from "./search.ts";

const route = getRouteApi("/shell/clients");

export function ClientsPage() {
  const { t } = useTranslation(["clients", "common"]);
  const session = useSession();
  const format = useFormat();
  const { create, ...filter } = route.useSearch();
  const navigate = useNavigate();
  const toast = useToast();
  const queries = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(filter.q ?? "");
  const [debounced] = useDebouncedValue(text, 200);
  const [current, setCurrent] = useState(-1);
  const list = useInfiniteQuery(clientsQuery({ sort: "name", ...filter }));
  const rows = flatten<Client>(list.data);
  const total = list.data?.pages.at(-1)?.total ?? 0;
  const mayWrite = can(session, "clients:write");
  useTopics(["clients"], () => void queries.invalidateQueries({ queryKey: ["clients"] }));

  const change = useCallback(
    (changes: { [key in keyof ClientsSearch]?: ClientsSearch[key] | undefined }) =>
      void navigate({ to: "/clients", search: (now) => readClientSearch({ ...now, ...changes }), replace: true }),
    [navigate],
  );
  useEffect(() => change({ q: debounced.trim() === "" ? undefined : debounced.trim() }), [debounced, change]);
  const open = (client: Client) => void navigate({ to: "/clients/$id", params: { id: client.id } });
  const step = (by: number) => setCurrent((now) => Math.min(rows.length - 1, Math.max(0, now + by)));
  const openCurrent = () => {
    const row = rows[current];
    if (row !== undefined) open(row);
  };
  useShortcuts({
    "/": () => field.current?.focus(),
    j: () => step(1),
    k: () => step(-1),
    Enter: openCurrent,
  });

  const createButton = mayWrite && (
    <Button leftSection={<IconPlus size={14} />} onClick={() => change({ create: true })}>
      {t("create")}
    </Button>
  );
  return (
    <Page
      title={t("title")}
      sub={list.data === undefined ? " " : t("count", { count: total, number: format.whole(total) })}
      actions={createButton}
    >
      {(total > 0 || filter.q !== undefined) && (
        <TextInput
          ref={field}
          className="v-narrow-field"
          size="xs"
          aria-label={t("filter")}
          aria-keyshortcuts="/"
          placeholder={t("filter")}
          leftSection={<IconSearch size={14} />}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {list.data === undefined &&
        (list.error === null ? (
          <RowSkeleton rows={12} />
        ) : (
          <LoadError what={t("loadWhat")} error={list.error} onRetry={() => void list.refetch()} />
        ))}
      {list.data !== undefined && rows.length === 0 && filter.q !== undefined && (
        <Empty icon={<IconSearchOff size={28} stroke={1.5} />} title={t("noMatchTitle")} text={t("noMatchText", { query: filter.q })} />
      )}
      {list.data !== undefined && rows.length === 0 && filter.q === undefined && (
        <Empty
          icon={<IconBuilding size={28} stroke={1.5} />}
          title={t("emptyTitle")}
          text={t("emptyText")}
          action={createButton || undefined}
        />
      )}
      {rows.length > 0 && <ClientTable rows={rows} current={current} sort={filter.sort ?? "name"} onSort={(sort) => change({ sort })} />}
      {list.hasNextPage && (
        <Button variant="default" mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("common:loadMore")}
        </Button>
      )}
      {create === true && mayWrite && (
        <ClientDialog
          onClose={() => change({ create: undefined })}
          onDone={(client) => {
            toast({ text: t("created", { name: client.name }) });
            open(client);
          }}
        />
      )}
    </Page>
  );
}
