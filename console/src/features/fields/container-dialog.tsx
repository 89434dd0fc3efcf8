import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { createContainer, type FieldContainer, updateContainer } from "../../api/fields.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";

interface ContainerDialogProps {
  readonly container: FieldContainer | undefined;
  /** Where a new one stands. */
  readonly position: number;
  readonly onClose: () => void;
}

export function ContainerDialog({ container, position, onClose }: ContainerDialogProps) {
  const { t } = useTranslation(["fields", "common"]);
  const [name, setName] = useState(container?.name ?? "");
  const [checked, setChecked] = useState(false);
  const save = useChange(["field-containers"], (next: string) =>
    container === undefined ? createContainer({ name: next, position }) : updateContainer(container, { name: next }),
  );
  const submit = () => {
    setChecked(true);
    if (name.trim() !== "") save.mutate(name.trim(), { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={container === undefined ? t("container.add") : t("edit", { name: container.name })}
      submitWord={container === undefined ? t("common:create") : t("common:save")}
      dirty={name !== (container?.name ?? "")}
      busy={save.isPending}
      error={save.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("container.name")}
        description={t("container.nameHelp")}
        value={name}
        maxLength={200}
        data-autofocus
        error={checked && name.trim() === "" ? t("common:field.required") : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
