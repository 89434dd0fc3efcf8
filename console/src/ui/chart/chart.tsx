// One chart with its reading line, its values in words, and its table and files.
import "uplot/dist/uPlot.min.css";
import { ActionIcon, Menu, useComputedColorScheme } from "@mantine/core";
import { IconChartLine, IconDots, IconFileTypeCsv, IconPhoto, IconTable } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type uPlot from "uplot";
import { download } from "../download.ts";
import { useFormat } from "../locale.tsx";
import { ChartTable } from "./chart-table.tsx";
import { type ChartData, isBlank, lastMeasured, toCsv, writeValue } from "./data.ts";
import { alignedData, createPlot, moveCursor, PLOT_HEIGHT, SERIES_TOKENS, toPng } from "./plot.ts";

interface ChartProps {
  readonly title: string;
  /** What a downloaded file is called, without its ending. */
  readonly fileName: string;
  readonly data: ChartData;
  readonly syncKey: string;
  readonly timeZone: string | undefined;
}

const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export function Chart({ title, fileName, data, syncKey, timeZone }: ChartProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const scheme = useComputedColorScheme("light");
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | undefined>(undefined);
  const drawn = useRef(data);
  const [cursor, setCursor] = useState<number | null>(null);
  const [asTable, setAsTable] = useState(false);
  const blank = isBlank(data);
  const shape = `${data.unit} ${data.top ?? ""} ${data.lines.map((line) => `${line.label}:${line.low !== undefined}`).join("|")}`;
  const shown = !asTable && !blank;

  useEffect(() => {
    drawn.current = data;
    plot.current?.setData(alignedData(data));
  }, [data]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: shape and scheme stand for what the plot is made from; values flow in above
  useEffect(() => {
    const element = host.current;
    if (element === null || !shown) return;
    const made = createPlot(element, {
      data: drawn.current,
      width: element.clientWidth,
      format,
      timeZone,
      syncKey,
      token,
      onCursor: setCursor,
    });
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth, height: PLOT_HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      plot.current = undefined;
    };
  }, [shape, scheme, format, timeZone, syncKey, shown]);

  const index = Math.min(cursor ?? lastMeasured(data), data.times.length - 1);
  const time = data.times[index];
  const move = (next: number) => {
    const made = plot.current;
    const at = data.times[Math.min(data.times.length - 1, Math.max(0, next))];
    if (made === undefined || at === undefined) return;
    moveCursor(made, made.valToPos(at, "x"));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      PageUp: index - 10,
      PageDown: index + 10,
      Home: 0,
      End: data.times.length - 1,
    }[event.key];
    if (event.key === "Escape" && plot.current !== undefined) moveCursor(plot.current, -10);
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  const words = data.lines.map((line) => `${line.label} ${writeValue(format, data.unit, line.values[index])}`);

  return (
    <figure className="v-chart">
      <figcaption className="v-chart-head">
        <span className="v-chart-title v-break">{title}</span>
        <span className="v-chart-legend" aria-hidden="true">
          {data.lines.map((line, at) => (
            <span key={line.label} className="v-chart-key">
              <i className={`v-chart-swatch v-series-${at % SERIES_TOKENS.length}`} />
              {line.label} <b>{writeValue(format, data.unit, line.values[index])}</b>
            </span>
          ))}
        </span>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon size="sm" aria-label={t("chart.actions", { title })}>
              <IconDots size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={asTable ? <IconChartLine size={15} /> : <IconTable size={15} />} onClick={() => setAsTable(!asTable)}>
              {asTable ? t("chart.chart") : t("chart.table")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileTypeCsv size={15} />}
              onClick={() => download(`${fileName}.csv`, new Blob([toCsv(data)], { type: "text/csv" }))}
            >
              {t("chart.csv")}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconPhoto size={15} />}
              disabled={!shown}
              onClick={async () => {
                if (plot.current === undefined) return;
                const picture = await toPng(plot.current, title, token);
                if (picture !== null) download(`${fileName}.png`, picture);
              }}
            >
              {t("chart.png")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </figcaption>
      {blank && <div className="v-chart-blank">{t("chart.noData")}</div>}
      {asTable && !blank && <ChartTable title={title} data={data} />}
      {shown && (
        <div
          ref={host}
          className="v-chart-plot"
          tabIndex={0}
          role="slider"
          aria-label={t("chart.keyboard", { title })}
          aria-valuemin={0}
          aria-valuemax={Math.max(0, data.times.length - 1)}
          aria-valuenow={Math.max(0, index)}
          aria-valuetext={time === undefined ? t("chart.noData") : format.list([format.dateTime(time * 1000), ...words])}
          onKeyDown={onKeyDown}
        />
      )}
      {shown && cursor !== null && time !== undefined && <span className="v-chart-time">{format.dateTime(time * 1000)}</span>}
    </figure>
  );
}
