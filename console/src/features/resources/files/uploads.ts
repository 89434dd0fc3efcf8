// Files on their way to a resource: what is waiting, being sent, done or refused. Pure.

export interface Upload {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly state: "waiting" | "sending" | "failed";
  /** Bytes. */
  readonly sent: number;
  readonly error: unknown;
}

export type UploadAction =
  | { readonly type: "added"; readonly uploads: readonly Pick<Upload, "key" | "name" | "size">[] }
  | { readonly type: "started"; readonly key: string }
  | { readonly type: "gone"; readonly key: string }
  | { readonly type: "again"; readonly key: string }
  | { readonly type: "progress"; readonly key: string; readonly sent: number }
  | { readonly type: "failed"; readonly key: string; readonly error: unknown };

/** Sent at the same time. */
const AT_ONCE = 2;

/** What is done or taken back leaves the list; what was refused stays with its reason until somebody puts it away. */
export function uploadsAfter(uploads: readonly Upload[], action: UploadAction): readonly Upload[] {
  if (action.type === "added")
    return [...uploads, ...action.uploads.map((one) => ({ ...one, state: "waiting" as const, sent: 0, error: null }))];
  if (action.type === "gone") return uploads.filter(({ key }) => key !== action.key);
  return uploads.map((upload) => (upload.key === action.key ? { ...upload, ...changeBy(upload, action) } : upload));
}

function changeBy(upload: Upload, action: Exclude<UploadAction, { type: "added" | "gone" }>): Partial<Upload> {
  if (action.type === "started") return { state: "sending", sent: 0, error: null };
  if (action.type === "again") return { state: "waiting", sent: 0, error: null };
  if (action.type === "failed") return { state: "failed", error: action.error };
  // What the browser reports may include the request's own head.
  return { sent: Math.min(upload.size, action.sent) };
}

/** The keys whose turn it is now. */
export function dueOf(uploads: readonly Upload[]): string[] {
  const sending = uploads.filter(({ state }) => state === "sending").length;
  return uploads
    .filter(({ state }) => state === "waiting")
    .slice(0, Math.max(0, AT_ONCE - sending))
    .map(({ key }) => key);
}
