import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PermissionGroup, savePermissionGroup } from "../../api/access.ts";
import { useChange } from "../../api/change.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { PermissionPicker } from "./permission-picker.tsx";
import { ALL_PERMISSIONS, isPermission } from "./permissions.ts";

interface PermissionGroupFormProps {
  /** The group to change; a new one is created without it. */
  readonly group: PermissionGroup | undefined;
  readonly editable: boolean;
  readonly onClose: () => void;
}

export function PermissionGroupForm({ group, editable, onClose }: PermissionGroupFormProps) {
  const { t } = useTranslation(["access", "common"]);
  const toast = useToast();
  const before = {
    name: group?.name ?? "",
    description: group?.description ?? "",
    permissions: (group?.permissions ?? []).filter(isPermission),
  };
  const [form, setForm] = useState(before);
  const [checked, setChecked] = useState(false);
  const save = useChange(["access", "session"], savePermissionGroup);
  const submit = () => {
    setChecked(true);
    if (form.name.trim() === "") return;
    save.mutate(
      { group, form: { ...form, name: form.name.trim() } },
      {
        onSuccess: () => {
          toast({ text: t("saved") });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={group === undefined ? t("groups.newPermissions") : t("groups.editPermissions")}
      size="lg"
      submitWord={group === undefined ? t("common:create") : t("common:save")}
      dirty={JSON.stringify(form) !== JSON.stringify(before)}
      busy={save.isPending}
      error={save.error}
      onSubmit={editable ? submit : undefined}
      onClose={onClose}
    >
      <TextInput
        label={t("common:field.name")}
        value={form.name}
        maxLength={100}
        data-autofocus
        error={checked && form.name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
      />
      <TextInput
        label={t("groups.description")}
        description={t("common:optional")}
        value={form.description}
        maxLength={500}
        onChange={(event) => setForm({ ...form, description: event.currentTarget.value })}
      />
      <PermissionPicker offered={ALL_PERMISSIONS} chosen={form.permissions} onChange={(permissions) => setForm({ ...form, permissions })} />
    </FormDialog>
  );
}
