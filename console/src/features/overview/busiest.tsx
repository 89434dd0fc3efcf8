import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Overview } from "../../api/types.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Meter } from "../../ui/meter.tsx";

type Item = Overview["busiest"]["cpu"][number] | Overview["busiest"]["volume"][number];

export function Busiest({ title, items }: { title: string; items: readonly Item[] }) {
  const { t } = useTranslation("overview");
  return (
    <div className="v-busiest">
      <h3>{title}</h3>
      {items.length === 0 && <p className="v-muted">{t("nothingMeasured")}</p>}
      <ul className="v-list">
        {items.map((item) => (
          <li key={`${item.id} ${"mount" in item ? item.mount : ""}`} className="v-list-row">
            <Link className="v-list-main" to="/resources/$id" params={{ id: item.id }} search={{ tab: "performance" }}>
              <span className="v-cut v-strong">
                <AgentText text={item.name} expandable={false} />
              </span>
              <span className="v-cut v-muted">
                {"mount" in item ? <AgentText text={item.mount} expandable={false} /> : item.client.name}
              </span>
            </Link>
            <Meter share={item.value} />
          </li>
        ))}
      </ul>
    </div>
  );
}
