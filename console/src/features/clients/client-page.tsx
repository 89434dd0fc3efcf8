// One client: its sites and its machines.
import { ActionIcon, Button, Menu } from "@mantine/core";
import { IconDots, IconPencil, IconPlus, IconPrinter, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { clientQuery, deleteClient, useClientChange } from "../../api/clients.ts";
import { can, useSession } from "../../api/session.ts";
import type { Client } from "../../api/types.ts";
import { Page, Section } from "../../ui/page.tsx";
import { ScopedSettings } from "../../ui/scoped-settings.tsx";
import { LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { ClientDialog } from "./client-form.tsx";
import { ClientMachines } from "./client-machines.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";
import { Sites } from "./sites.tsx";

const route = getRouteApi("/shell/clients/$id");

export function ClientPage() {
  const { t } = useTranslation(["clients", "scoped"]);
  const { id } = route.useParams();
  const session = useSession();
  const { data: client, error, refetch } = useQuery(clientQuery(id));
  if (client === undefined) {
    return (
      <Page title={t("title")}>
        {error === null ? <RowSkeleton rows={10} /> : <LoadError what={t("loadOne")} error={error} onRetry={() => void refetch()} />}
      </Page>
    );
  }
  return (
    <Page
      title={client.name}
      heading={<h1 className="v-break">{client.name}</h1>}
      sub={client.legalName}
      actions={can(session, "clients:write") && <ClientActions client={client} />}
    >
      {client.notes !== "" && <p className="v-prose">{client.notes}</p>}
      <div className="v-columns">
        <ClientMachines client={client} />
        <div>
          <Sites client={client} />
          <Section title={t("scoped:title")}>
            <ScopedSettings scope="client" id={client.id} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

function ClientActions({ client }: { client: Client }) {
  const { t } = useTranslation(["clients", "common"]);
  const session = useSession();
  const navigate = useNavigate();
  const toast = useToast();
  const [dialog, setDialog] = useState<"edit" | "delete" | undefined>();
  const remove = useClientChange(() => deleteClient(client));
  return (
    <>
      <Button component={Link} to={`/add?clientId=${client.id}`} leftSection={<IconPlus size={14} />}>
        {t("addMachine")}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size="lg" aria-label={t("common:moreActions")}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {can(session, "resources:write") && (
            <Menu.Item component={Link} to={`/resources/new?clientId=${client.id}`} leftSection={<IconPrinter size={15} />}>
              {t("addEquipment")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setDialog("edit")}>
            {t("edit")}
          </Menu.Item>
          <Menu.Item className="v-danger" leftSection={<IconTrash size={15} />} onClick={() => setDialog("delete")}>
            {t("delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog === "edit" && <ClientDialog client={client} onClose={() => setDialog(undefined)} onDone={() => setDialog(undefined)} />}
      {dialog === "delete" && (
        <DeleteDialog
          title={t("deleteTitle", { name: client.name })}
          text={t("deleteText")}
          onClose={() => setDialog(undefined)}
          onDelete={async () => {
            await navigate({ to: "/clients", search: {} });
            toast({ text: t("deleted", { name: client.name }) });
          }}
          remove={() => remove.mutateAsync(undefined)}
        />
      )}
    </>
  );
}
