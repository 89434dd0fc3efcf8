// What became different on the machine beside what happened to it.
import { useTranslation } from "react-i18next";
import { Section } from "../../../../ui/page.tsx";
import { Changes } from "./changes.tsx";
import { Events } from "./events.tsx";

export default function HistoryTab({ id }: { id: string }) {
  const { t } = useTranslation("inventory");
  return (
    <div className="v-columns">
      <Changes id={id} />
      <Section title={t("history.events")}>
        <Events id={id} />
      </Section>
    </div>
  );
}
