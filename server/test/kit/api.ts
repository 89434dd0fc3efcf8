// A signed-in technician's view of the REST API, for tests of whole processes.
import fs from "node:fs";
import path from "node:path";

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export class Api {
  readonly url: string;
  cookie = "";
  csrfToken = "";
  constructor(url: string) {
    this.url = url;
  }

  async call<T = Record<string, unknown>>(
    method: string,
    route: string,
    body?: unknown,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Answer<T>> {
    const response = await fetch(`${this.url}${route}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(this.cookie === "" ? {} : { cookie: this.cookie }),
        ...(this.csrfToken === "" ? {} : { "x-csrf-token": this.csrfToken }),
        origin: this.url,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0];
    if (cookie !== undefined) this.cookie = cookie;
    const text = await response.text();
    return { status: response.status, body: (text.startsWith("{") ? JSON.parse(text) : text) as T };
  }

  /** The same, for calls that must work. Throws with the server's own words. */
  async ok<T = Record<string, unknown>>(method: string, route: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const answer = await this.call<T>(method, route, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${route} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

const administrator = { name: "Ana Admin", email: "ana@example.test", password: "correct horse battery staple" };

/** Sets a fresh server up and answers its administrator, signed in. */
export async function setUp(url: string, dataDir: string): Promise<Api> {
  const api = new Api(url);
  const code = fs.readFileSync(path.join(dataDir, "setup-code"), "utf8").trim();
  const session = await api.ok<{ csrfToken: string }>("POST", "/api/v1/setup", { code, organization: "Acme IT", ...administrator });
  api.csrfToken = session.csrfToken;
  return api;
}

/** Signs the administrator in again, e.g. after a restart. */
export async function signIn(url: string): Promise<Api> {
  const api = new Api(url);
  const session = await api.ok<{ csrfToken: string }>("POST", "/api/v1/session", {
    email: administrator.email,
    password: administrator.password,
  });
  api.csrfToken = session.csrfToken;
  return api;
}

/** A new client with one site, and a token for it that approves by itself. */
export async function makeToken(
  api: Api,
  approval: "automatic" | "manual" = "automatic",
): Promise<{ token: string; clientId: string; siteId: string }> {
  const client = await api.ok<{ id: string }>("POST", "/api/v1/clients", { name: `Client ${Date.now()}` });
  const site = await api.ok<{ id: string }>("POST", "/api/v1/sites", { clientId: client.id, name: "Main" });
  const made = await api.ok<{ token: string }>("POST", "/api/v1/enrollment-tokens", { clientId: client.id, siteId: site.id, approval });
  return { token: made.token, clientId: client.id, siteId: site.id };
}
