import { ActionIcon, Autocomplete, Button, Menu, Modal, TextInput } from "@mantine/core";
import { IconDots, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { createSite, deleteSite, type SiteForm, sitesQuery, updateSite, useClientChange } from "../../api/clients.ts";
import { can, useSession } from "../../api/session.ts";
import type { Client, Site } from "../../api/types.ts";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { InlineError, LoadError, RowSkeleton } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { DeleteDialog } from "./delete-dialog.tsx";

const ZONES = Intl.supportedValuesOf("timeZone");

/** The places of a client, each with the way to its machines. */
export function Sites({ client }: { client: Client }) {
  const { t } = useTranslation(["clients", "common"]);
  const session = useSession();
  const format = useFormat();
  const { data, error, refetch } = useQuery(sitesQuery(client.id));
  const [editing, setEditing] = useState<Site | "new" | undefined>();
  const [deleting, setDeleting] = useState<Site | undefined>();
  const remove = useClientChange(deleteSite);
  const mayWrite = can(session, "clients:write");
  return (
    <Section
      title={t("sites")}
      aside={
        mayWrite && (
          <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={() => setEditing("new")}>
            {t("siteCreate")}
          </Button>
        )
      }
    >
      {data === undefined &&
        (error === null ? <RowSkeleton rows={3} /> : <LoadError what={t("sites")} error={error} onRetry={() => void refetch()} />)}
      {data?.length === 0 && <p className="v-muted">{t("sitesEmpty")}</p>}
      <ul className="v-list">
        {data?.map((site) => (
          <li key={site.id} className="v-list-row">
            <Link className="v-list-main" to="/resources" search={{ clientId: client.id, siteId: site.id }}>
              <span className="v-cut v-strong">{site.name}</span>
              <span className="v-cut v-muted">{site.timeZone ?? ""}</span>
            </Link>
            <span className="v-muted v-nowrap">{t("machinesOfSite", { count: site.resources, number: format.whole(site.resources) })}</span>
            {mayWrite && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon size="sm" aria-label={`${t("common:moreActions")}: ${site.name}`}>
                    <IconDots size={15} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setEditing(site)}>
                    {t("edit")}
                  </Menu.Item>
                  <Menu.Item className="v-danger" leftSection={<IconTrash size={15} />} onClick={() => setDeleting(site)}>
                    {t("delete")}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {editing !== undefined && (
        <SiteDialog client={client} {...(editing === "new" ? {} : { site: editing })} onClose={() => setEditing(undefined)} />
      )}
      {deleting !== undefined && (
        <DeleteDialog
          title={t("siteDeleteTitle", { name: deleting.name })}
          text={t("siteDeleteText")}
          onClose={() => setDeleting(undefined)}
          onDelete={() => undefined}
          remove={() => remove.mutateAsync(deleting)}
        />
      )}
    </Section>
  );
}

function SiteDialog({ client, site, onClose }: { client: Client; site?: Site; onClose: () => void }) {
  const { t } = useTranslation(["clients", "common"]);
  const toast = useToast();
  const [form, setForm] = useState<SiteForm>({ name: site?.name ?? "", timeZone: site?.timeZone ?? "" });
  const [key] = useState(() => crypto.randomUUID());
  const [checked, setChecked] = useState(false);
  const save = useClientChange((next: SiteForm) => (site === undefined ? createSite(client.id, next, key) : updateSite(site, next)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (form.name.trim() === "") return;
    save.mutate(
      { name: form.name.trim(), timeZone: form.timeZone.trim() },
      {
        onSuccess: () => {
          toast({ text: t("siteSaved") });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={site === undefined ? t("siteCreateTitle", { name: client.name }) : t("siteEditTitle")}
      closeButtonProps={{ "aria-label": t("common:close") }}
    >
      <form className="v-stack" noValidate onSubmit={submit}>
        <TextInput
          label={t("siteName")}
          value={form.name}
          maxLength={255}
          data-autofocus
          error={checked && form.name.trim() === "" ? t("common:field.required") : undefined}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <Autocomplete
          label={t("siteZone")}
          description={t("siteZoneHelp")}
          data={ZONES}
          limit={50}
          maxDropdownHeight={220}
          value={form.timeZone}
          onChange={(timeZone) => setForm({ ...form, timeZone })}
        />
        <InlineError error={save.error} />
        <div className="v-buttons">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {site === undefined ? t("common:create") : t("common:save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
