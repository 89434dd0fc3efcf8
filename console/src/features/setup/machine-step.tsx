import { Button, Loader } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { overviewQuery } from "../../api/overview.ts";
import { firstResourceQuery } from "../../api/resources.ts";
import { AgentText } from "../../ui/agent-text.tsx";
import { PresenceBadge } from "../../ui/presence.tsx";
import { cutText } from "../../ui/visible-text.ts";

/** Waits for the first machine. The live feed belongs to the shell, so this asks every two seconds. */
export function MachineStep() {
  const { t } = useTranslation("setup");
  const { data: first } = useQuery({ ...firstResourceQuery, refetchInterval: 2000 });
  useQuery(overviewQuery);
  if (first === null || first === undefined) {
    return (
      <div className="v-stack" aria-live="polite">
        <p>{t("machineText")}</p>
        <p className="v-note">
          <Loader size="xs" aria-hidden="true" />
          {t("waiting")}
        </p>
        <p className="v-muted">{t("machineSlow")}</p>
        <div className="v-buttons">
          <Button component={Link} to="/add" variant="default">
            {t("addMachine")}
          </Button>
          <Button component={Link} to="/" variant="subtle">
            {t("toOverview")}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="v-stack" aria-live="polite">
      <div className="v-arrival">
        <PresenceBadge presence={first.presence} />
        <b className="v-break">
          <AgentText text={first.name} />
        </b>
        <span className="v-muted v-break">
          <AgentText text={first.osName} />
        </span>
      </div>
      <p>{t("machineHereText")}</p>
      <div className="v-buttons">
        <Link className="v-button" to="/resources/$id" params={{ id: first.id }} search={{}}>
          {t("openMachine", { name: cutText(first.name, 40).shown })}
        </Link>
        <Button component={Link} to="/" variant="default">
          {t("toOverview")}
        </Button>
      </div>
    </div>
  );
}
