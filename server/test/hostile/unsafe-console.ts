// The console with a hole: built with this flag alone, text of machines is placed as markup. It proves that the pack would notice one.
import fs from "node:fs";
import path from "node:path";
import type { BrowserContext } from "playwright-core";
import { build } from "vite";
import { root } from "../kit/processes.ts";

/** Stands in the code of the sink, and nowhere in a product's build. */
const SINK_MARK = "vigia-unsafe-sink";

const SINK = `
import { jsx } from "react/jsx-runtime";
export const AgentText = ({ text }) => jsx("bdi", { "data-mark": "${SINK_MARK}", dangerouslySetInnerHTML: { __html: text } });
`;

/** Builds it into `folder`. Nothing is minified: it is looked at once. */
export async function buildUnsafeConsole(folder: string): Promise<void> {
  await build({
    root: path.join(root, "console"),
    logLevel: "error",
    plugins: [
      {
        name: SINK_MARK,
        enforce: "pre",
        load: (id) => (id.endsWith("/ui/agent-text.tsx") ? SINK : undefined),
      },
    ],
    build: { outDir: folder, emptyOutDir: true, minify: false, sourcemap: false, reportCompressedSize: false },
  });
}

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

/** Serves these files to this context in place of the server's own, under the server's own headers. */
export async function serveInstead(context: BrowserContext, url: string, folder: string): Promise<void> {
  await context.route(`${url}/assets/**`, (route) => {
    const file = path.join(folder, new URL(route.request().url()).pathname);
    return fs.existsSync(file)
      ? route.fulfill({ path: file, contentType: TYPES[path.extname(file)] ?? "application/octet-stream" })
      : route.continue();
  });
  await context.route(
    (address) => address.origin === url && !/^\/(api|assets)\//.test(address.pathname),
    async (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      const response = await route.fetch();
      const nonce = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
      const page = fs.readFileSync(path.join(folder, "index.html"), "utf8").replaceAll("__CSP_NONCE__", nonce);
      return route.fulfill({ response, body: page });
    },
  );
}

/** The files of a build that contain the sink. */
export function filesWithSink(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fs.readFileSync(path.join(entry.parentPath, entry.name), "utf8").includes(SINK_MARK))
    .map((entry) => entry.name);
}
