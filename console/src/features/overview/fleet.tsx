// The fleet by operating system, by the agent's version, and by when it was heard of last.
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { filterValue } from "../../api/fleet-filter.ts";
import { type FleetQuestions, fleetQuery } from "../../api/inventory.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { useNow } from "../../ui/clock.ts";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";

const MOST_SYSTEMS = 8;

/** Nothing while it is not known: what failed is said where the fleet's questions stand. */
export function Fleet() {
  const { t } = useTranslation("overview");
  const { data } = useQuery(fleetQuery);
  if (data === undefined) return null;
  return (
    <>
      {data.systems.length > 0 && <Systems systems={data.systems} />}
      {data.agents.length > 0 && (
        <Section title={t("agentVersions")}>
          <ul className="v-list">
            {data.agents.slice(0, MOST_SYSTEMS).map(({ version, machines }) => (
              <Line key={version} machines={machines} filter={`agent.version=${filterValue(version)}`}>
                <AgentText text={version} expandable={false} />
              </Line>
            ))}
          </ul>
        </Section>
      )}
      {data.contacts.length > 0 && (
        <Section
          title={t("lastContact")}
          aside={
            <Link className="v-link" to="/resources" search={{ sort: "lastSeenAt" }}>
              {t("showAll")}
            </Link>
          }
        >
          <ul className="v-list">
            {data.contacts.map(({ within, filter, machines }) => (
              <Line key={within} machines={machines} filter={filter}>
                {t(`contact.${within}`)}
              </Line>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Systems({ systems }: { systems: FleetQuestions["systems"] }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const left = systems.length - MOST_SYSTEMS;
  return (
    <Section title={t("systems")}>
      <ul className="v-list">
        {systems.slice(0, MOST_SYSTEMS).map((system) => (
          <Line
            key={`${system.name}\n${system.version}\n${system.supportEndsOn ?? ""}`}
            machines={system.machines}
            filter={filterOf(system)}
            note={<Support endsOn={system.supportEndsOn} />}
          >
            <AgentText text={system.name.includes(system.version) ? system.name : `${system.name} ${system.version}`} expandable={false} />
          </Line>
        ))}
      </ul>
      {left > 0 && <p className="v-muted v-under">{t("moreSystems", { count: left, number: format.whole(left) })}</p>}
    </Section>
  );
}

const filterOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `os=${filterValue(name)}${/\d/.test(version) ? ` os.version=${filterValue(version)}` : ""}`;

const DAY_MS = 86_400_000;

function Support({ endsOn }: { endsOn: string | null }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const now = useNow(10_000);
  if (endsOn === null) return null;
  const ended = Date.parse(endsOn) + DAY_MS <= now;
  return (
    <span className={ended ? "v-tone-warn" : "v-muted"}>
      {t(ended ? "supportEnded" : "supportEnds", { day: format.plainDate(endsOn) })}
    </span>
  );
}

interface LineProps {
  readonly machines: number;
  readonly filter?: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function Line({ machines, filter, note, children }: LineProps) {
  const format = useFormat();
  return (
    <li className="v-list-row">
      {filter === undefined ? (
        <span className="v-list-main">{children}</span>
      ) : (
        <Link className="v-list-main" to="/resources" search={{ filter }}>
          <span className="v-cut v-strong">{children}</span>
          <span className="v-cut">{note}</span>
        </Link>
      )}
      <span className="v-number-cell">{format.whole(machines)}</span>
    </li>
  );
}
