// Who did what, when, from where; whether the log is whole; and the log as a file.
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AuditEntry, auditQuery, exportAudit } from "../../api/audit.ts";
import { flatten } from "../../api/pages.ts";
import { download } from "../../ui/download.ts";
import { useErrorText } from "../../ui/error-text.ts";
import { LoadMore } from "../../ui/load-more.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useShortcuts } from "../../ui/use-shortcuts.ts";
import { EntryRow } from "./entry-row.tsx";
import { AUDIT_AREAS, type AuditSearch, filterOf, readAuditSearch } from "./search.ts";
import { Verification } from "./verification.tsx";

const route = getRouteApi("/shell/audit");

export function AuditPage() {
  const { t } = useTranslation("audit");
  const search = route.useSearch();
  const navigate = useNavigate();
  const toast = useToast();
  const errorText = useErrorText();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(search.q ?? "");
  const [debounced] = useDebouncedValue(text, 250);
  const filter = filterOf(search);
  const list = useInfiniteQuery(auditQuery(filter));
  const rows = flatten<AuditEntry>(list.data);
  const csv = useMutation({ mutationFn: exportAudit });
  const change = useCallback(
    (changes: { [Key in keyof AuditSearch]?: string | undefined }) =>
      void navigate({ to: "/audit", search: (now) => readAuditSearch({ ...now, ...changes }), replace: true }),
    [navigate],
  );
  useEffect(() => change({ q: debounced.trim() === "" ? undefined : debounced.trim() }), [debounced, change]);
  useShortcuts({ "/": () => field.current?.focus() });
  const save = () =>
    csv.mutate(filter, {
      onSuccess: (blob) => download("vigia-audit.csv", blob),
      onError: (error) => toast({ text: errorText(error), tone: "bad" }),
    });
  const actor = search.actorId === undefined ? undefined : rows.find((row) => row.actor.id === search.actorId)?.actor.name;
  return (
    <Page
      title={t("title")}
      sub={<Verification />}
      actions={
        <Button variant="default" leftSection={<IconDownload size={14} />} loading={csv.isPending} onClick={save}>
          {t("export")}
        </Button>
      }
    >
      <div className="v-filters">
        <TextInput
          ref={field}
          size="xs"
          aria-label={t("search")}
          aria-keyshortcuts="/"
          placeholder={t("search")}
          leftSection={<IconSearch size={14} />}
          value={text}
          maxLength={200}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          aria-label={t("about")}
          value={search.area ?? ""}
          data={[{ value: "", label: t("everything") }, ...AUDIT_AREAS.map((value) => ({ value, label: t(`area.${value}`) }))]}
          onChange={(event) => change({ area: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          aria-label={t("from")}
          value={search.from ?? ""}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          type="date"
          aria-label={t("to")}
          value={search.to ?? ""}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        {search.actorId !== undefined && (
          <Button size="xs" variant="light" onClick={() => change({ actorId: undefined })}>
            {t("onlyBy", { name: actor ?? "…" })} ×
          </Button>
        )}
      </div>
      {list.data === undefined &&
        (list.error === null ? (
          <RowSkeleton rows={14} />
        ) : (
          <LoadError what={t("what")} error={list.error} onRetry={() => void list.refetch()} />
        ))}
      {list.data !== undefined && rows.length === 0 && (
        <Empty icon={<IconSearchOff size={28} stroke={1.5} />} title={t("noMatchTitle")} text={t("noMatchText")} />
      )}
      {rows.length > 0 && (
        <ul className="v-list v-audit">
          {rows.map((entry) => (
            <EntryRow key={entry.id} entry={entry} onActor={(actorId) => change({ actorId })} />
          ))}
        </ul>
      )}
      <LoadMore list={list} />
    </Page>
  );
}
