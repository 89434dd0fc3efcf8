// The rows of what is not the API: pages, files, downloads, health and figures, and what looks like them.
import { encode } from "@vigia/protocol";
import { METRICS_TOKEN } from "./installation.ts";
import { type Principal, THIS_MACHINE } from "./principals.ts";

interface FileAsk {
  /** Replaces the route's own. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Asked from this address, and not from where the principal is. */
  readonly from?: string;
}

const plain: FileAsk = {};
const hello = encode({ hello: { statement: new Uint8Array(64), signature: new Uint8Array(64) } });

/** By "METHOD url", and in brackets what is special about the request. */
export const FILES: Readonly<Record<string, FileAsk>> = {
  "GET / (the console)": plain,
  "GET /resources/1 (a page of it)": plain,
  "GET /assets/app-0.js": plain,
  "GET /assets/../index.html (a path)": { url: "/assets/%2e%2e%2findex.html" },
  "GET /download/vigia-agent.mjs": plain,
  "GET /download/other.mjs": plain,
  "GET /api/openapi.json": plain,
  "GET /api/docs": plain,
  "GET /api/docs/json": plain,
  "GET /api/docs/yaml": plain,
  "GET /api/docs/static/*": { url: "/api/docs/static/swagger-ui.css" },
  "GET /api/docs/static/index.html": plain,
  "GET /api/docs/static/swagger-initializer.js": plain,
  "GET /healthz": plain,
  "GET /readyz": plain,
  "POST /csp-reports": { body: Buffer.from("{}"), headers: { "content-type": "application/csp-report" } },
  "GET /metrics": plain,
  "GET /metrics (from this machine)": { from: THIS_MACHINE },
  "GET /metrics (behind a proxy on it)": { from: THIS_MACHINE, headers: { "x-forwarded-for": "192.0.2.1" } },
  "GET /metrics (with its own token)": { headers: { authorization: `Bearer ${METRICS_TOKEN}` } },
  "GET /agent/v1": plain,
  "POST /agent/v1 (a hello by HTTP)": { body: hello, headers: { "content-type": "application/octet-stream" } },
  "GET /api/v1/live (without a socket)": plain,
  "GET /api/v2/session (no such version)": plain,
  "GET /.git/config (no such file)": plain,
};

/** The status; several where it depends on how the principal presents themselves. */
export async function fileCell(name: string, { url, headers, body, from }: FileAsk, { browsers }: Principal): Promise<string> {
  const [method = "", own = ""] = name.split(" ");
  const said = new Set<string>();
  for (const browser of browsers) {
    const { address, cookie } = browser;
    if (from !== undefined) browser.address = from;
    const { status } = await browser.call(method, url ?? own, body && Buffer.from(body), { ...headers });
    Object.assign(browser, { address, cookie });
    said.add(String(status));
  }
  return [...said].join("/");
}
