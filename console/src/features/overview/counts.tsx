import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Overview } from "../../api/types.ts";
import { useFormat } from "../../ui/locale.tsx";
import { PresenceDot } from "../../ui/presence.tsx";

const STATES = [
  { presence: "online", count: "online" },
  { presence: "not_answering", count: "notAnswering" },
  { presence: "offline", count: "offline" },
  { presence: "pending", count: "pending" },
] as const;

/** Every number is the way to the machines it counts. */
export function Counts({ overview }: { overview: Overview }) {
  const { t } = useTranslation(["overview", "common"]);
  const format = useFormat();
  return (
    <ul className="v-counts" aria-label={t("now")}>
      <li>
        <Link className="v-count" to="/resources" search={{}}>
          <b>{format.whole(overview.resources.total)}</b>
          <span>{t("machines")}</span>
        </Link>
      </li>
      {STATES.map(({ presence, count }) => (
        <li key={presence}>
          <Link className={overview.resources[count] === 0 ? "v-count v-count-zero" : "v-count"} to="/resources" search={{ presence }}>
            <b>{format.whole(overview.resources[count])}</b>
            <span>
              <PresenceDot presence={presence} size={13} /> {t(`common:presence.${presence}`)}
            </span>
          </Link>
        </li>
      ))}
      <li>
        <Link className="v-count" to="/clients" search={{}}>
          <b>{format.whole(overview.clients)}</b>
          <span>{t("clients")}</span>
        </Link>
      </li>
    </ul>
  );
}
