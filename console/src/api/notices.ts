// What the server has to tell this person, seen or not.
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { type Page, paged } from "./pages.ts";

export type Notice = Schemas["Notice"];

export const noticesQuery = infiniteQueryOptions({
  ...paged,
  queryKey: ["notices"],
  refetchInterval: 60_000,
  queryFn: ({ pageParam, signal }) =>
    call<Page<Notice> & { readonly unread: number }>("GET", "/api/v1/notices", { query: { limit: 30, cursor: pageParam }, signal }),
});
export const readNotice = (id: string) => call("POST", `/api/v1/notices/${id}/read`);
export const readAllNotices = () => call("POST", "/api/v1/notices/read-all");
