// The server's architecture in order: plugins, gateway, modules in their line, console files, one error handler, one answer for what is not there.
import { createPublicKey, randomBytes } from "node:crypto";
import type { Clock } from "./clock.ts";
import type { Database } from "./database/index.ts";
import { createDelivery, type Delivery, type EventHandlers, type Failpoint } from "./delivery/index.ts";
import { type AdmissionLimits, admissionLimits, createAdmission, createGateway, mostOpenFiles } from "./gateway/index.ts";
import type { App } from "./http/app.ts";
import { trustedPeers } from "./http/client-address.ts";
import { serializeWhenNeeded } from "./http/lazy-serializers.ts";
import { csrfTokens } from "./http/origin.ts";
import { strictQueries } from "./http/queries.ts";
import { createHttp, type HttpOptions } from "./http/server.ts";
import {
  administratorsOf,
  countResources,
  findTarget,
  joinFurnish,
  joinInterval,
  joinMarks,
  joinResetMail,
  joinScopes,
  joinSettings,
  joinTelemetry,
} from "./joins.ts";
import type { ServerKeys, SetupCode } from "./keys/index.ts";
import type { Log } from "./log.ts";
import { findGroupNames, readRights, registerAccessRoutes } from "./modules/access/index.ts";
import { createAccounts, createPasswords, type ReadRights } from "./modules/accounts/index.ts";
import { createAudit, createAuditWatch, createCheckpoints, registerAuditRoutes } from "./modules/audit/index.ts";
import { createClients } from "./modules/clients/index.ts";
import { createDuplicates } from "./modules/duplicates/index.ts";
import { createFieldContainers, registerFieldRoutes } from "./modules/fields/index.ts";
import { createFiles } from "./modules/files/index.ts";
import { createInventory } from "./modules/inventory/index.ts";
import { createMetrics } from "./modules/metrics/index.ts";
import { createGuard, createNotify, type MailServer, systemResolve } from "./modules/notify/index.ts";
import { createAgentDirectory, createEventHandlers, createResources } from "./modules/resources/index.ts";
import { createSettings, registerSettingsRoutes } from "./modules/settings/index.ts";
import { createSingleSignOn } from "./modules/sso/index.ts";
import { createApiTokens } from "./modules/tokens/index.ts";
import { createVault } from "./modules/vault/index.ts";
import { createNews } from "./news.ts";
import { createOutbox, waking } from "./outbox/index.ts";
import { apiTokens } from "./plugins/api-tokens.ts";
import { consoleFiles } from "./plugins/console-files.ts";
import { cspReports } from "./plugins/csp-reports.ts";
import { csrf } from "./plugins/csrf.ts";
import { handleError, handleUnroutable } from "./plugins/errors.ts";
import { health } from "./plugins/health.ts";
import { idempotency } from "./plugins/idempotency.ts";
import { createLiveFeed } from "./plugins/live-feed.ts";
import { DOCS_PREFIX, openapi } from "./plugins/openapi.ts";
import { permissions } from "./plugins/permissions.ts";
import {
  agentFigures,
  connectionFigures,
  createDeliveryTimings,
  createRegistry,
  databaseFigures,
  installationFigures,
  prometheus,
  recordFigures,
} from "./plugins/prometheus.ts";
import { securityHeaders } from "./plugins/security-headers.ts";
import { sessionCookie, sessions } from "./plugins/sessions.ts";
import { stepUp } from "./plugins/step-up.ts";
import { storableText } from "./plugins/storable-text.ts";
import { createAttempts, createFailures, SIGN_IN_LIMITS, SSO_LIMITS, TOKEN_LIMITS } from "./plugins/throttle.ts";
import { websockets } from "./plugins/websockets.ts";
import { createEnvelope, createPersonKeys, createSealer, type Kek, type KekBackup } from "./secrets/index.ts";
import type { Signer } from "./signer/index.ts";

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
  /** The way out for mails of organizations that have none of their own. */
  readonly mailServer?: MailServer | undefined;
  /** Addresses and networks that are not public, and that organizations may have this server connect to. */
  readonly webhookAllow?: readonly string[] | undefined;
}

/** Wrappers around what applies agents' events and what takes their batches; each is the product's own when left out. */
export interface PlantedBug {
  events?(events: EventHandlers, database: Database): EventHandlers;
  delivery?(delivery: Delivery, events: EventHandlers, database: Database): Delivery;
}

