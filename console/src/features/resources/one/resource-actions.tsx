import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsExchange, IconDots, IconKeyOff, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { restoreResource } from "../../../api/equipment.ts";
import { actOnAgent, deleteResource, resourceKeys, updateResource, useResourceChange } from "../../../api/resources.ts";
import { can, useSession } from "../../../api/session.ts";
import type { Resource } from "../../../api/types.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import { useErrorText } from "../../../ui/error-text.ts";
import { useToast } from "../../../ui/toast.tsx";
import { cutText } from "../../../ui/visible-text.ts";
import { MoveDialog } from "../move-dialog.tsx";

type Dialog = "move" | "revoke" | "delete" | undefined;

/** What can be done to the machine's entry and its agent's key. */
export function ResourceActions({ resource }: { resource: Resource }) {
  const { t } = useTranslation(["resources", "common"]);
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [dialog, setDialog] = useState<Dialog>();
  const move = useResourceChange(({ version, siteId, groupId }: { version: number; siteId: string; groupId: string | null }) =>
    updateResource(resource.id, version, { siteId, groupId }),
  );
  const revoke = useResourceChange(() => actOnAgent(resource.id, "revoke"));
  const name = cutText(resource.name, 60).shown;
  const close = () => setDialog(undefined);
  const bringBack = async () => {
    try {
      await restoreResource(resource.id);
      await navigate({ to: "/resources/$id", params: { id: resource.id }, search: {} });
    } catch (error) {
      toast({ text: errorText(error), tone: "bad" });
    }
    await queries.invalidateQueries({ queryKey: resourceKeys.lists });
  };
  const mayWrite = can(session, "resources:write");
  const mayRevoke = can(session, "agents:approve") && resource.agent?.state === "active";
  if (!mayWrite && !mayRevoke) return null;
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t("common:moreActions")}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayWrite && (
            <Menu.Item leftSection={<IconArrowsExchange size={15} />} onClick={() => setDialog("move")}>
              {t("moveTitle")}
            </Menu.Item>
          )}
          {mayRevoke && (
            <Menu.Item leftSection={<IconKeyOff size={15} />} onClick={() => setDialog("revoke")}>
              {t("revoke")}
            </Menu.Item>
          )}
          {mayWrite && (
            <Menu.Item className="v-danger" leftSection={<IconTrash size={15} />} onClick={() => setDialog("delete")}>
              {t("delete")}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {dialog === "move" && (
        <MoveDialog
          from={{ clientId: resource.client.id, siteId: resource.site.id, groupId: resource.group?.id ?? null }}
          onClose={close}
          onMove={async (place) => {
            const before = { siteId: resource.site.id, groupId: resource.group?.id ?? null };
            const moved = await move.mutateAsync({ version: resource.version, siteId: place.siteId, groupId: place.groupId });
            toast({
              text: t("moved", { name, site: moved.site.name }),
              undo: () => move.mutate({ version: moved.version, ...before }),
            });
          }}
        />
      )}
      <Confirm
        opened={dialog === "revoke"}
        title={t("revokeTitle", { name })}
        text={t("revokeText")}
        action={t("revoke")}
        onClose={close}
        onConfirm={async () => {
          await revoke.mutateAsync(undefined);
          toast({ text: t("revoked") });
        }}
      />
      <Confirm
        opened={dialog === "delete"}
        title={t("deleteTitle", { name })}
        text={t("deleteText")}
        action={t("delete")}
        onClose={close}
        onConfirm={async () => {
          await deleteResource(resource.id, resource.version);
          toast({ text: t("deleted", { name }), ...(resource.agent === null ? { undo: () => void bringBack() } : {}) });
          await navigate({ to: "/resources", search: {} });
          queries.removeQueries({ queryKey: resourceKeys.one(resource.id) });
          await queries.invalidateQueries({ queryKey: resourceKeys.lists });
        }}
      />
    </>
  );
}
