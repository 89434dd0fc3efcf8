// One section of the inventory: what is known of it, or that nothing is, and why.
import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Inventory, InventorySections, SectionName } from "../../../../api/inventory.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";

interface InventorySectionProps<Name extends SectionName> {
  readonly inventory: Inventory;
  readonly name: Name;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: (body: NonNullable<InventorySections[Name]>) => ReactNode;
}

export function InventorySection<Name extends SectionName>({ inventory, name, title, aside, children }: InventorySectionProps<Name>) {
  const { t } = useTranslation("inventory");
  const body = inventory.sections[name];
  return (
    <Section title={title} aside={aside}>
      <SectionNotes inventory={inventory} name={name} />
      {body === undefined ? <p className="v-muted">{t("nothingKnown")}</p> : children(body as NonNullable<InventorySections[Name]>)}
    </Section>
  );
}

/** Why a section could not be read the last time, and how many of its rows are missing. */
export function SectionNotes({ inventory, name }: { inventory: Inventory; name: SectionName }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const state = inventory.states.find((each) => each.name === name);
  const reasons = new Set(inventory.troubles.filter(({ section }) => section === name).map(({ reason }) => reason));
  return (
    <>
      {[...reasons].map((reason) => (
        <p key={reason} className="v-inline-warning v-section-lead">
          <IconAlertTriangle size={14} aria-hidden="true" />
          <span>
            {state === undefined ? t("troubleUnknown") : t("trouble", { when: format.dateTime(state.takenAt) })}{" "}
            <span className="v-muted" lang="en">
              <AgentText text={reason} />
            </span>
          </span>
        </p>
      ))}
      {state !== undefined && state.leftOut > 0 && (
        <p className="v-muted v-section-lead">{t("leftOut", { count: state.leftOut, number: format.whole(state.leftOut) })}</p>
      )}
    </>
  );
}
