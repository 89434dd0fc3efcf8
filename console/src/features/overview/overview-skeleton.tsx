import { Skeleton } from "@mantine/core";
import { RowSkeleton } from "../../ui/states.tsx";

export function OverviewSkeleton() {
  return (
    <>
      <div className="v-counts" aria-hidden="true">
        {["a", "b", "c", "d", "e"].map((key) => (
          <div key={key} className="v-count">
            <Skeleton height={28} width={48} />
            <Skeleton height={10} width={80} mt={8} />
          </div>
        ))}
      </div>
      <div className="v-columns">
        <RowSkeleton rows={8} />
        <RowSkeleton rows={8} />
      </div>
    </>
  );
}
