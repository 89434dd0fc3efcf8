// What protects the machine: antivirus, firewall, encryption, the chain it boots by.
import { useTranslation } from "react-i18next";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { Encryption } from "./hardware/storage.tsx";
import { InventorySection } from "./inventory-section.tsx";
import { Facts, Said, YesNo } from "./known.tsx";
import type { InventoryTabProps } from "./tab-props.ts";
import { Things } from "./things.tsx";

export function SecurityTab({ inventory }: InventoryTabProps) {
  const { t } = useTranslation("inventory");
  return (
    <>
      <Protection inventory={inventory} />
      <div className="v-columns">
        <InventorySection inventory={inventory} name="volumes" title={t("storage.encryption")}>
          {({ volumes }) => (
            <Things
              things={volumes}
              none={t("storage.noVolumes")}
              columns={[
                { title: t("storage.mount"), cell: ({ mount, device }) => <Said text={mount ?? device} /> },
                {
                  title: t("storage.encryption"),
                  cell: ({ encryption, encryptionMethod }) => <Encryption state={encryption} method={encryptionMethod} />,
                },
              ]}
            />
          )}
        </InventorySection>
        <InventorySection inventory={inventory} name="board" title={t("security.boot")}>
          {({ secureBoot, tpmVersion }) => (
            <Facts
              rows={[
                [t("hardware.secureBoot"), <YesNo key="secure" value={secureBoot} wanted={true} />],
                [t("hardware.tpm"), <Said key="tpm" text={tpmVersion} />],
              ]}
            />
          )}
        </InventorySection>
      </div>
    </>
  );
}

function Protection({ inventory }: Pick<InventoryTabProps, "inventory">) {
  const { t } = useTranslation("inventory");
  const format = useFormat();
  return (
    <InventorySection inventory={inventory} name="security" title={t("security.title")}>
      {({ antivirus, firewalls }) => (
        <>
          <Things
            things={antivirus}
            none={t("security.noAntivirus")}
            columns={[
              {
                title: t("security.antivirus"),
                cell: ({ name, version }) => (
                  <>
                    <Said text={name} />
                    {version !== undefined && (
                      <span className="v-muted">
                        {" "}
                        <AgentText text={version} />
                      </span>
                    )}
                  </>
                ),
              },
              { title: t("security.active"), cell: ({ active }) => <YesNo value={active} wanted={true} /> },
              { title: t("security.upToDate"), cell: ({ upToDate }) => <YesNo value={upToDate} wanted={true} /> },
              {
                title: t("security.definitions"),
                wide: true,
                cell: ({ definitionsOn }) => <Said text={definitionsOn === undefined ? "" : format.plainDate(definitionsOn)} />,
              },
            ]}
          />
          <Things
            things={firewalls}
            none={t("security.noFirewall")}
            columns={[
              { title: t("security.firewall"), cell: ({ name }) => <Said text={name} /> },
              { title: t("security.profile"), cell: ({ profile }) => <Said text={profile ?? t("security.allNetworks")} /> },
              { title: t("security.active"), cell: ({ active }) => <YesNo value={active} wanted={true} /> },
            ]}
          />
        </>
      )}
    </InventorySection>
  );
}
