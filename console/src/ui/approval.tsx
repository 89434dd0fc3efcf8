import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { actOnAgent, useResourceChange } from "../api/resources.ts";
import { Confirm } from "./confirm.tsx";
import { useErrorText } from "./error-text.ts";
import { useToast } from "./toast.tsx";
import { cutText } from "./visible-text.ts";

/** Lets a waiting machine in, or sends it away. */
export function ApprovalActions({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation("common");
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const errorText = useErrorText();
  const approve = useResourceChange(() => actOnAgent(id, "approve"));
  const refuse = useResourceChange(() => actOnAgent(id, "refuse"));
  const shown = cutText(name, 60).shown;
  return (
    <span className="v-buttons">
      <Button
        size="compact-xs"
        loading={approve.isPending}
        onClick={() =>
          approve.mutate(undefined, {
            onSuccess: () => toast({ text: t("agent.approved", { name: shown }) }),
            onError: (error) => toast({ text: errorText(error), tone: "bad" }),
          })
        }
      >
        {t("agent.approve")}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
        {t("agent.refuse")}
      </Button>
      <Confirm
        opened={asking}
        title={t("agent.refuseTitle", { name: shown })}
        text={t("agent.refuseText")}
        action={t("agent.refuse")}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await refuse.mutateAsync(undefined);
          toast({ text: t("agent.refused", { name: shown }) });
        }}
      />
    </span>
  );
}
