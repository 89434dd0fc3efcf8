import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import {
  createType,
  deleteType,
  type EquipmentKind,
  type EquipmentType,
  equipmentTypesQuery,
  type TypeForm,
  updateType,
} from "../../api/equipment.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { useFormat } from "../../ui/locale.tsx";
import { Section } from "../../ui/page.tsx";
import { useToast } from "../../ui/toast.tsx";

const KINDS = [
  "computer",
  "notebook",
  "server",
  "printer",
  "switch",
  "router",
  "firewall",
  "access_point",
  "phone",
  "tablet",
  "monitor",
  "ups",
  "camera",
  "other",
] as const satisfies EquipmentKind[];

/** The sorts of things the organization has, in its own words. */
export function Types() {
  const { t } = useTranslation(["fields", "equipment"]);
  const format = useFormat();
  const toast = useToast();
  const types = useQuery(equipmentTypesQuery);
  const [editing, setEditing] = useState<EquipmentType | "new">();
  const [deleting, setDeleting] = useState<EquipmentType>();
  const remove = useChange(["equipment-types"], deleteType);
  return (
    <Section
      title={t("types.title")}
      aside={
        <Button leftSection={<IconPlus size={14} />} onClick={() => setEditing("new")}>
          {t("types.add")}
        </Button>
      }
    >
      <p className="v-muted v-section-lead">{t("types.lead")}</p>
      <Loaded query={types} what={t("types.title")}>
        {(rows) => (
          <ul className="v-list">
            {rows.map((type) => (
              <li key={type.id} className="v-list-row v-list-actions">
                <span className="v-list-main">
                  <span className="v-break v-strong">{type.name}</span>
                  <span className="v-muted">
                    {t(`equipment:kind.${type.kind}`) === type.name ? "" : `${t(`equipment:kind.${type.kind}`)} · `}
                    {t("types.count", { count: type.resources, number: format.whole(type.resources) })}
                  </span>
                </span>
                <span className="v-nowrap">
                  <ActionIcon
                    aria-label={t("edit", { name: type.name })}
                    title={t("edit", { name: type.name })}
                    onClick={() => setEditing(type)}
                  >
                    <IconPencil size={15} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={t("types.delete", { name: type.name })}
                    title={type.resources > 0 ? t("types.inUse") : t("types.delete", { name: type.name })}
                    disabled={type.resources > 0}
                    onClick={() => setDeleting(type)}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {editing !== undefined && <TypeDialog type={editing === "new" ? undefined : editing} onClose={() => setEditing(undefined)} />}
      <Confirm
        opened={deleting !== undefined}
        title={t("types.deleteTitle", { name: deleting?.name ?? "" })}
        text={t("types.deleteText")}
        action={t("types.deleteWord")}
        onClose={() => setDeleting(undefined)}
        onConfirm={async () => {
          if (deleting === undefined) return;
          await remove.mutateAsync(deleting);
          toast({ text: t("types.deleted", { name: deleting.name }) });
        }}
      />
    </Section>
  );
}

function TypeDialog({ type, onClose }: { type: EquipmentType | undefined; onClose: () => void }) {
  const { t } = useTranslation(["fields", "equipment", "common"]);
  const before: TypeForm = { name: type?.name ?? "", kind: type?.kind ?? "other" };
  const [form, setForm] = useState(before);
  const [checked, setChecked] = useState(false);
  const save = useChange(["equipment-types", "resources"], (next: TypeForm) =>
    type === undefined ? createType(next) : updateType(type, next),
  );
  const submit = () => {
    setChecked(true);
    if (form.name.trim() !== "") save.mutate({ ...form, name: form.name.trim() }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={type === undefined ? t("types.add") : t("edit", { name: type.name })}
      submitWord={type === undefined ? t("common:create") : t("common:save")}
      dirty={JSON.stringify(form) !== JSON.stringify(before)}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("common:field.name")}
        value={form.name}
        maxLength={200}
        data-autofocus
        error={checked && form.name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <Select
        label={t("types.kind")}
        description={t("types.kindHelp")}
        data={KINDS.map((kind) => ({ value: kind, label: t(`equipment:kind.${kind}`) }))}
        value={form.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && setForm({ ...form, kind: kind as EquipmentKind })}
      />
    </FormDialog>
  );
}
