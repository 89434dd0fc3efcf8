// The server's architecture in order: plugins, gateway, modules in their line, console files, one error handler, one answer for what is not there.
import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/index.ts";
import { createDelivery } from "./delivery/index.ts";
import { createGateway } from "./gateway/index.ts";
import type { App } from "./http/app.ts";
import { strictQueries } from "./http/queries.ts";
import { createHttp, type HttpOptions } from "./http/server.ts";
import { countResources, figuresOf, joinInterval, joinMarks, joinScopes, joinSettings } from "./joins.ts";
import type { ServerKeys, SetupCode } from "./keys/index.ts";
import type { Log } from "./log.ts";
import { createAccounts } from "./modules/accounts/index.ts";
import { createAudit, registerAuditRoutes } from "./modules/audit/index.ts";
import { createClients } from "./modules/clients/index.ts";
import { createMetrics } from "./modules/metrics/index.ts";
import { createAgentDirectory, createEventHandlers, createResources } from "./modules/resources/index.ts";
import { createSettings, registerSettingsRoutes } from "./modules/settings/index.ts";
import { createOutbox, waking } from "./outbox/index.ts";
import { consoleFiles } from "./plugins/console-files.ts";
import { csrf } from "./plugins/csrf.ts";
import { handleError, handleUnroutable } from "./plugins/errors.ts";
import { health } from "./plugins/health.ts";
import { idempotency } from "./plugins/idempotency.ts";
import { createLiveFeed } from "./plugins/live-feed.ts";
import { DOCS_PREFIX, openapi } from "./plugins/openapi.ts";
import { permissions } from "./plugins/permissions.ts";
import { prometheus } from "./plugins/prometheus.ts";
import { securityHeaders } from "./plugins/security-headers.ts";
import { sessionCookie, sessions } from "./plugins/sessions.ts";
import { storableText } from "./plugins/storable-text.ts";
import { createAttempts, SIGN_IN_LIMITS } from "./plugins/throttle.ts";
import { websockets } from "./plugins/websockets.ts";

declare module "fastify" {
  interface FastifyInstance {
    /** A token that enrols the machine this server runs on; undefined until the server is set up. */
    firstMachineToken(): Promise<string | undefined>;
  }
}

interface AppConfig extends HttpOptions {
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
  readonly random?: ((bytes: number) => Uint8Array) | undefined;
  /** undefined when the server was configured as it started. */
  readonly setupCode: SetupCode | undefined;
  /** Rises when the database was restored from a backup (keys/generation.ts). */
  readonly generation: number;
  /** Folder of the built console. */
  readonly consoleFiles?: string | undefined;
  /** The agent as one file, for download. */
  readonly agentBundle?: string | undefined;
  /** Only the routes are wanted, for the API document: nothing starts, and no database is needed. */
  readonly describeOnly?: boolean | undefined;
}

/** Builds the whole server without listening; app.ready() starts its work, app.close() ends it. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, clock, log, keys } = deps;
  const random = deps.random ?? randomBytes;
  const app = createHttp(config, log, handleUnroutable);
  const cookie = sessionCookie(config.secureCookies);
  const outbox = createOutbox({ database: deps.database, clock, log });
  const database = waking(deps.database, outbox.wake);
  const live = createLiveFeed({ clock, log });

  // The modules in their line; each gets what is left of it, and what belongs right of it as a plain function (joins.ts).
  const audit = createAudit(database);
  const marks = joinMarks(audit);
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
  const scopes = joinScopes(accounts, () => clients);
  const settings = createSettings({ database, clock, audit, scopes });
  const settingsFor = joinSettings(settings);
  const clients = createClients({ database, clock, audit, countResources });
  const metrics = createMetrics({ database, clock, log, intervalSeconds: joinInterval(settings, scopes) });

  // Agents: sockets, and what becomes of their records.
  const directory = createAgentDirectory({ database, clock, log, marks, settingsFor });
  const delivery = createDelivery({
    database,
    clock,
    log,
    events: createEventHandlers(clock),
    telemetry: metrics.telemetry,
    onCommitted: (agent, records) => resources.live.committed(agent, records),
  });
  const gateway = createGateway({ clock, log, keys, generation: deps.generation, random, directory, delivery });
  const serverHint = keys.identityKeyId.subarray(0, 16);
  const resources = createResources({
    database,
    clock,
    log,
    random,
    marks,
    agents: gateway,
    settingsFor,
    sparkFor: metrics.sparks,
    feed: live,
    serverHint,
  });

  // What happens in one place and is told in another.
  outbox.subscribe("setting.changed", resources.settingsSync.settingChanged);
  outbox.subscribe("resource.changed", resources.settingsSync.resourceChanged);
  outbox.subscribe("*", resources.live.happened);
  gateway.onPresence(resources.live.presences);
  accounts.sessions.onEnded(live.sessionEnded);

  await websockets(app, { log, goodbye: () => gateway.stop() });
  app.setErrorHandler(handleError);
  await securityHeaders(app, { secure: config.secureCookies });
  await sessions(app, { cookie, find: accounts.sessions.find });
  permissions(app, { publicPrefix: DOCS_PREFIX });
  strictQueries(app);
  csrf(app, { origins: config.origins });
  storableText(app);
  idempotency(app, { database, clock });
  await openapi(app, { version: config.version });
  health(app, { ready: database.ready });
  prometheus(app, { token: config.metricsToken, figures: figuresOf({ gateway, delivery, live }) });

  accounts.registerRoutes(app);
  registerAuditRoutes(app, audit);
  registerSettingsRoutes(app, settings);
  clients.registerRoutes(app);
  resources.registerRoutes(app);
  metrics.registerRoutes(app);
  gateway.registerRoute(app);
  live.registerRoute(app, {
    origins: config.origins,
    existing: resources.existing,
    watch: gateway.watch,
    sessionAlive: accounts.sessions.isAlive,
  });
  app.setNotFoundHandler(await consoleFiles(app, { consoleFiles: deps.consoleFiles, agentBundle: deps.agentBundle }));

  app.decorate("firstMachineToken", resources.firstMachineToken);
  if (deps.describeOnly === true) return app;
  app.addHook("onReady", async () => {
    await metrics.start();
    await gateway.start();
    outbox.start();
  });
  app.addHook("onClose", async () => {
    // One that fails to stop does not keep the others running.
    for (const part of [delivery, directory, outbox, metrics])
      await part.stop().catch((error: unknown) => log.error({ err: error }, "a part of the server did not stop cleanly"));
  });
  return app;
}
