// What a store answered instead of doing its work, in words for the operator.
import { StoreTrouble } from "../store.ts";
import type { S3Place } from "./place.ts";

/** A refusal's own words; S3 calls it Code. */
export const codeOf = (body: string): string => /<Code>([\w.]{1,100})<\/Code>/.exec(body)?.[1] ?? "";

const WORDS: Readonly<Record<string, (place: S3Place) => string>> = {
  NoSuchBucket: ({ bucket }) => `there is no bucket "${bucket}"`,
  InvalidAccessKeyId: ({ keyId }) => `the key ${keyId} is not known`,
  SignatureDoesNotMatch: ({ keyId }) => `the secret of the key ${keyId} is another`,
  AccessDenied: ({ keyId, bucket }) => `the key ${keyId} may not do this in "${bucket}"`,
  RequestTimeTooSkewed: () => "its clock and this machine's are too far apart",
  AuthorizationHeaderMalformed: ({ region }) => `the region is not "${region}"`,
  PermanentRedirect: ({ bucket }) => `the bucket "${bucket}" lies in another region or is called by another address`,
};

/** An answer that is no success. */
export function refused(place: S3Place, status: number, code: string): StoreTrouble {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code]?.(place) : undefined;
  return new StoreTrouble(`${place.endpoint}: ${words ?? `it answered ${status}${code === "" ? "" : ` ${code}`}`}`);
}

/** No answer, or not a whole one. */
export function unreachable(place: S3Place, error: Error & { readonly code?: string }): StoreTrouble {
  return new StoreTrouble(`${place.endpoint} cannot be reached: ${error.code ?? error.message}`, { cause: error });
}
