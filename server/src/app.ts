// The server's architecture in order: plugins, gateway, modules in their line, console files, one error handler, one answer for what is not there.
import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/index.ts";
import type { App } from "./http/app.ts";
import { createHttp, type HttpOptions } from "./http/server.ts";
import { countResources, joinMarks, joinScopes, joinSettings } from "./joins.ts";
import type { ServerKeys, SetupCode } from "./keys/index.ts";
import type { Log } from "./log.ts";
import { createAccounts } from "./modules/accounts/index.ts";
import { createAudit, registerAuditRoutes } from "./modules/audit/index.ts";
import { createClients } from "./modules/clients/index.ts";
import { registerMetricsRoutes } from "./modules/metrics/routes.ts";
import { createResources } from "./modules/resources/index.ts";
import { createSettings, registerSettingsRoutes } from "./modules/settings/index.ts";
import { createOutbox, waking } from "./outbox/index.ts";
import { consoleFiles } from "./plugins/console-files.ts";
import { csrf } from "./plugins/csrf.ts";
import { handleError, handleUnroutable } from "./plugins/errors.ts";
import { health } from "./plugins/health.ts";
import { idempotency } from "./plugins/idempotency.ts";
import { DOCS_PREFIX, openapi } from "./plugins/openapi.ts";
import { permissions } from "./plugins/permissions.ts";
import { prometheus } from "./plugins/prometheus.ts";
import { securityHeaders } from "./plugins/security-headers.ts";
import { sessionCookie, sessions } from "./plugins/sessions.ts";
import { createAttempts, SIGN_IN_LIMITS } from "./plugins/throttle.ts";

export interface AppConfig extends HttpOptions {
  /** Of the server, as people see it. */
  readonly version: string;
  /** Exact Origin values under which browsers reach this server. */
  readonly origins: readonly string[];
  /** Browsers come by https alone. */
  readonly secureCookies: boolean;
  /** Bearer token for /metrics from other machines. */
  readonly metricsToken?: string | undefined;
}

export interface AppDeps {
  readonly config: AppConfig;
  readonly database: Database;
  readonly keys: ServerKeys;
  readonly clock: Clock;
  readonly log: Log;
  /** Secure random bytes; node's own when left out. */
  readonly random?: (bytes: number) => Uint8Array;
  /** undefined when the server was configured as it started. */
  readonly setupCode: SetupCode | undefined;
  /** Folder of the built console. */
  readonly consoleFiles?: string | undefined;
  /** The agent as one file, for download. */
  readonly agentBundle?: string | undefined;
}

/** Builds the whole server without listening. Needs no database until the first request; app.close() stops everything it started. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, clock, log, keys } = deps;
  const random = deps.random ?? randomBytes;
  const app = createHttp(config, log, handleUnroutable);

  const outbox = createOutbox({ database: deps.database, clock, log });
  const database = waking(deps.database, outbox.wake);
  const cookie = sessionCookie(config.secureCookies);
  const audit = createAudit(database);
  const accounts = createAccounts({
    database,
    audit,
    clock,
    random,
    setupCode: deps.setupCode,
    recoveryFile: keys.recoveryFile,
    attempts: createAttempts(SIGN_IN_LIMITS),
    furnish: (tx, organization) => clients.addFirst(tx, organization),
    cookie,
    version: config.version,
  });
  const settings = createSettings({ database, clock, audit, scopes: joinScopes(accounts, () => clients) });
  const clients = createClients({ database, clock, audit, countResources });
  const inert = { presence: () => undefined, applySettings: () => undefined, disconnect: () => undefined, watch: () => () => undefined };
  const resources = createResources({
    database,
    clock,
    log,
    random,
    marks: joinMarks(audit),
    agents: inert as never,
    settingsFor: joinSettings(settings),
    sparkFor: async () => new Map(),
    feed: { publish: () => undefined, watched: () => false },
    serverHint: keys.identityKeyId.subarray(0, 16),
  });

  app.setErrorHandler(handleError);
  await securityHeaders(app, { secure: config.secureCookies });
  await sessions(app, { cookie, find: accounts.sessions.find });
  permissions(app, { publicPrefix: DOCS_PREFIX });
  csrf(app, { origins: config.origins });
  idempotency(app, { database, clock });
  await openapi(app, { version: config.version });
  health(app, { ready: database.ready });
  prometheus(app, { token: config.metricsToken });

  accounts.registerRoutes(app);
  registerAuditRoutes(app, audit);
  registerSettingsRoutes(app, settings);
  clients.registerRoutes(app);
  resources.registerRoutes(app);
  await app.register(
    async (api) =>
      registerMetricsRoutes(api as App, {
        chart: () => {
          throw new Error("not yet");
        },
      }),
    { prefix: "/api/v1" },
  );

  app.setNotFoundHandler(await consoleFiles(app, { consoleFiles: deps.consoleFiles, agentBundle: deps.agentBundle }));
  app.addHook("onReady", async () => outbox.start());
  app.addHook("onClose", () => outbox.stop());
  return app;
}
