// Tables as files: asked for in the person's language, handed over whole.
import { call } from "./call.ts";

export type TableFormat = "xlsx" | "csv";

/** The file's content. Throws ApiError. */
export const tableOf = (path: string, query: Readonly<Record<string, string | undefined>>): Promise<Blob> =>
  call("GET", path, { query, parseAs: "blob" });
