// Tables of equipment that somebody imports: sent, checked, written, told.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { api, unwrap } from "./client.ts";
import { type Page, paged } from "./pages.ts";

export type Import = Schemas["Import"];
export type ImportRow = Schemas["ImportRow"];
export type Outcome = ImportRow["outcome"];
export type ImportProblem = ImportRow["problems"][number];
export type ImportSettings = Pick<Import, "mapping" | "dateOrder" | "makeClients">;

const importKey = (id: string) => ["imports", id] as const;
/** How often a running import is asked how far it is, milliseconds. */
const BEAT = 700;

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: importKey(id),
    queryFn: ({ signal }) => call<Import>("GET", `/api/v1/imports/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? BEAT : false),
  });

/** Rows with an outcome, or all. `stamp`: what they depend on. */
export const importRowsQuery = (id: string, outcome: Outcome | undefined, stamp: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: [...importKey(id), "rows", outcome ?? "all", stamp],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      call<Page<ImportRow>>("GET", `/api/v1/imports/${id}/rows`, { query: { limit: 100, cursor: pageParam, outcome }, signal }),
  });

/** Sends a file in. Throws ApiError INVALID_INPUT with the reason when it is no table that is understood. */
export const sendImport = ({ file, dateOrder }: { file: File; dateOrder: Import["dateOrder"] }): Promise<Import> =>
  unwrap(
    api.POST("/api/v1/imports", {
      params: { query: { name: file.name.slice(0, 255), dateOrder } },
      headers: { "content-type": "application/octet-stream" },
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
    } as never) as ReturnType<typeof api.POST>,
  ) as Promise<Import>;

export const settleImport = (id: string, body: ImportSettings): Promise<Import> => call("PUT", `/api/v1/imports/${id}/settings`, { body });
export const runImport = (id: string): Promise<Import> => call("POST", `/api/v1/imports/${id}/run`);
