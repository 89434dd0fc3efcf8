// biome-ignore-all lint/a11y/useSemanticElements: a virtual list positions its own rows, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays on the grid; aria-activedescendant names the current row
// The list itself: only the rows on screen exist, their order is the server's.
import { useMediaQuery } from "@mantine/hooks";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ListedRow } from "../../../api/resources.ts";
import { cutText } from "../../../ui/visible-text.ts";
import { SORT_KEYS, type SortKey } from "../search.ts";
import { leastWidth, sortOf, templateOf } from "./columns/column-list.ts";
import { useColumnWord } from "./columns/column-words.ts";
import { columnsFor, features } from "./columns.tsx";

const ROW = 36;
const ROW_COMPACT = 27;
const ROW_NARROW = 60;
const OVERSCAN = 8;

interface GridProps {
  readonly rows: ListedRow[];
  /** Behind the state and the name, in their order. */
  readonly columns: readonly string[];
  readonly compact: boolean;
  readonly total: number;
  readonly sort: string;
  readonly current: number;
  readonly selected: ReadonlySet<string>;
  readonly onSort: (key: SortKey) => void;
  readonly onCurrent: (index: number) => void;
  readonly onOpen: (row: ListedRow) => void;
  readonly onSelect: (row: ListedRow) => void;
  readonly onShown: (ids: readonly string[], last: number) => void;
}

const isSortKey = (id: string): id is SortKey => (SORT_KEYS as readonly string[]).includes(id);

/** On a phone a row has room for few cells: these have a place of their own there. */
const ON_PHONES: ReadonlySet<string> = new Set(["presence", "name", "client", "cpu", "lastSeenAt"]);
const cellClass = (id: string): string => (ON_PHONES.has(id) ? `v-cell-${id}` : `v-cell-more v-cell-${id.replace(/\W/g, "-")}`);

export function Grid(props: GridProps) {
  const { rows, total, sort, current, selected, compact } = props;
  const { t } = useTranslation(["resources", "common"]);
  const box = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const named = props.columns.join(" ");
  const columns = useMemo(() => columnsFor(named.split(" ")), [named]);
  const word = useColumnWord();
  const table = useTable({ features, columns, data: rows });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => (narrow ? ROW_NARROW : compact ? ROW_COMPACT : ROW),
    overscan: OVERSCAN,
  });
  const items = virtual.getVirtualItems();
  const modelled = table.getRowModel().rows;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of a row follows the width of the window
  useEffect(() => virtual.measure(), [virtual, narrow, compact]);
  const { onShown } = props;
  const shown = items.map((item) => rows[item.index]?.id ?? "").join(" ");
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onShown(shown === "" ? [] : shown.split(" "), last), [shown, last, onShown]);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current, { align: "auto" });
  }, [virtual, current]);

  const open = (event: MouseEvent, row: ListedRow) => {
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
      style={{ "--v-columns": templateOf(props.columns), "--v-least": `${leastWidth(props.columns)}rem` } as CSSProperties}
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
          const { id } = column;
          const key = isSortKey(id) ? id : sortOf(id);
          const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : "none";
          const written = id === "presence" ? "" : word(id);
          return (
            <span key={id} role="columnheader" className={cellClass(id)} aria-sort={key === undefined ? undefined : direction}>
              {key !== undefined ? (
                <button type="button" className="v-sort" tabIndex={-1} aria-label={word(id)} onClick={() => props.onSort(key)}>
                  <span className="v-cut">{written}</span>
                  {direction === "ascending" && <IconArrowUp size={12} aria-hidden="true" />}
                  {direction === "descending" && <IconArrowDown size={12} aria-hidden="true" />}
                </button>
              ) : (
                <span className="v-cut">{written}</span>
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
                <span key={cell.id} role="gridcell" className={cellClass(cell.column.id)}>
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
