import { Skeleton } from "@mantine/core";

/** Keeps the place of the charts that are being fetched. */
export function ChartSkeleton() {
  return (
    <div className="v-charts v-charts-skeleton" aria-hidden="true">
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} height={190} />
      ))}
    </div>
  );
}
