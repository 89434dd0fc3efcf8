import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useChange } from "../../api/change.ts";
import { type Secret, setSecretAccess } from "../../api/vault.ts";
import { PersonPicker, usePersonName } from "../../ui/person-picker.tsx";
import { InlineError } from "../../ui/states.tsx";
import { useToast } from "../../ui/toast.tsx";

/** The people who alone may see a secret; nobody named leaves it to everybody whose permission reaches it. */
export function SecretAccess({ secret }: { secret: Secret }) {
  const { t } = useTranslation("vault");
  const toast = useToast();
  const [chosen, setChosen] = useState<readonly string[]>(secret.userIds);
  const save = useChange(["vault"], setSecretAccess);
  const dirty = chosen.toSorted().join() !== secret.userIds.toSorted().join();
  return (
    <fieldset className="v-plain-set">
      <legend>{t("access")}</legend>
      <p className="v-muted">{t("accessHelp")}</p>
      {chosen.length > 0 && (
        <ul className="v-list">
          {chosen.map((id) => (
            <ChosenPerson key={id} id={id} onRemove={() => setChosen(chosen.filter((each) => each !== id))} />
          ))}
        </ul>
      )}
      <PersonPicker
        key={chosen.length}
        label={t("accessAdd")}
        picked={undefined}
        without={chosen}
        onPick={(id) => id !== undefined && setChosen([...chosen, id])}
      />
      <InlineError error={save.error} />
      <div>
        <Button
          mt="xs"
          size="compact-xs"
          variant="default"
          disabled={!dirty}
          loading={save.isPending}
          onClick={() => save.mutate({ secret, userIds: chosen }, { onSuccess: () => toast({ text: t("saved") }) })}
        >
          {t("accessSave")}
        </Button>
      </div>
    </fieldset>
  );
}

function ChosenPerson({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation("vault");
  const name = usePersonName(id);
  return (
    <li className="v-list-row">
      <span className="v-list-main v-break">{name}</span>
      <ActionIcon size="sm" aria-label={t("accessRemove", { name })} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}
