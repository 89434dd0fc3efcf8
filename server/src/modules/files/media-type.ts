// What a file is, told from its first bytes: neither its name nor its sender is believed.

/** How much of the beginning is looked at. */
export const HEAD_BYTES = 512;

const SIGNATURES: readonly { readonly type: string; readonly at?: number; readonly bytes: string }[] = [
  { type: "image/png", bytes: "89504e470d0a1a0a" },
  { type: "image/jpeg", bytes: "ffd8ff" },
  { type: "image/gif", bytes: "47494638" },
  { type: "image/webp", at: 8, bytes: "57454250" },
  { type: "application/pdf", bytes: "255044462d" },
  { type: "application/zip", bytes: "504b0304" },
  { type: "application/gzip", bytes: "1f8b" },
  { type: "application/x-7z-compressed", bytes: "377abcaf271c" },
  { type: "video/mp4", at: 4, bytes: "66747970" },
];

/** Never a type that a browser would run: whatever is text is plain text, and what is not known is bytes. */
export function mediaTypeOf(head: Buffer): string {
  const known = SIGNATURES.find(({ at = 0, bytes }) => head.subarray(at, at + bytes.length / 2).toString("hex") === bytes);
  if (known !== undefined) return known.type;
  return isText(head) ? "text/plain; charset=utf-8" : "application/octet-stream";
}

function isText(head: Buffer): boolean {
  // `stream`: a character may be cut where the head ends.
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: text has none of these
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
  } catch {
    // Not UTF-8.
    return false;
  }
}
