import { useTranslation } from "react-i18next";
import { useFormat } from "../locale.tsx";
import { type ChartData, writeValue } from "./data.ts";

/** The chart's numbers, newest first. */
export function ChartTable({ title, data }: { title: string; data: ChartData }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const order = data.times.map((_, index) => data.times.length - 1 - index);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="v-chart-table" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("chart.time")}</th>
            {data.lines.map((line) => (
              <th key={line.label} scope="col">
                {line.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((index) => (
            <tr key={data.times[index]}>
              <th scope="row">{format.dateTime((data.times[index] ?? 0) * 1000)}</th>
              {data.lines.map((line) => (
                <td key={line.label}>{writeValue(format, data.unit, line.values[index])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
