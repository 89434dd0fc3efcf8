// The people of the organization.
import { Button, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus, IconSearch, IconSearchOff } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "../../api/access.ts";
import { flatten } from "../../api/pages.ts";
import { can, useSession } from "../../api/session.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { LoadMore } from "../../ui/load-more.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { SecretDialog } from "../../ui/secret-dialog.tsx";
import { Empty } from "../../ui/states.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { AddPerson } from "./add-person.tsx";
import { useStoredGroupName } from "./group-name.ts";

export function PeoplePage() {
  const { t } = useTranslation("access");
  const session = useSession();
  const toast = useToast();
  const format = useFormat();
  const groupName = useStoredGroupName();
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text.trim(), 150);
  const people = useInfiniteQuery(peopleQuery(q));
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<{ name: string; password: string } | undefined>();
  return (
    <Section
      title={t("people.title")}
      aside={
        can(session, "accounts:manage") && (
          <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
            {t("people.add")}
          </Button>
        )
      }
    >
      <TextInput
        className="v-narrow-field"
        size="xs"
        aria-label={t("people.search")}
        placeholder={t("people.search")}
        leftSection={<IconSearch size={14} />}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Loaded query={people} what={t("people.what")}>
        {(pages) => (
          <TableBox>
            <table className="v-table">
              <thead>
                <tr>
                  <th scope="col">{t("people.name")}</th>
                  <th scope="col" className="v-wide-only">
                    {t("people.email")}
                  </th>
                  <th scope="col">{t("people.state")}</th>
                  <th scope="col" className="v-wide-only">
                    {t("people.groups")}
                  </th>
                  <th scope="col" className="v-wide-only">
                    {t("people.lastSeen")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {flatten(pages).map((person) => (
                  <tr key={person.id}>
                    <th scope="row">
                      <Link className="v-strong v-break" to="/settings/people/$id" params={{ id: person.id }}>
                        <AgentText text={person.name} expandable={false} />
                      </Link>
                      {person.id === session.user.id && (
                        <span className="v-tags">
                          <span>{t("people.you")}</span>
                        </span>
                      )}
                    </th>
                    <td className="v-wide-only v-break">{person.email}</td>
                    <td>
                      <PersonState disabled={person.disabled} />
                    </td>
                    <td className="v-wide-only v-break">
                      {person.groups.length === 0 ? (
                        <span className="v-muted">{t("people.noGroups")}</span>
                      ) : (
                        format.list(person.groups.map(groupName))
                      )}
                    </td>
                    <td className="v-wide-only">
                      {person.lastSeenAt === null ? (
                        <span className="v-muted">{t("people.never")}</span>
                      ) : (
                        <RelativeTime at={person.lastSeenAt} />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </Loaded>
      {people.data?.pages[0]?.items.length === 0 && (
        <Empty icon={<IconSearchOff size={28} stroke={1.5} />} title={t("people.nobody")} text={t("people.nobodyText")} />
      )}
      <LoadMore list={people} />
      {adding && (
        <AddPerson
          onClose={() => setAdding(false)}
          onDone={(name, password, invited) => {
            setAdding(false);
            if (password === null)
              toast({ text: t(invited ? "people.addedInvited" : "people.addedKnown", { name: cutText(name, 80).shown }) });
            else setAdded({ name, password });
          }}
        />
      )}
      {added !== undefined && (
        <SecretDialog
          title={t("people.password")}
          text={t("people.passwordText", { name: cutText(added.name, 80).shown })}
          secret={added.password}
          onClose={() => setAdded(undefined)}
        />
      )}
    </Section>
  );
}

export function PersonState({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation("access");
  return !disabled ? (
    <span className="v-badge v-tone-ok">{t("people.active")}</span>
  ) : (
    <span className="v-badge v-tone-unknown">{t("people.disabled")}</span>
  );
}
