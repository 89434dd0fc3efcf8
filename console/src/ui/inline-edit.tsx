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
  /** The state the text belongs to: what is saved is meant for the one that was shown when editing began. */
  readonly version: number;
  readonly onSave: (value: string, version: number) => Promise<unknown>;
}

/** A text that turns into a field: Enter saves, Escape leaves it as it was. A refusal keeps what was typed and shows what stands. */
export function InlineEdit({ label, value, version, children, maxLength, disabled = false, onSave }: InlineEditProps) {
  const { t } = useTranslation("common");
  const [draft, setDraft] = useState<string | undefined>();
  const [base, setBase] = useState<number | undefined>();
  const begin = () => {
    setBase(version);
    setDraft(value);
  };
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
      await onSave(wanted, base ?? version);
      leave();
    } catch (failure) {
      setError(failure);
      setBase(undefined);
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
          <ActionIcon size="sm" className="v-inline-pencil" aria-label={label} onClick={begin}>
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
          readOnly={busy}
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
      {error !== null && <span className="v-muted">{children}</span>}
    </span>
  );
}
