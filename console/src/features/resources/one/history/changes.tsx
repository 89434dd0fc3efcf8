// What became different, newest first: a memory module gone, a program updated, a warranty that somebody wrote down.
import { IconMinus, IconPencil, IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changesQuery, type ResourceChange } from "../../../../api/inventory.ts";
import { flatten } from "../../../../api/pages.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { LoadMore } from "../../../../ui/load-more.tsx";
import { Loaded } from "../../../../ui/loaded.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";
import { Pill } from "../../../../ui/pill.tsx";
import { RelativeTime } from "../../../../ui/relative-time.tsx";
import { changeValue, isChangedField } from "./change-words.ts";
import { isSectionWord, SECTION_WORDS } from "./section-words.ts";

const MARKS = {
  added: { icon: IconPlus, tone: "ok" },
  removed: { icon: IconMinus, tone: "bad" },
  changed: { icon: IconPencil, tone: "info" },
  more: { icon: IconPlus, tone: "unknown" },
} as const;

export function Changes({ id }: { id: string }) {
  const { t } = useTranslation("inventory");
  const [section, setSection] = useState("");
  const list = useInfiniteQuery(changesQuery(id, section));
  const options = [
    { value: "", label: t("history.everything") },
    ...SECTION_WORDS.map((name) => ({ value: name, label: t(`section.${name}`) })),
  ];
  return (
    <Section title={t("history.changes")} aside={<Pill label={t("history.about")} value={section} options={options} onPick={setSection} />}>
      <Loaded query={list} what={t("history.changes")} rows={10}>
        {(pages) => {
          const changes = flatten<ResourceChange>(pages);
          if (changes.length === 0) return <p className="v-muted">{section === "" ? t("history.none") : t("history.noneOfSection")}</p>;
          return (
            <ol className="v-timeline v-changes">
              {changes.map((change) => (
                <ChangeLine key={change.id} change={change} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <LoadMore list={list} />
    </Section>
  );
}

function ChangeLine({ change }: { change: ResourceChange }) {
  const { t } = useTranslation("inventory");
  const { icon: Icon, tone } = MARKS[change.kind];
  return (
    <li>
      <span className="v-muted v-nowrap">
        <RelativeTime at={change.at} />
      </span>
      <span className="v-break">
        <Icon size={14} className={`v-tone-${tone} v-change-mark`} aria-hidden="true" />{" "}
        {change.kind === "more" ? t("history.more", { count: Number(change.item), number: change.item }) : <What change={change} />}
      </span>
      <span className="v-muted v-timeline-source">
        {isSectionWord(change.section) ? t(`section.${change.section}`) : change.section}
        {change.actor !== null && ` · ${change.actor.name}`}
      </span>
    </li>
  );
}

function What({ change }: { change: ResourceChange }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const { kind, item, section, field, before, after } = change;
  const value = (text: string | null) => changeValue(field, text, format, { yes: t("yes"), no: t("no") });
  const what = (
    <span className="v-strong">
      <AgentText text={item} />
    </span>
  );
  if (kind === "changed")
    return (
      <>
        {item !== "" && <>{what} · </>}
        {section !== "fields" && isChangedField(field) ? t(`field.${field}`) : <AgentText text={field} />}{" "}
        <span className="v-change">
          <del>
            <AgentText text={value(before)} />
          </del>
          <span aria-hidden="true">→</span>
          <ins>
            <AgentText text={value(after)} />
          </ins>
        </span>
      </>
    );
  const said = kind === "added" ? after : before;
  return (
    <>
      <span className="v-muted">{kind === "added" ? t("history.added") : t("history.removed")}</span> {what}
      {said !== null && said !== "" && (
        <span className="v-muted">
          {" "}
          <AgentText text={said} />
        </span>
      )}
    </>
  );
}
