import { ActionIcon, TextInput } from "@mantine/core";
import { IconCheck, IconPencil, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { InlineError } from "./states.tsx";

interface InlineEditProps {
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
  readonly maxLength: number;
  readonly disabled?: boolean;
  readonly onSave: (value: string) => Promise<unknown>;
}

/** A text that turns into a field: Enter saves, Escape leaves it as it was. A refusal keeps what was typed. */
export function InlineEdit({ label, value, children, maxLength, disabled = false, onSave }: InlineEditProps) {
  const { t } = useTranslation("common");
  const [draft, setDraft] = useState<string | undefined>();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setDraft(undefined);
    setError(null);
  };
  const save = async () => {
    const wanted = draft?.trim() ?? "";
    if (wanted === "" || wanted === value) return leave();
    setBusy(true);
    try {
      await onSave(wanted);
      leave();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") void save();
    if (event.key === "Escape") leave();
  };
  if (draft === undefined) {
    return (
      <span className="v-inline">
        {children}
        {!disabled && (
          <ActionIcon size="sm" className="v-inline-pencil" aria-label={label} onClick={() => setDraft(value)}>
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </span>
    );
  }
  return (
    <span className="v-inline-editing">
      <span className="v-inline">
        <TextInput
          aria-label={label}
          value={draft}
          maxLength={maxLength}
          data-autofocus
          autoFocus
          disabled={busy}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <ActionIcon variant="filled" color="petrol" aria-label={t("save")} loading={busy} onClick={() => void save()}>
          <IconCheck size={15} />
        </ActionIcon>
        <ActionIcon aria-label={t("cancel")} onClick={leave}>
          <IconX size={15} />
        </ActionIcon>
      </span>
      <InlineError error={error} />
    </span>
  );
}
