// What is plugged in or drawn on: graphics, monitors, printers, audio, batteries; and virtual machines that run here.
import { useTranslation } from "react-i18next";
import type { Inventory } from "../../../../../api/inventory.ts";
import { useFormat } from "../../../../../ui/locale.tsx";
import { InventorySection } from "../inventory-section.tsx";
import { Counted, Said, YesNo } from "../known.tsx";
import { Things } from "../things.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly inventory: Inventory;
}

export function Graphics({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <InventorySection inventory={inventory} name="graphics" title={t("devices.graphics")}>
      {({ cards, monitors }) => (
        <>
          <Things
            things={cards}
            none={t("devices.noCards")}
            columns={[
              { title: t("devices.card"), cell: ({ name }) => <Said text={name} /> },
              {
                title: t("devices.memory"),
                number: true,
                cell: ({ memoryBytes }) => <Counted value={memoryBytes} as={format.bytes} />,
              },
              { title: t("devices.driver"), wide: true, cell: ({ driverVersion }) => <Said text={driverVersion} /> },
            ]}
          />
          <Things
            things={monitors}
            none={t("devices.noMonitors")}
            columns={[
              {
                title: t("devices.monitor"),
                cell: ({ manufacturer, name }) => <Said text={[manufacturer, name].filter((part) => part !== undefined).join(" ")} />,
              },
              {
                title: t("devices.diagonal"),
                number: true,
                cell: ({ tenthsOfInch }) => <Counted value={tenthsOfInch} as={(tenths) => `${format.number(tenths / 10)}″`} />,
              },
              {
                title: t("devices.resolution"),
                wide: true,
                cell: ({ width, height }) => <Said text={width === undefined || height === undefined ? "" : `${width} × ${height}`} />,
              },
              { title: t("hardware.serial"), wide: true, cell: ({ serial }) => <Said text={serial} /> },
            ]}
          />
        </>
      )}
    </InventorySection>
  );
}

export function Batteries({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <InventorySection inventory={inventory} name="batteries" title={t("devices.batteries")}>
      {({ batteries }) => (
        <Things
          things={batteries}
          none={t("devices.noBatteries")}
          columns={[
            { title: t("devices.battery"), cell: ({ name, chemistry }) => <Said text={name ?? chemistry} /> },
            {
              title: t("devices.capacityLeft"),
              number: true,
              cell: ({ designMwh, fullMwh }) => (
                <Counted
                  value={designMwh === undefined || designMwh === 0 || fullMwh === undefined ? undefined : fullMwh / designMwh}
                  as={format.ratio}
                />
              ),
            },
            { title: t("devices.cycles"), number: true, cell: ({ cycles }) => <Counted value={cycles} as={format.whole} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

export function Audio({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  return (
    <InventorySection inventory={inventory} name="audio" title={t("devices.audio")}>
      {({ devices }) => (
        <Things
          things={devices}
          none={t("devices.noAudio")}
          columns={[
            { title: t("devices.device"), cell: ({ name }) => <Said text={name} /> },
            { title: t("hardware.maker"), cell: ({ manufacturer }) => <Said text={manufacturer} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

export function Printers({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  return (
    <InventorySection inventory={inventory} name="printers" title={t("devices.printers")}>
      {({ printers }) => (
        <Things
          things={printers}
          none={t("devices.noPrinters")}
          columns={[
            {
              title: t("devices.printer"),
              cell: ({ name, default: standard }) => (
                <>
                  <Said text={name} />
                  {standard === true && (
                    <span className="v-tags">
                      <span>{t("devices.default")}</span>
                    </span>
                  )}
                </>
              ),
            },
            { title: t("devices.port"), cell: ({ port }) => <Said text={port} /> },
            { title: t("devices.driver"), wide: true, cell: ({ driver }) => <Said text={driver} /> },
            { title: t("devices.shared"), wide: true, cell: ({ shared }) => <YesNo value={shared} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

/** Only on machines that run others: everywhere else the section would be noise. */
export function Guests({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const word = useWords();
  const known = (inventory.sections.guests?.guests ?? []).length > 0;
  if (!known && !inventory.troubles.some(({ section }) => section === "guests")) return null;
  return (
    <InventorySection inventory={inventory} name="guests" title={t("devices.guests")}>
      {({ guests }) => (
        <Things
          things={guests}
          none={t("nothingKnown")}
          columns={[
            { title: t("devices.guest"), cell: ({ name }) => <Said text={name} /> },
            { title: t("devices.state"), cell: ({ state }) => <Said text={word("guest", state)} /> },
            { title: t("devices.hypervisor"), wide: true, cell: ({ hypervisor }) => <Said text={hypervisor} /> },
            {
              title: t("hardware.cores"),
              number: true,
              wide: true,
              cell: ({ processors }) => <Counted value={processors} as={format.whole} />,
            },
            { title: t("devices.memory"), number: true, cell: ({ memoryBytes }) => <Counted value={memoryBytes} as={format.bytes} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}
