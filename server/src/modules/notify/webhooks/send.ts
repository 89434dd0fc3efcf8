// One delivery over HTTP. Whatever the other side does is a result; its answer is a stranger's text.
import { createHmac } from "node:crypto";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import type { WEBHOOK_PROBLEMS } from "../schemas.ts";
import { ForbiddenAddress, type Guard, type Resolved } from "./guard.ts";

const MOST_ANSWER_BYTES = 1_048_576;
const MOST_SHOWN = 500;

export type WebhookProblem = (typeof WEBHOOK_PROBLEMS)[number];

export interface Answered {
  /** null when there was no answer. */
  readonly status: number | null;
  /** The beginning of the answer's body, at most 500 characters. */
  readonly answer: string | null;
  /** null: taken. */
  readonly problem: WebhookProblem | null;
}

export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly url: string;
  readonly body: string;
  readonly secret: string;
}

/**
 * What `x-vigia-signature` says: `t` is the time of this try, `v1` the HMAC-SHA256 of "t.body" under the webhook's secret.
 * @param at seconds since 1970
 */
export const signatureOf = (secret: string, at: number, body: string): string =>
  `t=${at},v1=${createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")}`;

/**
 * Sends one delivery. Never throws for what the other side does.
 * @param now milliseconds since 1970, for the signature
 * @param timeoutMs for all of it, from the name to the last byte of the answer
 */
export async function deliver(
  delivery: Delivery,
  { guard, now, timeoutMs }: { guard: Guard; now: number; timeoutMs: number },
): Promise<Answered> {
  const { id, event, body, secret } = delivery;
  const url = new URL(delivery.url);
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "user-agent": "Vigia-Webhook",
    "x-vigia-event": event,
    "x-vigia-delivery": id,
    "x-vigia-signature": signatureOf(secret, Math.floor(now / 1000), body),
  };
  try {
    const addresses = await until(signal, guard.resolve(url.hostname));
    const response = await ask(url, { headers, lookup: lookupOf(addresses), signal }, body);
    const answer = await beginning(response);
    const status = response.statusCode ?? 0;
    const redirect = status >= 300 && status < 400;
    return { status, answer, problem: status >= 200 && status < 300 ? null : redirect ? "redirect" : "status" };
  } catch (error) {
    const problem = error instanceof ForbiddenAddress ? "private_address" : signal.aborted ? "timeout" : "unreachable";
    return { status: null, answer: null, problem };
  }
}

/** Answers with what was checked, so that the connection goes nowhere else. */
const lookupOf =
  (addresses: readonly Resolved[]): LookupFunction =>
  (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? "", first?.family);
  };

function ask(url: URL, options: https.RequestOptions, body: string): Promise<http.IncomingMessage> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const sending = request(url, { ...options, method: "POST", agent: false }, resolve);
    sending.on("error", reject);
    sending.end(body);
  });
}

/** Reads at most 1 MiB and lets go of the rest. */
async function beginning(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (bytes < MOST_SHOWN * 4) chunks.push(chunk);
    bytes += chunk.length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (bytes > MOST_ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .slice(0, MOST_SHOWN);
}

function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
