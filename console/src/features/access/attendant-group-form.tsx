import { ActionIcon, Switch, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type AttendantGroup, type Scope, saveAttendantGroup } from "../../api/access.ts";
import { useChange } from "../../api/change.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useToast } from "../../ui/toast.tsx";
import { cutText } from "../../ui/visible-text.ts";
import { PlacePicker } from "./place-picker.tsx";

interface AttendantGroupFormProps {
  readonly group: AttendantGroup | undefined;
  readonly onClose: () => void;
}

/** A set of places: everywhere, or clients and sites picked one by one. */
export function AttendantGroupForm({ group, onClose }: AttendantGroupFormProps) {
  const { t } = useTranslation(["access", "common"]);
  const toast = useToast();
  const before = { name: group?.name ?? "", scopes: group?.scopes ?? [] };
  const [form, setForm] = useState<{ name: string; scopes: readonly Scope[] }>(before);
  const [checked, setChecked] = useState(false);
  const save = useChange(["access", "session"], saveAttendantGroup);
  const everywhere = form.scopes.some(({ kind }) => kind === "all");
  const submit = () => {
    setChecked(true);
    if (form.name.trim() === "" || form.scopes.length === 0) return;
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
  const add = (scope: Scope) => {
    if (!form.scopes.some(({ id }) => id === scope.id)) setForm({ ...form, scopes: [...form.scopes, scope] });
  };
  return (
    <FormDialog
      title={group === undefined ? t("groups.newPlaces") : t("groups.editPlaces")}
      submitWord={group === undefined ? t("common:create") : t("common:save")}
      dirty={JSON.stringify(form) !== JSON.stringify(before)}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
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
      <Switch
        label={t("groups.everywhere")}
        checked={everywhere}
        onChange={(event) => setForm({ ...form, scopes: event.currentTarget.checked ? [{ kind: "all", id: null, name: null }] : [] })}
      />
      {!everywhere && (
        <>
          <ul className="v-list" aria-label={t("groups.places")}>
            {form.scopes.map((scope) => (
              <li key={scope.id} className="v-list-row">
                <span className="v-list-main">
                  <span className="v-break">{cutText(scope.name ?? scope.id ?? "").shown}</span>
                  <span className="v-muted">{t(`scope.${scope.kind}`)}</span>
                </span>
                <ActionIcon
                  size="sm"
                  aria-label={t("groups.removePlace", { name: cutText(scope.name ?? "", 60).shown })}
                  onClick={() => setForm({ ...form, scopes: form.scopes.filter(({ id }) => id !== scope.id) })}
                >
                  <IconX size={14} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <PlacePicker label={t("place.scopes")} kinds={["client", "site", "resource_group"]} onPick={add} />
        </>
      )}
      {checked && form.scopes.length === 0 && (
        <p className="v-inline-error" role="alert">
          {t("groups.noPlace")}
        </p>
      )}
    </FormDialog>
  );
}
