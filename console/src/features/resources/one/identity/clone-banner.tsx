import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../../../api/change.ts";
import { liftQuarantine } from "../../../../api/identity.ts";
import { can, useSession } from "../../../../api/session.ts";
import { useFormat } from "../../../../ui/locale.tsx";
import { InlineError } from "../../../../ui/states.tsx";
import { useToast } from "../../../../ui/toast.tsx";

/** Two machines have the agent's key: what to do, and the way back. */
export function CloneBanner({ id, since }: { id: string; since: string }) {
  const { t } = useTranslation("identity");
  const session = useSession();
  const format = useFormat();
  const toast = useToast();
  const lift = useChange(["inventory"], () => liftQuarantine(id));
  return (
    <div className="v-bar v-bar-warn v-bar-boxed" role="alert">
      <IconAlertTriangle size={16} aria-hidden="true" />
      <span>
        <b>{t("clone", { when: format.dateTime(since) })}</b> {t("cloneCure")}
        <InlineError error={lift.error} />
      </span>
      {can(session, "agents:approve") && (
        <Button
          size="compact-sm"
          variant="default"
          loading={lift.isPending}
          onClick={() => lift.mutate(undefined, { onSuccess: () => toast({ text: t("lifted") }) })}
        >
          {t("lift")}
        </Button>
      )}
    </div>
  );
}
