import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { LoadError, RowSkeleton } from "./states.tsx";

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What is loaded, for the sentence when it fails. */
  readonly what: string;
  readonly rows?: number;
  readonly children: (data: Data) => ReactNode;
}

/** The content of a query, or the skeleton or the refusal in its place. */
export function Loaded<Data>({ query, what, rows = 4, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <LoadError what={what} error={query.error} onRetry={() => void query.refetch()} />;
  return <RowSkeleton rows={rows} />;
}
