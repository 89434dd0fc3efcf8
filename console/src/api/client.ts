// The one way to the server: typed by its OpenAPI document, with the CSRF token on writes and refusals as ApiError.
import createClient, { type Middleware } from "openapi-fetch";
import { ApiError, errorOf } from "./errors.ts";
import type { paths } from "./schema.gen.ts";

let csrfToken = "";

/** The token of the current session, as its answer carried it. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}
export const currentCsrfToken = (): string => csrfToken;

const withCsrf: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET" && csrfToken !== "") request.headers.set("x-csrf-token", csrfToken);
    return request;
  },
};

let proveAgain: (() => Promise<boolean>) | undefined;

/** Says who asks the person to prove themselves again when the server wants that; answers how to withdraw. */
export function onStepUp(ask: () => Promise<boolean>): () => void {
  proveAgain = ask;
  return () => {
    if (proveAgain === ask) proveAgain = undefined;
  };
}

/** Sends a request; when the server wants a fresh proof first, asks for it and sends the very same request again. */
async function proven(request: Request): Promise<Response> {
  const repeat = request.clone();
  const response = await reachable(request);
  if (response.status !== 401 && response.status !== 403) return response;
  const refusal = errorOf(
    response.status,
    await response
      .clone()
      .json()
      .catch(() => undefined),
  );
  if (refusal.code !== "STEP_UP_REQUIRED" || proveAgain === undefined || !(await proveAgain())) return response;
  repeat.headers.set("x-csrf-token", csrfToken);
  return reachable(repeat);
}

async function reachable(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new ApiError(0, "NETWORK", "the server did not answer", {}, cause);
  }
}

export const api = createClient<paths>({ baseUrl: "/", fetch: proven });
api.use(withCsrf);

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer; anything else is thrown as ApiError. */
export async function unwrap<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (!response.ok) throw errorOf(response.status, error);
  return data as Data;
}

/** The header that says which state a change is meant for. */
export const ifMatch = (version: number): { readonly "If-Match": string } => ({ "If-Match": `"${version}"` });

/** The header that makes a creation happen once however often it is sent. */
export const once = (key: string): { readonly "Idempotency-Key": string } => ({ "Idempotency-Key": key });
