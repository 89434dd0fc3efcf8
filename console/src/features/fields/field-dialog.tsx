import { Checkbox, Select, TagsInput, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type CustomField, createField, type FieldType, updateField } from "../../api/fields.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface FieldDialogProps {
  readonly containerId: string;
  readonly field: CustomField | undefined;
  /** Where a new one stands. */
  readonly position: number;
  readonly onClose: () => void;
}

const KINDS = [
  "text",
  "text_area",
  "currency",
  "phone",
  "email",
  "link",
  "date",
  "single_select",
  "checkbox",
] as const satisfies FieldType[];
/** As the server has it. */
const MOST_OPTIONS = 200;

/** A field to add or to change; its kind is chosen once, because what was said fits no other. */
export function FieldDialog({ containerId, field, position, onClose }: FieldDialogProps) {
  const { t } = useTranslation(["fields", "common"]);
  const before = {
    label: field?.label ?? "",
    type: field?.type ?? ("text" as FieldType),
    required: field?.required ?? false,
    options: field?.options ?? [],
  };
  const [form, setForm] = useState(before);
  const [checked, setChecked] = useState(false);
  const save = useChange(["field-containers", "resources"], ({ type, options, ...said }: typeof before) => {
    const choices = type === "single_select" ? { options } : {};
    return field === undefined
      ? createField(containerId, { ...said, ...choices, type, position })
      : updateField(field, { ...said, ...choices });
  });
  const labelMissing = form.label.trim() === "";
  const optionsMissing = form.type === "single_select" && form.options.length === 0;
  const submit = () => {
    setChecked(true);
    if (!labelMissing && !optionsMissing) save.mutate({ ...form, label: form.label.trim() }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={field === undefined ? t("field.add") : t("edit", { name: field.label })}
      submitWord={field === undefined ? t("common:create") : t("common:save")}
      dirty={JSON.stringify(form) !== JSON.stringify(before)}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("field.label")}
        value={form.label}
        maxLength={200}
        data-autofocus
        error={checked && labelMissing ? t("common:field.required") : undefined}
        onChange={(event) => setForm({ ...form, label: event.currentTarget.value })}
      />
      <Select
        label={t("field.kind")}
        description={field === undefined ? t("field.kindHelp") : t("field.kindFixed")}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={form.type}
        disabled={field !== undefined}
        allowDeselect={false}
        onChange={(type) => type !== null && setForm({ ...form, type: type as FieldType })}
      />
      {form.type === "single_select" && (
        <TagsInput
          label={t("field.options")}
          description={field === undefined ? t("field.optionsHelp") : t("field.optionsKept")}
          value={form.options}
          maxTags={MOST_OPTIONS}
          maxLength={200}
          splitChars={[]}
          acceptValueOnBlur
          error={checked && optionsMissing ? t("field.optionsMissing") : undefined}
          onChange={(options) => setForm({ ...form, options })}
        />
      )}
      <Checkbox
        label={t("field.requiredLabel")}
        description={t("field.requiredHelp")}
        checked={form.required}
        onChange={(event) => setForm({ ...form, required: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}
