// Logs that somebody asks a machine for: they come as an attachment.
import { queryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { resourceKeys } from "./resources.ts";

export type LogRequest = Schemas["LogRequest"];

/** How often one that is under way is looked at, milliseconds. */
const LOOK_MS = 1_000;

export const isUnderWay = ({ state }: LogRequest): boolean => state === "asked" || state === "collecting" || state === "sending";

export const logRequestsKey = (resourceId: string) => [...resourceKeys.one(resourceId), "log-requests"] as const;

/** The last ones, newest first; looked at again while the newest is under way. */
export const logRequestsQuery = (resourceId: string) =>
  queryOptions({
    queryKey: logRequestsKey(resourceId),
    queryFn: ({ signal }) => call<{ items: LogRequest[] }>("GET", `/api/v1/resources/${resourceId}/log-requests`, { signal }),
    select: ({ items }) => items,
    refetchInterval: ({ state }) => (state.data?.items.slice(0, 1).some(isUnderWay) ? LOOK_MS : false),
  });

export const askForLogs = (resourceId: string): Promise<unknown> => call("POST", `/api/v1/resources/${resourceId}/log-requests`);
