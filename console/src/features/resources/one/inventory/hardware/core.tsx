// Maker, board, processors and memory.
import { useTranslation } from "react-i18next";
import type { Inventory } from "../../../../../api/inventory.ts";
import { useFormat } from "../../../../../ui/locale.tsx";
import { InventorySection } from "../inventory-section.tsx";
import { Counted, Facts, NotKnown, Said, YesNo } from "../known.tsx";
import { Things } from "../things.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly inventory: Inventory;
}

export function MachineSection({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const word = useWords();
  return (
    <InventorySection inventory={inventory} name="system" title={t("hardware.machine")}>
      {(system) => (
        <Facts
          rows={[
            [t("hardware.maker"), <Said key="maker" text={system.manufacturer} />],
            [t("hardware.model"), <Said key="model" text={system.model} />],
            [t("hardware.serial"), <Said key="serial" text={system.serial} />],
            [t("hardware.assetTag"), <Said key="tag" text={system.assetTag} />],
            [t("hardware.chassis"), <Said key="chassis" text={word("chassis", system.chassis)} />],
            [
              t("hardware.virtual"),
              system.virtual === true ? <Said key="in" text={system.hypervisor} /> : <YesNo key="virtual" value={system.virtual} />,
            ],
            [t("hardware.uuid"), <Said key="uuid" text={system.uuid} />],
          ]}
        />
      )}
    </InventorySection>
  );
}

export function Processors({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <InventorySection inventory={inventory} name="processors" title={t("hardware.processors")}>
      {({ processors }) => (
        <Things
          things={processors}
          none={t("nothingKnown")}
          columns={[
            { title: t("hardware.model"), cell: ({ model }) => <Said text={model} /> },
            { title: t("hardware.cores"), number: true, cell: ({ cores }) => <Counted value={cores} as={format.whole} /> },
            { title: t("hardware.threads"), number: true, cell: ({ threads }) => <Counted value={threads} as={format.whole} /> },
            {
              title: t("hardware.clock"),
              number: true,
              wide: true,
              cell: ({ maxMhz }) => <Counted value={maxMhz} as={(mhz) => `${format.number(mhz / 1000)} GHz`} />,
            },
            { title: t("hardware.socket"), wide: true, cell: ({ socket }) => <Said text={socket} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

export function MemorySlots({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const total = inventory.sections.memory?.totalBytes;
  return (
    <InventorySection
      inventory={inventory}
      name="memory"
      title={t("hardware.memory")}
      aside={total !== undefined && <span className="v-muted">{t("hardware.memoryTotal", { size: format.bytes(total) })}</span>}
    >
      {({ slots }) => (
        <Things
          things={slots}
          none={t("hardware.noSlots")}
          columns={[
            { title: t("hardware.slot"), cell: ({ slot }) => <Said text={slot} /> },
            {
              title: t("size"),
              number: true,
              // Zero bytes are an empty slot; a machine that does not tell the size leaves it out.
              cell: ({ bytes }) =>
                bytes === 0 ? <span className="v-muted">{t("hardware.emptySlot")}</span> : <Counted value={bytes} as={format.bytes} />,
            },
            { title: t("hardware.type"), cell: ({ type, formFactor }) => <Said text={joined(type, formFactor)} /> },
            {
              title: t("hardware.speed"),
              number: true,
              wide: true,
              cell: ({ speed }) => <Counted value={speed} as={(rate) => `${format.whole(rate)} MT/s`} />,
            },
            {
              title: t("hardware.maker"),
              wide: true,
              cell: ({ manufacturer, partNumber }) => <Said text={joined(manufacturer, partNumber)} />,
            },
            { title: t("hardware.serial"), wide: true, cell: ({ serial }) => <Said text={serial} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== "").join(" ");

export function BoardFacts({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  return (
    <InventorySection inventory={inventory} name="board" title={t("hardware.board")}>
      {(board) => (
        <Facts
          rows={[
            [t("hardware.boardModel"), <Said key="model" text={joined(board.manufacturer, board.model)} />],
            [t("hardware.boardSerial"), <Said key="serial" text={board.serial} />],
            [t("hardware.firmware"), <Said key="firmware" text={joined(board.firmwareVendor, board.firmwareVersion)} />],
            [t("hardware.firmwareDate"), <Said key="date" text={board.firmwareDate} />],
            [t("hardware.boot"), board.uefi === undefined ? <NotKnown key="boot" /> : board.uefi ? "UEFI" : "BIOS"],
            [t("hardware.secureBoot"), <YesNo key="secure" value={board.secureBoot} />],
            [t("hardware.tpm"), <Said key="tpm" text={board.tpmVersion} />],
          ]}
        />
      )}
    </InventorySection>
  );
}
