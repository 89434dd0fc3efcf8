import { Button } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../../../api/change.ts";
import { type DuplicateProposal, dismissDuplicate, mergeResource } from "../../../../api/identity.ts";
import { can, useSession } from "../../../../api/session.ts";
import { Confirm } from "../../../../ui/confirm.tsx";
import { InlineError } from "../../../../ui/states.tsx";
import { useToast } from "../../../../ui/toast.tsx";
import { cutText } from "../../../../ui/visible-text.ts";

/** Another resource may be this machine: why, and one click to make them one. `id`: the resource whose page is open. */
export function DuplicateBanner({ id, proposal }: { id: string; proposal: DuplicateProposal }) {
  const { t, i18n } = useTranslation("identity");
  const session = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const dismiss = useChange(["inventory"], () => dismissDuplicate(proposal.id));
  const merge = useChange(["inventory", "resources", "overview"], () => mergeResource(proposal.resource.id, proposal.other.id));
  const [name, other] = [cutText(proposal.resource.name, 60).shown, cutText(proposal.other.name, 60).shown];
  const score = proposal.score.toLocaleString(i18n.language, { minimumFractionDigits: 2 });
  const kinds = (agrees: boolean) =>
    proposal.reasons
      .filter((reason) => reason.agrees === agrees)
      .map(({ kind }) => t(`kind.${kind}`))
      .join(", ");
  const waits = { none: "", given: ` ${t("approves", { name })}`, missing: ` ${t("keepsWaiting", { name })}` };
  const younger = proposal.resource.id === id;
  return (
    <div className="v-bar v-bar-info v-bar-boxed">
      <IconArrowMerge size={16} aria-hidden="true" />
      <span className="v-break">
        <b>{younger ? t("same", { name: other, score }) : t("returned", { name, score })}</b> {t("agrees", { kinds: kinds(true) })}{" "}
        {kinds(false) !== "" && t("differs", { kinds: kinds(false) })}
        <InlineError error={dismiss.error} />
      </span>
      {can(session, "resources:write") && (
        <div className="v-buttons">
          <Button size="compact-sm" onClick={() => setAsking(true)}>
            {t("merge")}
          </Button>
          <Button size="compact-sm" variant="default" loading={dismiss.isPending} onClick={() => dismiss.mutate(undefined)}>
            {t("dismiss")}
          </Button>
        </div>
      )}
      <Confirm
        opened={asking}
        title={t("mergeTitle", { name, other })}
        text={`${t("mergeText", { name, other })}${waits[proposal.approval]}`}
        action={t("mergeAction", { other })}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          await merge.mutateAsync(undefined);
          toast({ text: t("merged", { name, other }) });
          await navigate({ to: "/resources/$id", params: { id: proposal.other.id }, search: {} });
        }}
      />
    </div>
  );
}
