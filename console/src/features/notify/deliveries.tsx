import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type Delivery, deliveriesQuery } from "../../api/notify.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { eventKey, isEvent } from "./webhook-events.ts";

const TONES = { waiting: "info", delivered: "ok", failed: "bad" } as const;
const PROBLEMS = ["timeout", "private_address", "redirect", "status", "unreachable", "inactive"] as const;

/** The last deliveries of one webhook, watched while they are shown. */
export function Deliveries({ id }: { id: string }) {
  const { t } = useTranslation("notify");
  const deliveries = useQuery(deliveriesQuery(id));
  return (
    <div className="v-under-row">
      <Loaded query={deliveries} what={t("hooks.deliveries")} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="v-muted">{t("hooks.noDeliveries")}</p>
          ) : (
            <ul className="v-list">
              {rows.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation("notify");
  const format = useFormat();
  const problem = PROBLEMS.find((each) => each === delivery.problem);
  return (
    <li className="v-list-row v-list-actions">
      <span className={`v-badge v-tone-${TONES[delivery.state]}`}>{t(`hooks.deliveryState.${delivery.state}`)}</span>
      <span className="v-list-main">
        <span>{isEvent(delivery.event) ? t(`hooks.event.${eventKey(delivery.event)}`) : t("hooks.testEvent")}</span>
        <span className="v-muted v-break">
          {delivery.status !== null && `HTTP ${delivery.status} · `}
          {problem !== undefined && `${t(`hooks.problem.${problem}`)} · `}
          {t("hooks.tries", { count: delivery.tries, number: format.whole(delivery.tries) })}
          {delivery.state === "failed" && delivery.answer !== null && delivery.answer !== "" && (
            <>
              {" · "}
              <AgentText text={delivery.answer} />
            </>
          )}
        </span>
      </span>
      <span className="v-muted">
        <RelativeTime at={delivery.createdAt} />
      </span>
    </li>
  );
}
