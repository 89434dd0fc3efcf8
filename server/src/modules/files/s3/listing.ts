// The answer to ListObjectsV2, as far as it is asked for. Keys are this server's own and need no escapes.

export interface Listing {
  readonly objects: readonly { readonly key: string; readonly at: Date }[];
  /** Where the next page begins; undefined on the last one. */
  readonly next: string | undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };
const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replace(/&\w+;/g, (sign) => ESCAPES[sign] ?? sign);

/** Reads one page. */
export function readListing(xml: string): Listing {
  const objects = [...xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)].map(([, content = ""]) => ({
    key: textOf(content, "Key") ?? "",
    at: new Date(textOf(content, "LastModified") ?? ""),
  }));
  return { objects, next: textOf(xml, "IsTruncated") === "true" ? textOf(xml, "NextContinuationToken") : undefined };
}
