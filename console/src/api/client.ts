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

async function reachable(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    throw new ApiError(0, "NETWORK", "the server did not answer", {}, cause);
  }
}

export const api = createClient<paths>({ baseUrl: "/", fetch: reachable });
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
