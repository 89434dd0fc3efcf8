// Disks with what they say of their health, and the volumes on them.
import { useTranslation } from "react-i18next";
import type { Inventory, InventorySections } from "../../../../../api/inventory.ts";
import { AgentText } from "../../../../../ui/agent-text.tsx";
import { useFormat } from "../../../../../ui/locale.tsx";
import { InventorySection } from "../inventory-section.tsx";
import { Counted, NotKnown, Said } from "../known.tsx";
import { Things } from "../things.tsx";
import { useWords } from "../words.ts";

interface Props {
  readonly inventory: Inventory;
}
type Disk = NonNullable<NonNullable<InventorySections["disks"]>["disks"]>[number];

export function Disks({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  const word = useWords();
  return (
    <InventorySection inventory={inventory} name="disks" title={t("storage.disks")}>
      {({ disks }) => (
        <Things
          things={disks}
          none={t("storage.noDisks")}
          columns={[
            {
              title: t("storage.disk"),
              cell: ({ model, name }) => (
                <>
                  <Said text={model ?? name} />
                  {model !== undefined && name !== undefined && (
                    <span className="v-tags">
                      <span>
                        <AgentText text={name} expandable={false} />
                      </span>
                    </span>
                  )}
                </>
              ),
            },
            { title: t("size"), number: true, cell: ({ bytes }) => <Counted value={bytes} as={format.bytes} /> },
            { title: t("storage.health"), cell: (disk) => <Health disk={disk} /> },
            { title: t("storage.kind"), wide: true, cell: ({ kind, bus }) => <Said text={kindOf(word("disk", kind), bus)} /> },
            {
              title: t("storage.wear"),
              number: true,
              wide: true,
              cell: ({ wearPercent }) => <Counted value={wearPercent} as={(wear) => format.ratio(wear / 100)} />,
            },
            {
              title: t("storage.powered"),
              number: true,
              wide: true,
              cell: ({ poweredHours }) => <Counted value={poweredHours} as={(hours) => format.duration(hours * 3600)} />,
            },
            { title: t("hardware.serial"), wide: true, cell: ({ serial }) => <Said text={serial} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

const kindOf = (kind: string | undefined, bus: string | undefined): string =>
  [kind, bus?.toUpperCase()].filter((part) => part !== undefined && part !== "").join(" · ");

function Health({ disk: { health, healthReason, reallocatedSectors } }: { disk: Disk }) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <>
      {health === undefined && <NotKnown />}
      {health === "ok" && <span className="v-badge v-tone-ok">{t("storage.healthOk")}</span>}
      {health === "failing" && <span className="v-badge v-tone-bad">{t("storage.healthFailing")}</span>}
      {healthReason !== undefined && healthReason !== "" && (
        <span className="v-muted v-break">
          {" "}
          <AgentText text={healthReason} />
        </span>
      )}
      {reallocatedSectors !== undefined && reallocatedSectors > 0 && (
        <span className="v-muted">
          {" "}
          {t("storage.reallocated", { count: reallocatedSectors, number: format.whole(reallocatedSectors) })}
        </span>
      )}
    </>
  );
}

export function Volumes({ inventory }: Props) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <InventorySection inventory={inventory} name="volumes" title={t("storage.volumes")}>
      {({ volumes }) => (
        <Things
          things={volumes}
          none={t("storage.noVolumes")}
          columns={[
            { title: t("storage.mount"), cell: ({ mount, device }) => <Said text={mount ?? device} /> },
            { title: t("size"), number: true, cell: ({ bytes }) => <Counted value={bytes} as={format.bytes} /> },
            {
              title: t("storage.encryption"),
              cell: ({ encryption, encryptionMethod }) => <Encryption state={encryption} method={encryptionMethod} />,
            },
            { title: t("storage.filesystem"), cell: ({ filesystem }) => <Said text={filesystem} /> },
            { title: t("storage.label"), wide: true, cell: ({ label }) => <Said text={label} /> },
            { title: t("storage.device"), wide: true, cell: ({ device }) => <Said text={device} /> },
          ]}
        />
      )}
    </InventorySection>
  );
}

type Volume = NonNullable<NonNullable<InventorySections["volumes"]>["volumes"]>[number];

export function Encryption({ state, method }: { state: Volume["encryption"]; method: string | undefined }) {
  const { t } = useTranslation("inventory");
  if (state === undefined) return <NotKnown />;
  const tone = { on: "v-tone-ok", none: "v-tone-warn", suspended: "v-tone-warn", changing: "v-tone-info" }[state];
  return (
    <>
      <span className={`v-badge ${tone}`}>{t(`storage.encryptionState.${state}`)}</span>
      {method !== undefined && method !== "" && (
        <span className="v-muted">
          {" "}
          <AgentText text={method} />
        </span>
      )}
    </>
  );
}
