// The API described by its own schemas: /api/openapi.json, and a page to read it at /api/docs.
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { App } from "../http/app.ts";
import { ErrorAnswer, Named } from "../http/schemas.ts";

export const DOCS_PREFIX = "/api/docs";

/** The page is a ready-made one that writes style elements; its scripts are files of its own. */
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Must be added before the routes it describes. */
export async function openapi(app: App, options: { version: string }): Promise<void> {
  app.addSchema(ErrorAnswer);
  app.addSchema(Named);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Vigia",
        version: options.version,
        description: "Writes carry `x-csrf-token` from the session answer; changes carry `If-Match`.",
      },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "__Host-vigia" },
          token: { type: "http", scheme: "bearer", description: "An API token, rmm_…" },
        },
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json["$id"] ?? `def-${index}`) },
  });
  await app.register(swaggerUi, {
    routePrefix: DOCS_PREFIX,
    staticCSP: PAGE_POLICY,
    // No validator: the page must not tell anybody outside that this server exists.
    uiConfig: { docExpansion: "list", validatorUrl: null },
  });
  // Written once: anybody may ask for it, as often as they like.
  let document: Buffer | undefined;
  app.get("/api/openapi.json", { config: { permission: "public" }, schema: { hide: true } }, async (_request, reply) => {
    document ??= Buffer.from(JSON.stringify(app.swagger()));
    return reply.type("application/json; charset=utf-8").send(document);
  });
}
