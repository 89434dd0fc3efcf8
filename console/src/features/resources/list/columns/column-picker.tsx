// Which columns the list has, and their order: by dragging, or with the keyboard by the arrows beside each.
import { ActionIcon, Button, Modal, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { COLUMN_NAMES, DEFAULT_COLUMNS } from "./column-list.ts";
import { useColumnWord, useOwnFields } from "./column-words.ts";
import { moveColumn } from "./move-column.ts";

interface ColumnPickerProps {
  readonly columns: readonly string[];
  /** undefined: as the list begins. */
  readonly onPick: (columns: readonly string[] | undefined) => void;
  readonly onClose: () => void;
}

/** As the server has it. */
const MOST = 40;

export default function ColumnPicker({ columns, onPick, onClose }: ColumnPickerProps) {
  const { t } = useTranslation(["views", "common"]);
  const word = useColumnWord();
  const fields = useOwnFields();
  const [search, setSearch] = useState("");
  const [dragged, setDragged] = useState<number>();
  const wanted = search.trim().toLocaleLowerCase();
  const left = [...COLUMN_NAMES, ...fields.map(({ id }) => `field.${id}`)].filter(
    (name) => !columns.includes(name) && word(name).toLocaleLowerCase().includes(wanted),
  );
  const move = (from: number, to: number) => onPick(moveColumn(columns, from, to));
  return (
    <Modal opened onClose={onClose} title={t("columns")} size="lg" closeButtonProps={{ "aria-label": t("common:close") }}>
      <div className="v-columns">
        <section aria-label={t("shown")}>
          <h3 className="v-columns-title">{t("shown")}</h3>
          <ol className="v-columns-list">
            {columns.map((name, at) => (
              <li
                key={name}
                className={dragged === at ? "v-column v-column-dragged" : "v-column"}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = "move";
                  setDragged(at);
                }}
                onDragEnd={() => setDragged(undefined)}
                onDragOver={(event) => {
                  event.preventDefault();
                  if (dragged === undefined || dragged === at) return;
                  move(dragged, at);
                  setDragged(at);
                }}
              >
                <IconGripVertical size={14} className="v-muted" aria-hidden="true" />
                <span className="v-cut v-column-name">{word(name)}</span>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("up", { name: word(name) })}
                  disabled={at === 0}
                  onClick={() => move(at, at - 1)}
                >
                  <IconArrowUp size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("down", { name: word(name) })}
                  disabled={at === columns.length - 1}
                  onClick={() => move(at, at + 1)}
                >
                  <IconArrowDown size={14} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("hide", { name: word(name) })}
                  disabled={columns.length === 1}
                  onClick={() => onPick(columns.filter((one) => one !== name))}
                >
                  <IconX size={14} />
                </ActionIcon>
              </li>
            ))}
          </ol>
          <Button variant="subtle" size="compact-sm" onClick={() => onPick(undefined)} disabled={columns.join() === DEFAULT_COLUMNS.join()}>
            {t("reset")}
          </Button>
        </section>
        <section aria-label={t("more")}>
          <TextInput
            size="xs"
            aria-label={t("searchColumns")}
            placeholder={t("searchColumns")}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {columns.length >= MOST && <p className="v-muted">{t("most", { most: MOST })}</p>}
          <ul className="v-columns-list v-columns-left">
            {left.map((name) => (
              <li key={name} className="v-column">
                <span className="v-cut v-column-name">{word(name)}</span>
                <ActionIcon
                  variant="subtle"
                  aria-label={t("show", { name: word(name) })}
                  disabled={columns.length >= MOST}
                  onClick={() => onPick([...columns, name])}
                >
                  <IconPlus size={14} />
                </ActionIcon>
              </li>
            ))}
            {left.length === 0 && <li className="v-muted">{t("noColumns")}</li>}
          </ul>
        </section>
      </div>
    </Modal>
  );
}
