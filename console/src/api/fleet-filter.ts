// The language that asks for machines, as far as the console writes it: values in quotes where they need them, and those the fleet has.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { listOf } from "./call.ts";

type FilterValue = Schemas["FilterValues"]["items"][number];

/** What a field holds among the machines, the most frequent first; nothing while no field is named. */
export const filterValuesQuery = (field: string | undefined, q: string) =>
  queryOptions({
    queryKey: ["fleet", "values", field, q],
    enabled: field !== undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => listOf<FilterValue>("/api/v1/fleet/values", signal, { field, ...(q === "" ? {} : { q }) }),
  });

/** A value as it stands in a filter; quoted unless it is one plain word. */
export const filterValue = (text: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N}._/+-]*$/u.test(text) && !/^(or|not)$/i.test(text) ? text : `"${text.replace(/[\\"]/g, "\\$&")}"`;

/** Machines that have a program of exactly this name, in this version when one is named. A version without digits cannot be asked for. */
export function hasSoftware(name: string, version = ""): string {
  return `software=${filterValue(name)}${/\d/.test(version) ? `=${filterValue(version)}` : ""}`;
}
