// How the machine is reached and what it is connected by.
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";
import { InventorySection } from "./inventory-section.tsx";
import { Counted, Facts, NotKnown, Said, SaidAll } from "./known.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";
import { useWords } from "./words.ts";

export function NetworkTab({ inventory }: InventoryTabProps) {
  const { t } = useTranslation("inventory");
  const word = useWords();
  return (
    <>
      <Section title={t("network.outside")}>
        <Facts rows={[[t("network.publicAddress"), <Said key="public" text={inventory.publicAddress ?? ""} />]]} />
      </Section>
      <InventorySection inventory={inventory} name="network" title={t("network.interfaces")}>
        {({ interfaces }) => (
          <Things
            things={interfaces}
            none={t("network.none")}
            columns={[
              {
                title: t("network.interface"),
                cell: ({ name, description, kind }) => (
                  <>
                    <Said text={name ?? description} />
                    {kind !== undefined && (
                      <span className="v-tags">
                        <span>
                          <Said text={word("link", kind)} />
                        </span>
                      </span>
                    )}
                    {name !== undefined && description !== undefined && description !== name && (
                      <span className="v-muted v-block">
                        <Said text={description} />
                      </span>
                    )}
                  </>
                ),
              },
              { title: t("network.link"), cell: ({ up, speedMbps }) => <LinkState up={up} speed={speedMbps} /> },
              {
                title: t("network.addresses"),
                cell: ({ addresses, dhcp }) => (
                  <>
                    <SaidAll texts={addresses} />
                    {dhcp !== undefined && <span className="v-muted">{dhcp ? t("network.dhcp") : t("network.fixed")}</span>}
                  </>
                ),
              },
              { title: t("network.mac"), wide: true, cell: ({ mac }) => <Said text={mac} /> },
              { title: t("network.gateways"), wide: true, cell: ({ gateways }) => <SaidAll texts={gateways} /> },
              { title: t("network.dns"), wide: true, cell: ({ dns }) => <SaidAll texts={dns} /> },
            ]}
          />
        )}
      </InventorySection>
    </>
  );
}

function LinkState({ up, speed }: { up: boolean | undefined; speed: number | undefined }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  if (up === undefined) return <NotKnown />;
  if (!up) return <span className="v-muted">{t("network.down")}</span>;
  return (
    <>
      {t("network.up")}
      {speed !== undefined && (
        <span className="v-muted v-nowrap">
          {" "}
          <Counted value={speed} as={(rate) => (rate >= 1000 ? `${format.number(rate / 1000)} Gbit/s` : `${format.whole(rate)} Mbit/s`)} />
        </span>
      )}
    </>
  );
}
