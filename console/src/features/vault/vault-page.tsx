// Passwords the team shares: found by name, shown for half a minute, and every look is written down.
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconLock, IconPlus, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { flatten } from "../../api/pages.ts";
import { can, useSession } from "../../api/session.ts";
import { type Secret, secretsQuery } from "../../api/vault.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Empty } from "../../ui/states.tsx";
import { useShortcuts } from "../../ui/use-shortcuts.ts";
import { Reveal } from "./reveal.tsx";
import { SecretForm } from "./secret-form.tsx";
import { SecretSheet } from "./secret-sheet.tsx";

const route = getRouteApi("/shell/vault");

export function VaultPage() {
  const { t } = useTranslation("vault");
  const session = useSession();
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(q);
  const [debounced] = useDebouncedValue(text.trim(), 200);
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | undefined>();
  const secrets = useInfiniteQuery(secretsQuery(q));
  useEffect(() => void navigate({ to: "/vault", search: debounced === "" ? {} : { q: debounced }, replace: true }), [debounced, navigate]);
  useShortcuts({ "/": () => field.current?.focus() });
  const addButton = can(session, "vault:write") && (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {t("add")}
    </Button>
  );
  return (
    <Page title={t("title")} sub={t("lead")} actions={addButton}>
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
      <Loaded query={secrets} what={t("what")} rows={8}>
        {(pages) =>
          pages.pages[0]?.items.length !== 0 ? (
            <>
              <ul className="v-list">
                {flatten(pages).map((secret) => (
                  <SecretRow key={secret.id} secret={secret} onOpen={() => setOpen(secret.id)} />
                ))}
              </ul>
              <LoadMore list={secrets} />
            </>
          ) : q === "" ? (
            <Empty
              icon={<IconLock size={28} stroke={1.5} />}
              title={t("emptyTitle")}
              text={t("emptyText")}
              action={addButton || undefined}
            />
          ) : (
            <Empty icon={<IconSearchOff size={28} stroke={1.5} />} title={t("noMatchTitle")} text={t("noMatchText")} />
          )
        }
      </Loaded>
      {adding && <SecretForm secret={undefined} onClose={() => setAdding(false)} />}
      {open !== undefined && <SecretSheet id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function SecretRow({ secret, onOpen }: { secret: Secret; onOpen: () => void }) {
  const { t } = useTranslation("vault");
  const session = useSession();
  const place = secret.resource?.name ?? secret.client?.name;
  return (
    <li className="v-list-row v-list-actions">
      <span className="v-list-main">
        <button type="button" className="v-plain v-strong v-break" onClick={onOpen}>
          <AgentText text={secret.name} expandable={false} />
        </button>
        <span className="v-muted v-break">
          {secret.username !== null && <AgentText text={secret.username} expandable={false} />}
          {secret.username !== null && place !== undefined && " · "}
          {place !== undefined && <AgentText text={place} expandable={false} />}
        </span>
      </span>
      <span className="v-muted v-wide-only">
        {t("changed")} <RelativeTime at={secret.valueChangedAt} />
      </span>
      {can(session, "vault:reveal") && secret.revealable && <Reveal id={secret.id} />}
    </li>
  );
}
