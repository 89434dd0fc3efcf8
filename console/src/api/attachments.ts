// Files that hang on a resource. Sending goes by XMLHttpRequest: fetch does not tell how far an upload is.
import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Schemas } from "./answers.ts";
import { call } from "./call.ts";
import { currentCsrfToken } from "./client.ts";
import { ApiError, errorOf } from "./errors.ts";
import { type Page, paged } from "./pages.ts";
import { resourceKeys } from "./resources.ts";

export type Attachment = Schemas["Attachment"];

export const attachmentsKey = (resourceId: string) => [...resourceKeys.one(resourceId), "attachments"] as const;

export const attachmentsQuery = (resourceId: string) =>
  infiniteQueryOptions({
    ...paged,
    queryKey: attachmentsKey(resourceId),
    queryFn: ({ pageParam, signal }) =>
      call<Page<Attachment>>("GET", `/api/v1/resources/${resourceId}/attachments`, { query: { limit: 50, cursor: pageParam }, signal }),
  });

/** Where the content of a file is fetched. */
export const attachmentAddress = (resourceId: string, id: string): string => `/api/v1/resources/${resourceId}/attachments/${id}`;

export const deleteAttachment = (resourceId: string, id: string): Promise<unknown> => call("DELETE", attachmentAddress(resourceId, id));

interface Sending {
  readonly signal: AbortSignal;
  /** Bytes that left so far. */
  readonly onProgress: (sent: number) => void;
}

/** Sends one file. Throws ApiError; rejects with the signal's reason when it is taken back. */
export function sendAttachment(resourceId: string, name: string, content: Blob, { signal, onProgress }: Sending): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/resources/${resourceId}/attachments?name=${encodeURIComponent(name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-csrf-token", currentCsrfToken());
    request.responseType = "json";
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = () =>
      request.status === 201 ? resolve(request.response as Attachment) : reject(errorOf(request.status, request.response));
    request.onerror = () => reject(new ApiError(0, "NETWORK", "the server did not answer"));
    request.onabort = () => reject(signal.reason);
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(content);
  });
}