export interface AppDeps {
  readonly config: AppConfig;
  readonly database: Database;
  readonly keys: ServerKeys;
  /** What stored secrets are under, and the operator's copy of it. */
  readonly kek: Kek;
  readonly kekBackup: KekBackup;
  /** Absolute path of the data directory, whose disk is watched. */
  readonly dataDir?: string | undefined;
  /** Absolute path; where the heads of the audit log are signed. */
  readonly checkpointFile: string;
  /** Absolute path of a folder of this server's own; the content of files lies there. */
  readonly filesFolder: string;
  /** Keeps and verifies second factors, in its own process. */
  readonly signer: Signer;
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
  /** What people may do; of their grants when left out. Row-level security is tested alone with one that allows everything. */
  readonly readRights?: ReadRights | undefined;
  /** For tests that end the process at a place of a commit. */
  readonly failpoint?: Failpoint | undefined;
  /** How many connections may be open; by what the system allows this process when left out. */
  readonly admission?: AdmissionLimits | undefined;
  /** For tests that plant a bug and look whether it is found. */
  readonly planted?: PlantedBug | undefined;
  /** Only the routes are wanted, for the API document: nothing starts, and no database is needed. */
  readonly describeOnly?: boolean | undefined;
}

/** Builds the whole server without listening; app.ready() starts its work, app.close() ends it. */
export async function buildApp(deps: AppDeps): Promise<App> {
  const { config, clock, log, keys } = deps;
  const random = deps.random ?? randomBytes;
  const rightsOf = deps.readRights ?? readRights;
  const app = createHttp(config, log, handleUnroutable);
  serializeWhenNeeded(app);
  const admission = createAdmission(deps.admission ?? admissionLimits(mostOpenFiles()), trustedPeers(config.trustedProxies));
  admission.guard(app.server);
  const cookie = sessionCookie(config.secureCookies);
  const csrfTokenOf = csrfTokens(deps.kek.derive("csrf"));
  const outbox = createOutbox({ database: deps.database, clock, log });
  const database = waking(deps.database, outbox.wake);
  const live = createLiveFeed({ clock, log });
  const registry = createRegistry();

  // The modules in their line; each gets what is left of it, and what belongs right of it as a plain function (joins.ts).
  const people = createPersonKeys({ kek: deps.kek, random });
  const envelope = createEnvelope({ kek: deps.kek, random });
  const audit = createAudit({ database, people });
  const checkpoints = createCheckpoints(deps.checkpointFile, { sign: keys.identity, verify: createPublicKey(keys.identity) });
  const auditWatch = createAuditWatch({ database, clock, log, checkpoints });
  const marks = joinMarks(audit);
  // One for all, so that what hashing takes together is bounded.
  const passwords = createPasswords();
  const attempts = createAttempts(SIGN_IN_LIMITS);
  const news = createNews({
    notify: () => notify,
    firstPassword: (tx, person) => accounts.firstPassword(tx, person),
    origins: config.origins,
  });
  const accounts = createAccounts({
    database,
    audit,
    clock,
    random,
    setupCode: deps.setupCode,
    recoveryFile: keys.recoveryFile,
    kekBackup: deps.kekBackup,
    log,
    attempts,
    passwords,
    sendResetMail: joinResetMail(() => notify, config.origins),
    news,
    furnish: (tx, organization) => joinFurnish(clients)(tx, organization),
    readRights: rightsOf,
    signer: deps.signer,
    groupNames: findGroupNames,
    cookie,
    csrfTokenOf,
    version: config.version,
  });
  const sso = createSingleSignOn({
    database,
    audit,
    clock,
    log,
    random,
    sealer: createSealer(envelope),
    admit: accounts.admission.admit,
    passwords,
    sessionAlive: accounts.sessions.isAlive,
    origins: config.origins,
    secure: config.secureCookies,
    arrivals: createAttempts(SSO_LIMITS),
    cookie,
  });
  const tokens = createApiTokens({
    database,
    audit,
    clock,
    random,
    readRights: rightsOf,
    failures: createFailures(TOKEN_LIMITS),
    tellCreated: news.tokenCreated,
  });
  const scopes = joinScopes(accounts, () => clients);
  const settings = createSettings({ database, clock, audit, scopes });
  const settingsFor = joinSettings(settings);
  const clients = createClients({ database, clock, audit, countResources });
  const vault = createVault({ database, clock, audit, envelope, findTarget });
  const notify = createNotify({
    database,
    clock,
    log,
    random,
    audit,
    outbox,
    sealer: createSealer(envelope),
    guard: createGuard(config.webhookAllow ?? [], systemResolve),
    defaultMailServer: config.mailServer,
    administrators: administratorsOf,
    tellLive: live.tellPerson,
  });
  const metrics = createMetrics({ database, clock, log, intervalSeconds: joinInterval(settings, scopes) });

  // Agents: sockets, and what becomes of their records.
  const directory = createAgentDirectory({ database, clock, log, marks, settingsFor, tellClone: news.cloneFound });
  const events = createEventHandlers(clock);
  const delivery = createDelivery({
    database,
    clock,
    log,
    events: deps.planted?.events?.(events, database) ?? events,
    telemetry: joinTelemetry(metrics.telemetry, {
      read: (record) => inventory.read(record),
      keep: (client, items) => inventory.keep(client, items),
    }),
    onCommitted: (agent, records) => {
      resources.live.committed(agent, records);
      inventory.committed(agent, records);
    },
    timings: createDeliveryTimings(registry),
    failpoint: deps.failpoint,
  });
  const taken = deps.planted?.delivery?.(delivery, events, database) ?? delivery;
  const gateway = createGateway({ clock, log, keys, generation: deps.generation, random, directory, delivery: taken });
  const inventory = createInventory({ database, clock, log, publish: marks.publish, agents: gateway, feed: live });
  const serverHint = keys.identityKeyId.subarray(0, 16);
  const fieldContainers = createFieldContainers({ database, clock, audit });
  const files = createFiles({ database, folder: deps.filesFolder });
  const resources = createResources({
    database,
    files,
    clock,
    log,
    random,
    marks,
    agents: gateway,
    settingsFor,
    sparkFor: metrics.sparks,
    filterFor: inventory.filterFor,
    feed: live,
    serverHint,
  });

  const duplicates = createDuplicates({ database, clock, marks, agents: gateway });

  // What happens in one place and is told in another.
  outbox.subscribe("account.unlocked", ({ payload: { userId, email } }) => {
    for (const counted of [email, `factor ${userId}`]) attempts.forget(counted);
  });
  outbox.subscribe("factors.reset", async ({ organizationId, payload: { userId } }) => {
    await accounts.sessions.endOf({ organizationId, userId });
  });
  outbox.subscribe("account.logged", accounts.tellElsewhere);
  outbox.subscribe("setting.changed", resources.settingsSync.settingChanged);
  outbox.subscribe("resource.changed", resources.settingsSync.resourceChanged);
  outbox.subscribe("resource.deleted", inventory.resourceDeleted);
  outbox.subscribe("inventory.changed", duplicates.inventoryChanged);
  outbox.subscribe("resource.merged", duplicates.resourceMerged);
  outbox.subscribe("*", resources.live.happened);
  gateway.onPresence(resources.live.presences);
  accounts.sessions.onEnded(live.sessionEnded);
  outbox.subscribe("access.changed", ({ organizationId, payload: { userIds } }) => {
    accounts.sessions.forgetRights(organizationId);
    live.rightsChanged(organizationId, userIds);
  });

  await websockets(app, { log, goodbye: () => gateway.stop() });
  app.setErrorHandler(handleError);
  await securityHeaders(app, { secure: config.secureCookies });
  await sessions(app, { cookie, find: accounts.sessions.find, csrfTokenOf });
  apiTokens(app, { authenticate: tokens.authenticate });
  permissions(app, { publicPrefix: DOCS_PREFIX });
  stepUp(app, { isFresh: accounts.isFresh });
  strictQueries(app);
  csrf(app, { origins: config.origins });
  storableText(app);
  idempotency(app, { database, clock, hashKey: deps.kek.derive("idempotency") });
  await openapi(app, { version: config.version });
  const reportFigure = cspReports(app);
  health(app, { ready: database.ready });
  prometheus(app, {
    registry,
    token: config.metricsToken,
    figures: [
      ...connectionFigures(admission),
      reportFigure,
      ...agentFigures(gateway),
      ...recordFigures(delivery),
      ...databaseFigures({ database: deps.database, clock, log }),
      ...installationFigures({
        signer: deps.signer,
        audit: auditWatch,
        live,
        clock,
        log,
        dataDir: deps.dataDir,
        version: config.version,
        generation: deps.generation,
      }),
    ],
  });

  accounts.registerRoutes(app);
  registerAccessRoutes(app, { database, clock, audit, random, passwords, sessions: accounts.sessions, invite: news.invite });
  sso.registerRoutes(app);
  tokens.registerRoutes(app);
  registerAuditRoutes(app, { audit, watch: auditWatch, database });
  registerSettingsRoutes(app, settings);
  vault.registerRoutes(app);
  notify.registerRoutes(app);
  clients.registerRoutes(app);
  registerFieldRoutes(app, fieldContainers);
  resources.registerRoutes(app);
  metrics.registerRoutes(app);
  inventory.registerRoutes(app);
  duplicates.registerRoutes(app);
  gateway.registerRoute(app, config.trustedProxies, admission.proven);
  live.registerRoute(app, {
    origins: config.origins,
    existing: resources.existing,
    places: resources.places,
    watch: gateway.watch,
    sessionAlive: accounts.sessions.isAlive,
  });
  app.setNotFoundHandler(await consoleFiles(app, { consoleFiles: deps.consoleFiles, agentBundle: deps.agentBundle }));

  app.decorate("firstMachineToken", resources.firstMachineToken);
  if (deps.describeOnly === true) return app;
  app.addHook("onReady", async () => {
    await metrics.start();
    inventory.start();
    await gateway.start();
    outbox.start();
    notify.start();
    auditWatch.start();
  });
  app.addHook("onClose", async () => {
    // One that fails to stop does not keep the others running.
    for (const part of [delivery, directory, inventory, outbox, notify, metrics, auditWatch])
      await part.stop().catch((error: unknown) => log.error({ err: error }, "a part of the server did not stop cleanly"));
  });
  return app;
}
