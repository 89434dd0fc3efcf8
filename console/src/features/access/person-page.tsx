// One person: who they are, what they may do where, and what an administrator can do about them.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actOnPerson, deletePerson, type Person, personQuery, renamePerson } from "../../api/access.ts";
import { useChange } from "../../api/change.ts";
import { can, useSession } from "../../api/session.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Confirm } from "../../ui/confirm.tsx";
import { useErrorText } from "../../ui/error-text.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { Grants } from "./grants.tsx";
import { PersonState } from "./people-page.tsx";

const route = getRouteApi("/shell/settings/people/$id");
type Act = "disable" | "sign-out" | "factor-reset" | "delete";

export function PersonPage() {
  const { t } = useTranslation("access");
  const { id } = route.useParams();
  const person = useQuery(personQuery(id));
  return (
    <>
      <p className="v-crumb">
        <Link to="/settings/people" className="v-link">
          {t("people.title")}
        </Link>
      </p>
      <Loaded query={person} what={t("people.oneWhat")}>
        {(one) => <OnePerson person={one} />}
      </Loaded>
    </>
  );
}

function OnePerson({ person }: { person: Person }) {
  const { t } = useTranslation(["access", "common"]);
  const session = useSession();
  const format = useFormat();
  const rename = useChange(["access"], renamePerson);
  const facts = [
    [t("people.email"), person.email],
    [t("people.since"), format.date(person.createdAt)],
    [t("people.lastSeen"), person.lastSeenAt === null ? t("people.never") : format.dateTime(person.lastSeenAt)],
  ] as const;
  return (
    <>
      <Section
        title={cutText(person.name).shown}
        aside={can(session, "accounts:manage") && person.id !== session.user.id && <PersonActions person={person} />}
      >
        <dl className="v-facts">
          <div>
            <dt>{t("people.name")}</dt>
            <dd className="v-break">
              <InlineEdit
                label={t("people.rename")}
                value={person.name}
                version={person.version}
                maxLength={200}
                disabled={!can(session, "accounts:manage")}
                onSave={(name, version) => rename.mutateAsync({ id: person.id, name, version })}
              >
                <AgentText text={person.name} />
              </InlineEdit>
            </dd>
          </div>
          <div>
            <dt>{t("people.state")}</dt>
            <dd>
              <PersonState disabled={person.disabled} />
            </dd>
          </div>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="v-break">
                <AgentText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Grants person={person} />
      {can(session, "accounts:manage") && person.id !== session.user.id && <ErasePerson person={person} />}
    </>
  );
}

function PersonActions({ person }: { person: Person }) {
  const { t } = useTranslation(["access", "common"]);
  const toast = useToast();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Act | undefined>();
  const act = useChange(["access", "factor-resets"], actOnPerson);
  const remove = useChange(["access"], deletePerson);
  const name = cutText(person.name, 60).shown;
  const run = async (wanted: Act) => {
    if (wanted === "delete") {
      await remove.mutateAsync(person);
      toast({ text: t("act.delete.done", { name }) });
      await navigate({ to: "/settings/people" });
      return;
    }
    await act.mutateAsync({ id: person.id, act: wanted });
    toast({ text: t(`act.${wanted}.done`, { name }) });
  };
  const enable = () =>
    act.mutate(
      { id: person.id, act: "enable" },
      {
        onSuccess: () => toast({ text: t("act.enabled", { name }) }),
        onError: (error) => toast({ text: errorText(error), tone: "bad" }),
      },
    );
  const button = (which: Act) => (
    <Button size="compact-xs" variant="default" onClick={() => setAsking(which)}>
      {t(`act.${which}.word`)}
    </Button>
  );
  return (
    <span className="v-buttons">
      {!person.disabled ? (
        button("disable")
      ) : (
        <Button size="compact-xs" variant="default" loading={act.isPending} onClick={enable}>
          {t("act.enable")}
        </Button>
      )}
      {!person.disabled && button("sign-out")}
      {button("factor-reset")}
      {button("delete")}
      {asking !== undefined && (
        <Confirm
          opened
          title={t(`act.${asking}.title`, { name })}
          text={t(`act.${asking}.text`)}
          action={t(`act.${asking}.word`)}
          onClose={() => setAsking(undefined)}
          onConfirm={() => run(asking)}
        />
      )}
    </span>
  );
}

/** What cannot be undone stands apart, with its consequence in words. */
function ErasePerson({ person }: { person: Person }) {
  const { t } = useTranslation(["access", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const act = useChange(["access", "audit"], actOnPerson);
  const name = cutText(person.name, 60).shown;
  const run = async () => {
    await act.mutateAsync({ id: person.id, act: "erase" });
    toast({ text: t("act.erase.done") });
    await navigate({ to: "/settings/people" });
  };
  return (
    <Section title={t("act.erase.zone")}>
      <p>{t("act.erase.consequence")}</p>
      <Button size="compact-xs" variant="default" color="red" onClick={() => setAsking(true)}>
        {t("act.erase.word")}
      </Button>
      {asking && (
        <Confirm
          opened
          title={t("act.erase.title", { name })}
          text={t("act.erase.text")}
          action={t("act.erase.word")}
          onClose={() => setAsking(false)}
          onConfirm={run}
        />
      )}
    </Section>
  );
}
