// Calls of routes by method and address, for those whose answers have names of their own here.
import { api, unwrap } from "./client.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface CallOptions {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly parseAs?: "blob";
}

/** The body of the answer. Throws ApiError. @param path with its identifiers already in place */
export function call<Data>(method: Method, path: string, options: CallOptions = {}): Promise<Data> {
  const { query, ...rest } = options;
  const init = { ...rest, ...(query === undefined ? {} : { params: { query } }) };
  return unwrap(
    api.request(method.toLowerCase() as never, path as never, init as never) as ReturnType<typeof api.request>,
  ) as Promise<Data>;
}

export interface List<Item> {
  readonly items: Item[];
}

/** All items of a list that is short by nature. */
export const listOf = async <Item>(path: string, signal: AbortSignal, query: CallOptions["query"] = {}): Promise<Item[]> =>
  (await call<List<Item>>("GET", path, { query, signal })).items;
