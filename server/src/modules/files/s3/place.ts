// Which bucket, where, and with which key; and how the address of an object in it is spelled.

export interface S3Place {
  /** Scheme, host and port. */
  readonly endpoint: string;
  readonly region: string;
  readonly bucket: string;
  /** Before every key, without slashes at its ends; "" for none. */
  readonly prefix: string;
  /** The bucket as the first part of the path, or of the host's name. */
  readonly style: "path" | "virtual";
  readonly keyId: string;
  readonly secret: string;
}

/** The address of a key (its parts need no escapes), or with "" of the bucket. */
export function addressOf({ endpoint, bucket, style }: S3Place, key: string): URL {
  const url = new URL(endpoint);
  if (style === "virtual") url.hostname = `${bucket}.${url.hostname}`;
  url.pathname = style === "virtual" ? `/${key}` : key === "" ? `/${bucket}` : `/${bucket}/${key}`;
  return url;
}
