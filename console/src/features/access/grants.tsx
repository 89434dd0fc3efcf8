import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addGrant, attendantGroupsQuery, grantsQuery, type Person, permissionGroupsQuery, removeGrant } from "../../api/access.ts";
import { useChange } from "../../api/change.ts";
import { can, useSession } from "../../api/session.ts";
import { useErrorText } from "../../ui/error-text.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Section } from "../../ui/page.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { useGroupName } from "./group-name.ts";

interface Choice {
  readonly permissionGroupId: string | null;
  readonly attendantGroupId: string | null;
}
const NOTHING: Choice = { permissionGroupId: null, attendantGroupId: null };

/** What a person may do, and where: each line joins a set of permissions to a set of places. */
export function Grants({ person }: { person: Person }) {
  const { t } = useTranslation("access");
  const session = useSession();
  const toast = useToast();
  const errorText = useErrorText();
  const grants = useQuery(grantsQuery(person.id));
  const permissionGroups = useQuery(permissionGroupsQuery);
  const attendantGroups = useQuery(attendantGroupsQuery);
  const groupName = useGroupName();
  const remove = useChange(["access", "session"], removeGrant);
  const add = useChange(["access", "session"], addGrant);
  const [chosen, setChosen] = useState<Choice>(NOTHING);
  const mayManage = can(session, "accounts:manage");
  const takeAway = (grant: { id: string; permissionGroup: { id: string }; attendantGroup: { id: string } }) =>
    remove.mutate(grant.id, {
      onSuccess: () =>
        toast({
          text: t("grants.removed"),
          undo: () =>
            add.mutate({ userId: person.id, permissionGroupId: grant.permissionGroup.id, attendantGroupId: grant.attendantGroup.id }),
        }),
      onError: (error) => toast({ text: errorText(error), tone: "bad" }),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { permissionGroupId, attendantGroupId } = chosen;
    if (permissionGroupId === null || attendantGroupId === null) return;
    add.mutate(
      { userId: person.id, permissionGroupId, attendantGroupId },
      {
        onSuccess: () => {
          setChosen(NOTHING);
          toast({ text: t("grants.added") });
        },
      },
    );
  };
  const options = (groups: readonly { id: string; name: string; predefined: string | null }[] | undefined) =>
    (groups ?? []).map((group) => ({ value: group.id, label: groupName(group) }));
  const nameIn = (
    groups: readonly { id: string; name: string; predefined: string | null }[] | undefined,
    group: { id: string; name: string },
  ) => groupName(groups?.find(({ id }) => id === group.id) ?? { name: group.name, predefined: null });
  return (
    <Section
      title={t("grants.title")}
      aside={
        can(session, "access:explain") && (
          <Link className="v-link" to="/settings/explain" search={{ userId: person.id }}>
            {t("grants.why")}
          </Link>
        )
      }
    >
      <Loaded query={grants} what={t("grants.what")} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="v-muted">{t("grants.none")}</p>
          ) : (
            <ul className="v-list">
              {rows.map((grant) => (
                <li key={grant.id} className="v-list-row v-list-actions">
                  <span className="v-list-main">
                    <span className="v-strong v-break">{nameIn(permissionGroups.data, grant.permissionGroup)}</span>
                    <span className="v-muted v-break">{t("grants.on", { place: nameIn(attendantGroups.data, grant.attendantGroup) })}</span>
                  </span>
                  {mayManage && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      loading={remove.isPending && remove.variables === grant.id}
                      onClick={() => takeAway(grant)}
                    >
                      {t("grants.remove")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {mayManage && (
        <form className="v-line-form v-under" onSubmit={submit}>
          <Select
            label={t("grants.permissions")}
            placeholder={t("grants.choose")}
            searchable
            limit={100}
            data={options(permissionGroups.data)}
            value={chosen.permissionGroupId}
            onChange={(permissionGroupId) => setChosen({ ...chosen, permissionGroupId })}
          />
          <Select
            label={t("grants.places")}
            placeholder={t("grants.choose")}
            searchable
            limit={100}
            data={options(attendantGroups.data)}
            value={chosen.attendantGroupId}
            onChange={(attendantGroupId) => setChosen({ ...chosen, attendantGroupId })}
          />
          <Button
            type="submit"
            size="sm"
            loading={add.isPending}
            disabled={chosen.permissionGroupId === null || chosen.attendantGroupId === null}
          >
            {t("grants.add")}
          </Button>
          <InlineError error={add.error} />
        </form>
      )}
    </Section>
  );
}
