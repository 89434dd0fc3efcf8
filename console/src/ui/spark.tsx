import { sparkPath } from "./spark-path.ts";

/** The last 30 minutes of a share (0..1) in one line; a gap is a gap. Decorative beside its number. */
export function Spark({ values, width = 64, height = 18 }: { values: readonly (number | null)[]; width?: number; height?: number }) {
  return (
    <svg className="v-spark" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path d={sparkPath(values, width, height)} />
    </svg>
  );
}
