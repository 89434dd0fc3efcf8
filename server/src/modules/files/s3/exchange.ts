// One signed request and its answer, over Node's own HTTP client: a body of known length is streamed from disk, an answer to its reader.
import { createReadStream } from "node:fs";
import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import { pipeline } from "node:stream/promises";
import { AwsV4Signer } from "aws4fetch";
import type { Finished } from "../store.ts";
import { addressOf, type S3Place } from "./place.ts";

/** Nothing moved on the connection for so long: it is given up, milliseconds. */
const IDLE_MS = 30_000;
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

export interface Ask {
  readonly method: "GET" | "PUT" | "DELETE";
  /** "" is the bucket itself. */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Finished;
}

/** Headers to send with the request as it is signed at `now` (milliseconds). */
export async function signed(place: S3Place, { method, key, query = {}, body }: Ask, now: number): Promise<{ url: URL; headers: Headers }> {
  const url = addressOf(place, key);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const signer = new AwsV4Signer({
    method,
    url: url.href,
    headers: { "x-amz-content-sha256": body?.hash.toString("hex") ?? EMPTY },
    accessKeyId: place.keyId,
    secretAccessKey: place.secret,
    service: "s3",
    region: place.region,
    datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ""),
  });
  const { headers } = await signer.sign();
  return { url: signer.url, headers: new Headers(headers) };
}

/** Sends it and answers as soon as the head of the answer is there; whoever asked reads or destroys the rest. Throws network errors. */
export async function exchange(place: S3Place, ask: Ask, now: number): Promise<IncomingMessage> {
  const { url, headers } = await signed(place, ask, now);
  const length = ask.body === undefined ? {} : { "content-length": String(ask.body.size) };
  const client = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const request = client.request(url, { method: ask.method, headers: { ...Object.fromEntries(headers), ...length } });
    request.once("response", resolve);
    request.once("error", reject);
    request.setTimeout(IDLE_MS, () => request.destroy(new Error(`nothing moved for ${IDLE_MS / 1_000} s`)));
    if (ask.body === undefined) request.end();
    // A refusal may come before the body has left; then it is the answer, and what the pipe says is not.
    else pipeline(createReadStream(ask.body.path), request).catch(reject);
  });
}
