import { IconAlertTriangle, IconCheck, IconMinus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Collector } from "../../../../api/types.ts";
import { AgentText } from "../../../../ui/agent-text.tsx";
import { Section } from "../../../../ui/page.tsx";

const MARKS = {
  ok: { icon: IconCheck, tone: "ok" },
  failed: { icon: IconAlertTriangle, tone: "bad" },
  unsupported: { icon: IconMinus, tone: "unknown" },
} as const;
const WORDS = { ok: "overview.collectorOk", failed: "overview.collectorFailed", unsupported: "overview.collectorUnsupported" } as const;

const NAMED = ["cpu", "memory", "disk", "disk-io", "network", "uptime", "host-facts"] as const;
const isNamed = (name: string): name is (typeof NAMED)[number] => (NAMED as readonly string[]).includes(name);

/** What is measured and what is not, with the agent's own reason. */
export function Collectors({ collectors, quarantined }: { collectors: readonly Collector[]; quarantined: number }) {
  const { t } = useTranslation("resources");
  if (collectors.length === 0 && quarantined === 0) return null;
  return (
    <Section title={t("overview.collectors")}>
      <ul className="v-list">
        {collectors.map((collector) => {
          const { icon: Icon, tone } = MARKS[collector.state];
          return (
            <li key={collector.name} className="v-collector">
              <Icon size={15} className={`v-tone-${tone}`} aria-hidden="true" />
              <span className="v-strong">
                {isNamed(collector.name) ? (
                  t(`overview.collector.${collector.name}`)
                ) : (
                  <AgentText text={collector.name} expandable={false} />
                )}
              </span>
              <span className="v-muted">{t(WORDS[collector.state])}</span>
              {collector.reason !== "" && (
                <span className="v-muted v-break v-collector-reason">
                  <AgentText text={collector.reason} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {quarantined > 0 && <p className="v-inline-warning">{t("overview.quarantined", { count: quarantined })}</p>}
    </Section>
  );
}
