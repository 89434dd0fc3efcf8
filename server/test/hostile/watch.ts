// Everything a page could do that a text must never make it do: dialogs, foreign requests, other pages, violated policies, failed answers.
import fs from "node:fs";
import path from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { root } from "../kit/processes.ts";

/** What the console is known to ask for: its own files, and the API's routes with ids in them. */
function knownPaths(consoleFiles: string): RegExp[] {
  const files = fs.readdirSync(consoleFiles, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const { paths } = JSON.parse(fs.readFileSync(path.join(root, "console/src/api/openapi.json"), "utf8")) as { paths: object };
  const literal = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&");
  return [
    ...files.map((file) => literal(`/${path.relative(consoleFiles, path.join(file.parentPath, file.name))}`)),
    ...Object.keys(paths).map((route) => literal(route).replaceAll(/\{\w+\}/g, "[0-9a-f-]{36}")),
    "/api/v1/live",
  ].map((pattern) => new RegExp(`^${pattern}$`));
}

/** Notes in `complaints` what happens in this context from now on. Answers how to tell that a page is opened on purpose. */
export function watchFor(
  context: BrowserContext,
  { url, consoleFiles, complaints }: { url: string; consoleFiles: string; complaints: string[] },
): (path: string) => void {
  const known = knownPaths(consoleFiles);
  const meant = new Set<string>();
  const expected = (address: string): boolean => {
    const { protocol, host, pathname } = new URL(address);
    if (protocol === "blob:" || protocol === "data:") return true;
    return host === new URL(url).host && (meant.has(pathname) || known.some((pattern) => pattern.test(pathname)));
  };
  const watch = (page: Page): void => {
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("websocket", (socket) => {
      if (!expected(socket.url())) complaints.push(`socket: ${socket.url()}`);
    });
    page.on("worker", (worker) => complaints.push(`worker: ${worker.url()}`));
    page.on("frameattached", () => complaints.push("a frame inside a page"));
  };
  for (const page of context.pages()) watch(page);
  context.on("page", (page) => {
    complaints.push(`another page: ${page.url()}`);
    watch(page);
  });
  context.on("request", (request) => {
    if (!expected(request.url())) complaints.push(`request: ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`answer: ${response.status()} ${response.url()}`);
  });
  return (page) => meant.add(page);
}

/** How often browsers reported a violated policy to this server. */
export async function policyReports(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`)).text();
  return [...figures.matchAll(/^vigia_csp_reports_total\{.*\} (\d+)$/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
}
