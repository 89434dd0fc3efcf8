// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its own rows, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid; aria-activedescendant names the current row
// The list itself: only the rows on screen exist, their order is the server's.
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ResourceRow } from "../../../api/types.ts";
import { cutText } from "../../../ui/visible-text.ts";
import { SORT_KEYS, type SortKey } from "../search.ts";
import { columns, features } from "./columns.tsx";

const ROW = 36;
const ROW_NARROW = 60;
const OVERSCAN = 8;

interface GridProps {
  readonly rows: ResourceRow[];
  readonly total: number;
  readonly sort: string;
  readonly current: number;
  readonly selected: ReadonlySet<string>;
  readonly onSort: (key: SortKey) => void;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: ResourceRow) => void;
  readonly onSelect: (row: ResourceRow) => void;
  readonly onShown: (ids: readonly string[], last: number) => void;
}

const isSortKey = (id: string): id is SortKey => (SORT_KEYS as readonly string[]).includes(id);

export function Grid(props: GridProps) {
  const { rows, total, sort, current, selected } = props;
  const { t } = useTranslation(["resources", "common"]);
  const box = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const table = useTable({ features, columns, data: rows });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? ROW_NARROW : ROW),
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const modelled = table.getRowModel().rows;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of a row follows the width of the window
  useEffect(() => virtual.measure(), [virtual, narrow]);
  const { onShown } = props;
  const shown = items.map((item) => rows[item.index]?.id ?? "").join(" ");
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShown(shown === "" ? [] : shown.split(" "), last), [shown, last, onShown]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: "auto" });
  }, [virtual, current]);

  const open = (event: MouseEvent, row: ResourceRow) => {
    if (event.target instanceof Element && event.target.closest("a, button, input, label") !== null) return;
    props.onOpen(row);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 15, PageUp: -15 }[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    props.onCurrent(Math.min(rows.length - 1, Math.max(0, current + step)));
  };
  const currentRow = rows[current];

  return (
    <div
      ref={box}
      className="v-grid"
      role="grid"
      tabIndex={0}
      aria-label={t("grid")}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={currentRow === undefined ? undefined : `row-${currentRow.id}`}
      onKeyDown={onKeyDown}
    >
      <div className="v-grid-head v-grid-row" role="row" aria-rowindex={1}>
        <span role="columnheader" className="v-cell-select">
          <span className="v-only-heard">{t("column.select")}</span>
        </span>
        {table.getAllLeafColumns().map((column) => {
          const key = column.id as keyof typeof COLUMN_WORDS;
          const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
          const word = key === "presence" ? "" : t(`column.${key}`);
          return (
            <span key={key} role="columnheader" className={`v-cell-${key}`} aria-sort={isSortKey(key) ? direction : undefined}>
              {isSortKey(key) ? (
                <button type="button" className="v-sort" tabIndex={-1} aria-label={t(`column.${key}`)} onClick={() => props.onSort(key)}>
                  {word}
                  {direction === "ascending" && <IconArrowUp size={12} aria-hidden="true" />}
                  {direction === "descending" && <IconArrowDown size={12} aria-hidden="true" />}
                </button>
              ) : (
                word
              )}
            </span>
          );
        })}
      </div>
      <div className="v-grid-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = modelled[item.index];
          if (row === undefined) return null;
          const { id, name } = row.original;
          const marked = selected.has(id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the grid owns the keyboard (arrows, Enter, x)
            <div
              key={id}
              id={`row-${id}`}
              role="row"
              tabIndex={-1}
              aria-rowindex={item.index + 2}
              aria-selected={marked}
              className={`v-grid-row v-grid-item${item.index === current ? " v-grid-current" : ""}${marked ? " v-grid-marked" : ""}${row.original.online ? "" : " v-grid-stale"}`}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={(event) => open(event, row.original)}
            >
              <span role="gridcell" className="v-cell-select">
                <input
                  type="checkbox"
                  className="v-check"
                  tabIndex={-1}
                  checked={marked}
                  aria-label={t("common:select", { name: cutText(name, 60).shown })}
                  onChange={() => props.onSelect(row.original)}
                />
              </span>
              {row.getAllCells().map((cell) => (
                <span key={cell.id} role="gridcell" className={`v-cell-${cell.column.id}`}>
                  <table.FlexRender cell={cell} />
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

const COLUMN_WORDS = { presence: 1, name: 1, client: 1, os: 1, cpu: 1, memory: 1, worstVolume: 1, version: 1, lastSeenAt: 1 } as const;
