import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type CustomField, deleteField, type FieldContainer, updateField } from "../../api/fields.ts";
import { Confirm } from "../../ui/confirm.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";
import { FieldDialog } from "./field-dialog.tsx";
import { behind, moved, type Placed } from "./order.ts";
import { RowActions } from "./row-actions.tsx";

/** As the server has it. */
const MOST_FIELDS = 100;

/** The fields of one container, in their order. */
export function ContainerFields({ container }: { container: FieldContainer }) {
  const { t } = useTranslation("fields");
  const toast = useToast();
  const [editing, setEditing] = useState<CustomField | "new">();
  const [archiving, setArchiving] = useState<CustomField>();
  const archive = useChange(["field-containers", "resources"], deleteField);
  const order = useChange(["field-containers", "resources"], async (changes: readonly Placed<CustomField>[]) => {
    for (const { thing, position } of changes) await updateField(thing, { position });
  });
  const { fields } = container;
  return (
    <>
      <InlineError error={order.error} />
      {fields.length === 0 && <p className="v-muted">{t("field.none")}</p>}
      <ul className="v-list">
        {fields.map((field, index) => (
          <li key={field.id} className="v-list-row">
            <span className="v-list-main">
              <span className="v-break v-strong">{field.label}</span>
              <span className="v-muted v-break">
                {t(`kind.${field.type}`)}
                {field.required && ` · ${t("field.required")}`}
                {field.options.length > 0 && ` · ${t("field.optionCount", { count: field.options.length })}`}
              </span>
            </span>
            <RowActions
              name={field.label}
              first={index === 0}
              last={index === fields.length - 1}
              busy={order.isPending}
              onMove={(by) => order.mutate(moved(fields, index, by))}
              onEdit={() => setEditing(field)}
              onArchive={() => setArchiving(field)}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-xs"
        mt="xs"
        leftSection={<IconPlus size={13} />}
        disabled={fields.length >= MOST_FIELDS}
        aria-label={t("field.addTo", { name: container.name })}
        onClick={() => setEditing("new")}
      >
        {t("field.add")}
      </Button>
      {fields.length >= MOST_FIELDS && <p className="v-muted">{t("field.full", { most: MOST_FIELDS })}</p>}
      {editing !== undefined && (
        <FieldDialog
          containerId={container.id}
          field={editing === "new" ? undefined : editing}
          position={behind(fields)}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Confirm
        opened={archiving !== undefined}
        title={t("archiveTitle", { name: archiving?.label ?? "" })}
        text={t("field.archiveText")}
        action={t("archive")}
        onClose={() => setArchiving(undefined)}
        onConfirm={async () => {
          if (archiving === undefined) return;
          await archive.mutateAsync(archiving);
          toast({ text: t("archived", { name: archiving.label }) });
        }}
      />
    </>
  );
}
