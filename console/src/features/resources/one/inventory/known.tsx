// Single values as the inventory holds them: what is not known is said so, never left blank and never taken for "no".
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AgentText } from "../../../../ui/agent-text.tsx";

/** "not known". */
export function NotKnown() {
  const { t } = useTranslation("inventory");
  return <span className="v-muted">{t("notKnown")}</span>;
}

/** A text of the machine's. */
export function Said({ text }: { text: string | undefined }) {
  return text === undefined || text === "" ? <NotKnown /> : <AgentText text={text} />;
}

/** Several texts, one a line. */
export function SaidAll({ texts }: { texts: readonly string[] | undefined }) {
  if (texts === undefined || texts.length === 0) return <NotKnown />;
  return (
    <ul className="v-list">
      {[...new Set(texts)].map((text) => (
        <li key={text} className="v-break">
          <AgentText text={text} />
        </li>
      ))}
    </ul>
  );
}

/** What a formatter makes of a number. */
export function Counted({ value, as }: { value: number | undefined; as: (value: number) => string }) {
  return value === undefined ? <NotKnown /> : as(value);
}

interface YesNoProps {
  readonly value: boolean | undefined;
  /** Which answer is worth a colour: the good one is quiet. */
  readonly wanted?: boolean;
}

export function YesNo({ value, wanted }: YesNoProps) {
  const { t } = useTranslation("inventory");
  if (value === undefined) return <NotKnown />;
  const word = value ? t("yes") : t("no");
  return wanted === undefined || value === wanted ? word : <span className="v-badge v-tone-warn">{word}</span>;
}

interface FactsProps {
  /** Name and value; a name appears once. */
  readonly rows: readonly (readonly [string, ReactNode])[];
}

/** Named values under each other. */
export function Facts({ rows }: FactsProps) {
  return (
    <dl className="v-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="v-break">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
