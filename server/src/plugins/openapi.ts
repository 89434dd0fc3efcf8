// The API described by its own schemas: /api/openapi.json, and a page to read it at /api/docs.
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { App } from "../http/app.ts";
import { ErrorAnswer, Named } from "../http/schemas.ts";

export const DOCS_PREFIX = "/api/docs";

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
      components: { securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-vigia" } } },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => String(json["$id"] ?? `def-${index}`) },
  });
  await app.register(swaggerUi, { routePrefix: DOCS_PREFIX, staticCSP: true, uiConfig: { docExpansion: "list", tryItOutEnabled: false } });
  app.get("/api/openapi.json", { config: { permission: "public" }, schema: { hide: true } }, async () => app.swagger());
}
