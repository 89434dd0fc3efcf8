// Fastify with this server's limits: exact paths, small heads and bodies, no patience for slow senders.
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, { type FastifyBaseLogger, type FastifyServerOptions, LogController } from "fastify";
import type { Log } from "../log.ts";
import type { App } from "./app.ts";
import { validateWhenNeeded } from "./lazy-validators.ts";
import { patientServer } from "./patience.ts";
import { refuseUnreadable } from "./unreadable.ts";

export interface HttpOptions {
  /** Addresses of proxies whose X-Forwarded-* headers are believed; none by default. */
  readonly trustedProxies: readonly string[];
  /** Certificate chain and key (PEM) when this process speaks TLS itself. */
  readonly tls?: { readonly cert: string | Buffer; readonly key: string | Buffer } | undefined;
}

/** Builds the bare server. `onUnroutable` answers requests whose path is no path. */
export function createHttp(options: HttpOptions, log: Log, onUnroutable: NonNullable<FastifyServerOptions["frameworkErrors"]>): App {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Requests are counted and timed (plugins/prometheus.ts); a line for each would bury what matters.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1_048_576,
    trustProxy: options.trustedProxies.length > 0 ? [...options.trustedProxies] : false,
    routerOptions: { caseSensitive: true, ignoreTrailingSlash: false, ignoreDuplicateSlashes: false, maxParamLength: 200 },
    ajv: { customOptions: { coerceTypes: false as const, removeAdditional: false, useDefaults: true, allErrors: true } },
    schemaController: { compilersFactory: { buildValidator: validateWhenNeeded() } },
    frameworkErrors: onUnroutable,
    forceCloseConnections: true,
    clientErrorHandler: refuseUnreadable,
    serverFactory: (handler) => patientServer(handler, options.tls),
  });
  return app.withTypeProvider<TypeBoxTypeProvider>() as unknown as App;
}
