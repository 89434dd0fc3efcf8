// The console's files and the downloadable agent. A page gets a fresh nonce; hashed assets never change and are kept for a year.
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyReply, FastifyRequest } from "fastify";
import { AppError } from "../errors.ts";
import type { App } from "../http/app.ts";
import { handleNotFound } from "./errors.ts";
import { contentSecurityPolicy } from "./security-headers.ts";

const NONCE_PLACE = "__CSP_NONCE__";
const NOT_BUILT = "The console is not built yet. Run `npm start` in Vigia's folder (or `npm run build -w console`) and reload this page.\n";

export interface ConsoleFilesOptions {
  /** Folder of the built console; absent or empty before the first build. */
  readonly consoleFiles: string | undefined;
  /** The agent as one file. */
  readonly agentBundle: string | undefined;
}

/** Answers the handler for requests that no route took: pages for people, 404 for everything else. */
export async function consoleFiles(app: App, options: ConsoleFilesOptions) {
  const folder = options.consoleFiles;
  if (folder !== undefined && fs.existsSync(folder)) {
    await app.register(fastifyStatic, { root: folder, serve: false });
    serveFiles(app, folder);
  }
  app.get("/download/vigia-agent.mjs", { config: { permission: "public" }, schema: { hide: true } }, async (_request, reply) => {
    if (options.agentBundle === undefined || !fs.existsSync(options.agentBundle))
      throw new AppError("NOT_FOUND", "the agent is not built yet");
    reply.header("content-disposition", 'attachment; filename="vigia-agent.mjs"').header("cache-control", "no-cache");
    return reply.type("text/javascript; charset=utf-8").send(fs.createReadStream(options.agentBundle));
  });
  return (request: FastifyRequest, reply: FastifyReply) => (isPage(request) ? sendPage(reply, folder) : handleNotFound(request, reply));
}

/** One route per file that the build made, so that no path is ever built from a request. */
function serveFiles(app: App, folder: string): void {
  const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const file of files) {
    const name = path.relative(folder, path.join(file.parentPath, file.name)).split(path.sep).join("/");
    if (name === "index.html") continue;
    const hashed = name.startsWith("assets/");
    const cache = hashed ? { immutable: true, maxAge: "1y" } : { maxAge: "1h" };
    app.get(`/${name}`, { config: { permission: "public" }, schema: { hide: true } }, (_request, reply) => reply.sendFile(name, cache));
  }
}

/** A plain page path: words and slashes, no extension, no encoding, nothing under /api or another program's root. */
function isPage(request: FastifyRequest): boolean {
  const [pathname = ""] = request.url.split("?");
  return (
    (request.method === "GET" || request.method === "HEAD") &&
    /^\/(?!(api|agent|download|assets)(\/|$))(?:[\w-]+(?:\/[\w-]+)*\/?)?$/i.test(pathname)
  );
}

function sendPage(reply: FastifyReply, folder: string | undefined): FastifyReply {
  const file = folder === undefined ? undefined : path.join(folder, "index.html");
  if (file === undefined || !fs.existsSync(file)) return reply.code(503).type("text/plain; charset=utf-8").send(NOT_BUILT);
  const nonce = randomBytes(16).toString("base64");
  const page = fs.readFileSync(file, "utf8").replaceAll(NONCE_PLACE, nonce);
  reply.header("content-security-policy", contentSecurityPolicy(nonce)).header("cache-control", "no-cache");
  return reply.type("text/html; charset=utf-8").send(page);
}
