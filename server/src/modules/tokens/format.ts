// The text of a token: rmm_<id>_<secret>. The id names its organization and row, so that it can be found; it proves nothing.
import { createHash, timingSafeEqual } from "node:crypto";
import { idFromBytes, idToBytes } from "../../ids.ts";

export const SECRET_BYTES = 32;

export interface TokenText {
  readonly organizationId: string;
  readonly id: string;
  readonly secret: Uint8Array;
}

/** What a person copies into their program. */
export function formatToken({ organizationId, id, secret }: TokenText): string {
  const place = Buffer.concat([idToBytes(organizationId), idToBytes(id)]);
  return `rmm_${place.toString("base64url")}_${Buffer.from(secret).toString("base64url")}`;
}

/** The parts of a token; undefined when it is none. */
export function parseToken(text: string): TokenText | undefined {
  const match = /^rmm_([\w-]{43})_([\w-]{43})$/.exec(text);
  if (match === null) return undefined;
  const place = Buffer.from(match[1] ?? "", "base64url");
  const organizationId = idFromBytes(place.subarray(0, 16));
  const id = idFromBytes(place.subarray(16));
  return organizationId && id ? { organizationId, id, secret: Buffer.from(match[2] ?? "", "base64url") } : undefined;
}

/** How a secret is kept. It is random, so that one plain hash is enough. */
export const secretHash = (secret: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(createHash("sha256").update(secret).digest());

/** Compares without telling by time how much was right. */
export const isSecret = (hash: Uint8Array, secret: Uint8Array): boolean => timingSafeEqual(hash, secretHash(secret));
