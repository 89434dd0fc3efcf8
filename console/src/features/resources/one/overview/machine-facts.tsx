import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Facts } from "../../../../api/types.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { useFormat } from "../../../../ui/locale.tsx";
import { Section } from "../../../../ui/page.tsx";

/** What the machine says it is. */
export function MachineFacts({ facts }: { facts: Facts | null }) {
  const { t } = useTranslation("resources");
  const format = useFormat();
  if (facts === null) {
    return (
      <Section title={t("overview.machine")}>
        <p className="v-muted">{t("overview.noFacts")}</p>
      </Section>
    );
  }
  const cpu = t("overview.cpuCount", { model: facts.cpuModel, count: facts.cpuCount });
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t("hostname"), <AgentText key="host" text={facts.hostname} />],
    [
      t("system"),
      <AgentText key="os" text={facts.osName.includes(facts.osVersion) ? facts.osName : `${facts.osName} ${facts.osVersion}`.trim()} />,
    ],
    [t("overview.kernel"), <AgentText key="kernel" text={facts.kernel} />],
    [t("overview.architecture"), <AgentText key="arch" text={facts.architecture} />],
    [t("overview.cpuModel"), <AgentText key="cpu" text={cpu} />],
    [t("overview.memorySize"), format.bytes(facts.memoryBytes)],
    [t("overview.booted"), format.dateTime(facts.bootAt)],
    [t("overview.zone"), <AgentText key="zone" text={facts.timeZone} />],
    [t("addresses"), <AgentText key="addresses" text={facts.addresses.join("  ")} />],
    [t("overview.runtime"), <AgentText key="runtime" text={facts.runtimeVersion} />],
  ];
  return (
    <Section title={t("overview.machine")}>
      <dl className="v-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="v-break">{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
