import { ActionIcon } from "@mantine/core";
import { IconArchive, IconArrowDown, IconArrowUp, IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

interface RowActionsProps {
  readonly name: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly busy: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onArchive: () => void;
}

/** Up, down, edit and archive of a container or a field; the same keys for both. */
export function RowActions({ name, first, last, busy, onMove, onEdit, onArchive }: RowActionsProps) {
  const { t } = useTranslation("fields");
  return (
    <span className="v-nowrap">
      <ActionIcon aria-label={t("up", { name })} title={t("up", { name })} disabled={first || busy} onClick={() => onMove(-1)}>
        <IconArrowUp size={15} />
      </ActionIcon>
      <ActionIcon aria-label={t("down", { name })} title={t("down", { name })} disabled={last || busy} onClick={() => onMove(1)}>
        <IconArrowDown size={15} />
      </ActionIcon>
      <ActionIcon aria-label={t("edit", { name })} title={t("edit", { name })} onClick={onEdit}>
        <IconPencil size={15} />
      </ActionIcon>
      <ActionIcon aria-label={t("archiveOf", { name })} title={t("archiveOf", { name })} onClick={onArchive}>
        <IconArchive size={15} />
      </ActionIcon>
    </span>
  );
}
