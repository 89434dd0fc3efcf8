// "Can this person do that, there? And why?" in one sentence, answered in words.
import { NativeSelect, SegmentedControl } from "@mantine/core";
import { IconCheck, IconHelpCircle, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Explanation, explanationQuery, placeNameQuery } from "../../api/access.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Section } from "../../ui/page.tsx";
import { PersonPicker } from "../../ui/person-picker.tsx";
import { Empty } from "../../ui/states.tsx";
import { questionOf, readExplainSearch } from "./explain-search.ts";
import { AREA_NAMES, AREAS, permissionKey } from "./permissions.ts";
import { PlacePicker } from "./place-picker.tsx";
import { useReasonText } from "./reason-text.ts";

const route = getRouteApi("/shell/settings/explain");

export function ExplainPage() {
  const { t } = useTranslation("access");
  const search = route.useSearch();
  const navigate = useNavigate();
  const question = questionOf(search);
  const change = (changes: Record<string, string | undefined>) =>
    void navigate({ to: "/settings/explain", search: (now) => readExplainSearch({ ...now, ...changes }), replace: true });
  const { kind, id } = search;
  const placeName = useQuery({ ...placeNameQuery(kind ?? "client", id ?? ""), enabled: kind !== undefined && id !== undefined }).data;
  const picked = kind === undefined || id === undefined ? undefined : { kind, id, name: placeName ?? "" };
  return (
    <Section title={t("explain.title")}>
      <p className="v-muted v-section-lead">{t("explain.lead")}</p>
      <div className="v-stack v-form">
        <PersonPicker label={t("explain.person")} picked={search.userId} onPick={(userId) => change({ userId })} />
        <NativeSelect
          label={t("explain.permission")}
          value={search.permission ?? ""}
          onChange={(event) => change({ permission: event.currentTarget.value })}
        >
          <option value="">{t("explain.choosePermission")}</option>
          {AREA_NAMES.map((area) => (
            <optgroup key={area} label={t(`area.${area}`)}>
              {AREAS[area].map((name) => (
                <option key={name} value={name}>
                  {t(`permission.${permissionKey(name)}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </NativeSelect>
        <div>
          <SegmentedControl
            size="xs"
            aria-label={t("explain.where")}
            value={search.place === "one" ? "one" : "organization"}
            data={[
              { value: "organization", label: t("explain.organization") },
              { value: "one", label: t("explain.onePlace") },
            ]}
            onChange={(value) => change(value === "one" ? { place: "one" } : { place: undefined, kind: undefined, id: undefined })}
          />
        </div>
        {search.place === "one" && (
          <PlacePicker
            key={placeName ?? ""}
            label={t("place.label")}
            kinds={["client", "site", "resource"]}
            picked={picked}
            onPick={(place) => change({ kind: place.kind, id: place.id })}
          />
        )}
      </div>
      <div className="v-answer" aria-live="polite">
        {question === undefined ? (
          <Empty icon={<IconHelpCircle size={28} stroke={1.5} />} title={t("explain.emptyTitle")} text={t("explain.emptyText")} />
        ) : (
          <Answer key={JSON.stringify(question)} question={question} />
        )}
      </div>
    </Section>
  );
}

function Answer({ question }: { question: Parameters<typeof explanationQuery>[0] }) {
  const { t } = useTranslation("access");
  const answer = useQuery(explanationQuery(question));
  return (
    <Loaded query={answer} what={t("explain.what")} rows={2}>
      {(explanation) => <Verdict explanation={explanation} />}
    </Loaded>
  );
}

function Verdict({ explanation }: { explanation: Explanation }) {
  const { t } = useTranslation("access");
  const reasonText = useReasonText();
  return (
    <>
      <p className={explanation.allowed ? "v-verdict v-tone-ok" : "v-verdict v-tone-bad"}>
        {explanation.allowed ? <IconCheck size={18} aria-hidden="true" /> : <IconX size={18} aria-hidden="true" />}
        {explanation.allowed ? t("explain.yes") : t("explain.no")}
      </p>
      <ul className="v-reasons">
        {explanation.reasons.map((reason) => (
          <li key={JSON.stringify(reason)} className="v-break">
            {reasonText(reason)}
          </li>
        ))}
      </ul>
    </>
  );
}
