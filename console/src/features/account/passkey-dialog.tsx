import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addPasskey, useMyChange } from "../../api/account.ts";
import { FactorError } from "../../ui/factor-error.tsx";

interface PasskeyDialogProps {
  readonly onDone: (recoveryCodes: readonly string[]) => void;
  readonly onClose: () => void;
}

/** Adds a passkey: a name for it here, then the browser's own dialog. */
export function PasskeyDialog({ onDone, onClose }: PasskeyDialogProps) {
  const { t } = useTranslation(["account", "common"]);
  const [name, setName] = useState("");
  const add = useMyChange(addPasskey);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate(name.trim(), { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) });
  };
  return (
    <Modal opened onClose={onClose} title={t("passkey.title")} closeButtonProps={{ "aria-label": t("common:close") }}>
      <form className="v-stack" onSubmit={submit}>
        <p>{t("passkey.explain")}</p>
        <TextInput
          label={t("common:field.name")}
          description={t("passkey.nameHelp")}
          value={name}
          maxLength={100}
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FactorError error={add.error} />
        <div className="v-buttons">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={name.trim() === ""}>
            {t("passkey.add")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
