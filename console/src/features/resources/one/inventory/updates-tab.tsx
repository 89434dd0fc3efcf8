// Updates that wait, the critical ones first.
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";
import { InventorySection } from "./inventory-section.tsx";
import { Counted, Facts, Said, SaidAll, YesNo } from "./known.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";

export function UpdatesTab({ inventory }: InventoryTabProps) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const { os, updates } = inventory.sections;
  return (
    <>
      <Section title={t("updates.state")}>
        <Facts
          rows={[
            [t("updates.pending"), <Counted key="pending" value={updates?.pending} as={format.whole} />],
            [t("updates.critical"), <Counted key="critical" value={updates?.critical} as={format.whole} />],
            [
              t("updates.lastInstalled"),
              <Said key="last" text={updates?.lastInstalledOn === undefined ? "" : format.plainDate(updates.lastInstalledOn)} />,
            ],
            [t("updates.reboot"), <YesNo key="reboot" value={os?.rebootPending} wanted={false} />],
            ...(os?.rebootPending === true && (os.rebootReasons ?? []).length > 0
              ? [[t("updates.rebootReasons"), <SaidAll key="why" texts={os.rebootReasons} />] as const]
              : []),
          ]}
        />
      </Section>
      <InventorySection inventory={inventory} name="updates" title={t("updates.waiting")}>
        {({ pending, updates: list = [] }) => (
          <Things
            things={list.toSorted((a, b) => Number(b.critical === true) - Number(a.critical === true))}
            none={pending === 0 ? t("updates.none") : t("updates.notListed")}
            columns={[
              {
                title: t("updates.update"),
                cell: ({ title, id, critical }) => (
                  <>
                    <Said text={title ?? id} /> {critical === true && <span className="v-badge v-tone-bad">{t("updates.isCritical")}</span>}
                  </>
                ),
              },
              { title: t("updates.version"), cell: ({ version }) => <Said text={version} /> },
              { title: t("updates.id"), wide: true, cell: ({ id }) => <Said text={id} /> },
            ]}
          />
        )}
      </InventorySection>
    </>
  );
}
