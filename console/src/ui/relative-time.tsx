import { Tooltip } from "@mantine/core";
import { useNow } from "./clock.ts";
import { useFormat } from "./locale.tsx";

/** "8s ago", with the absolute time in the person's zone on hover. Counts by the second while it is fresh. */
export function RelativeTime({ at, fresh = false }: { at: string | number | null | undefined; fresh?: boolean }) {
  const format = useFormat();
  const now = useNow(fresh ? 1000 : 10_000);
  const text = format.relative(at, now);
  if (at === null || at === undefined) return <span>{text}</span>;
  return (
    <Tooltip label={format.dateTime(at)}>
      <time dateTime={new Date(at).toISOString()}>{text}</time>
    </Tooltip>
  );
}
