import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/errors.ts";
import { resourceKeys, resourceQuery, updateResource, useResourceChange } from "../../../api/resources.ts";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { AgentText } from "../../../ui/agent-text.tsx";
import { InlineEdit } from "../../../ui/inline-edit.tsx";
import { PresenceDot } from "../../../ui/presence.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { cutText } from "../../../ui/visible-text.ts";

/** The name, editable in place. When somebody else was faster, theirs is shown and what was typed stays in the field. */
export function ResourceHeading({ resource }: { resource: Resource }) {
  const { t } = useTranslation("resources");
  const session = useSession();
  const queries = useQueryClient();
  const toast = useToast();
  const change = useResourceChange(({ version, name }: { version: number; name: string }) =>
    updateResource(resource.id, version, { name }),
  );
  const rename = async (name: string, version: number) => {
    const before = resource.name;
    try {
      const renamed = await change.mutateAsync({ version, name });
      toast({
        text: t("renamed", { name: cutText(name, 60).shown }),
        undo: () => change.mutate({ version: renamed.version, name: before }),
      });
    } catch (error) {
      if (error instanceof ApiError && error.code === "VERSION_MISMATCH")
        await queries.invalidateQueries({ queryKey: resourceQuery(resource.id).queryKey });
      throw error;
    }
    void queries.invalidateQueries({ queryKey: resourceKeys.lists });
  };
  return (
    <div className="v-heading">
      <PresenceDot presence={resource.presence} size={20} />
      <InlineEdit
        label={t("rename")}
        value={resource.name}
        version={resource.version}
        maxLength={255}
        disabled={!can(session, "resources:write")}
        onSave={rename}
      >
        <h1 className="v-break">
          <AgentText text={resource.name} />
        </h1>
      </InlineEdit>
    </div>
  );
}
