// What machines tell of themselves that somebody should look at: each number is the way to the machines it counts.
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type FleetQuestions, fleetQuery } from "../../api/inventory.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";

type Question = FleetQuestions["questions"][number];

/** What cannot wait, worst first; the rest only wants doing. */
const URGENT: readonly Question["name"][] = ["diskFailing", "antivirusOff", "criticalUpdates"];
const urgency = ({ name }: Question): number => (URGENT.includes(name) ? URGENT.indexOf(name) : URGENT.length);

export function Attention() {
  const { t } = useTranslation("overview");
  const fleet = useQuery(fleetQuery);
  return (
    <Section title={t("attention")}>
      <Loaded query={fleet} what={t("fleetWhat")} rows={5}>
        {(answers) => <Answers fleet={answers} />}
      </Loaded>
    </Section>
  );
}

function Answers({ fleet: { questions, machines, inventoried } }: { fleet: FleetQuestions }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const found = questions.filter((question) => question.machines > 0).toSorted((a, b) => urgency(a) - urgency(b));
  const silent = machines - inventoried;
  return (
    <>
      {found.length === 0 && inventoried > 0 && (
        <p className="v-muted">
          <IconCircleCheck size={14} className="v-tone-ok v-change-mark" aria-hidden="true" /> {t("attentionNone")}
        </p>
      )}
      <ul className="v-list">
        {found.map((question) => (
          <li key={question.name} className="v-list-row">
            <IconAlertTriangle size={15} className={urgency(question) < URGENT.length ? "v-tone-bad" : "v-tone-warn"} aria-hidden="true" />
            <Link className="v-list-main" to="/resources" search={{ filter: question.filter }}>
              <span className="v-cut v-strong">{t(`question.${question.name}`)}</span>
            </Link>
            <span className="v-number-cell">{format.whole(question.machines)}</span>
          </li>
        ))}
      </ul>
      {silent > 0 && <p className="v-muted v-under">{t("attentionUnknown", { count: silent, number: format.whole(silent) })}</p>}
    </>
  );
}
