// The server's architecture in order: plugins, gateway, modules in their line, console files, one error handler, one answer for what is not there.
import { createPublicKey, randomBytes } from "node:crypto";
import type { AppDeps } from "./app-deps.ts";
import { createDelivery } from "./delivery/index.ts";
import { admissionLimits, createAdmission, createGateway, type LogsSink, mostOpenFiles } from "./gateway/index.ts";
import type { App } from "./http/app.ts";
import { trustedPeers } from "./http/client-address.ts";
import { serializeWhenNeeded } from "./http/lazy-serializers.ts";
import { csrfTokens } from "./http/origin.ts";
import { createHttp } from "./http/server.ts";
import {
  administratorsOf,
  askableForLogs,
  countResources,
  findTarget,
  joinFileLimits,
  joinFurnish,
  joinInterval,
  joinMarks,
  joinResetMail,
  joinScopes,
  joinSettings,
  joinTelemetry,
} from "./joins.ts";
import { findGroupNames, readRights, registerAccessRoutes } from "./modules/access/index.ts";
import { createAccounts, createPasswords } from "./modules/accounts/index.ts";
import { createAudit, createAuditWatch, createCheckpoints, registerAuditRoutes } from "./modules/audit/index.ts";
import { createClients } from "./modules/clients/index.ts";
import { createContracts } from "./modules/contracts/index.ts";
import { createDesks } from "./modules/desks/index.ts";
import { createDuplicates } from "./modules/duplicates/index.ts";
import { createFieldContainers, registerFieldRoutes } from "./modules/fields/index.ts";
import { createFileSweeper, createFiles } from "./modules/files/index.ts";
import { createImportService, registerImportRoutes } from "./modules/imports/index.ts";
import { createInventory } from "./modules/inventory/index.ts";
import { createLogService, registerLogRoutes } from "./modules/logs/index.ts";
import { createMetrics } from "./modules/metrics/index.ts";
import { createGuard, createNotify, systemResolve } from "./modules/notify/index.ts";
import { createAgentDirectory, createEventHandlers, createResources, findExisting } from "./modules/resources/index.ts";
import { createSettings, registerSettingsRoutes } from "./modules/settings/index.ts";
import { createSingleSignOn } from "./modules/sso/index.ts";
import { createTickets } from "./modules/tickets/index.ts";
import { createApiTokens } from "./modules/tokens/index.ts";
import { createVault } from "./modules/vault/index.ts";
import { createSavedViews, registerViewRoutes } from "./modules/views/index.ts";
import { createNews } from "./news.ts";
import { createOutbox, waking } from "./outbox/index.ts";
import { consoleFiles } from "./plugins/console-files.ts";
import { handleUnroutable } from "./plugins/errors.ts";
import { installPlugins } from "./plugins/install.ts";
import { createLiveFeed } from "./plugins/live-feed.ts";
import { createDeliveryTimings, createRegistry } from "./plugins/prometheus.ts";
import { sessionCookie } from "./plugins/sessions.ts";
import { createAttempts, createFailures, SIGN_IN_LIMITS, SSO_LIMITS, TOKEN_LIMITS } from "./plugins/throttle.ts";
import { createEnvelope, createPersonKeys, createSealer } from "./secrets/index.ts";
import { tellEachOther } from "./subscriptions.ts";
import { createTicketNews } from "./ticket-news.ts";

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
  const clients = createClients({ database, clock, audit, countResources, coverFor: (tx, ids) => contracts.ofClients(tx, ids) });
  const vault = createVault({ database, clock, audit, envelope, findTarget });
  const notify = createNotify({
    database,
    clock,
    log,
    random,
    audit,
    outbox,
    sealer: createSealer(envelope),
    guard: createGuard(config.webhookAllow ?? [], deps.resolve ?? systemResolve),
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
  const logsSink: LogsSink = {
    connected: (agent) => logs.connected(agent),
    offered: (agent, offer) => logs.offered(agent, offer),
    part: (agent, part) => logs.part(agent, part),
  };
  const gateway = createGateway({ clock, log, keys, generation: deps.generation, random, directory, delivery: taken, logs: logsSink });
  const inventory = createInventory({ database, clock, log, publish: marks.publish, audit: marks.audit, agents: gateway, feed: live });
  const serverHint = keys.identityKeyId.subarray(0, 16);
  const fieldContainers = createFieldContainers({ database, clock, audit });
  const filesPlace = { clock, folder: deps.filesFolder, s3: deps.s3 };
  const files = createFiles({ database, ...filesPlace, limitsFor: joinFileLimits(settings, deps.mostOfFiles) });
  const sweeper = createFileSweeper({ database, log, audit, files, ...filesPlace });
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
    coverFor: (tx, ids) => contracts.ofResources(tx, ids),
    feed: live,
    serverHint,
  });

  const views = createSavedViews({ database, clock, audit: marks.audit, filterFor: inventory.filterFor });
  const imports = createImportService({
    database,
    clock,
    log,
    audit,
    importing: resources.importing,
    makePlace: clients.makePlace,
    fieldsOf: async (viewer) => (await fieldContainers.list(viewer, "resource")).flatMap(({ fields }) => fields),
  });
  const duplicates = createDuplicates({ database, clock, marks, agents: gateway });
  const contracts = createContracts({ database, clock, marks });
  const desks = createDesks({ database, clock, marks });
  const ticketNews = createTicketNews({ notify, origins: config.origins });
  const tickets = createTickets({ database, clock, marks, files, desks, contracts, news: ticketNews, feed: live });

  const logs = createLogService({
    database,
    clock,
    log,
    marks,
    files,
    agents: gateway,
    exists: async (tx, { reach }, id) => (await findExisting(tx, reach, [id])).has(id),
    askable: askableForLogs,
  });

  tellEachOther({ outbox, gateway, live, attempts, accounts, resources, inventory, duplicates, tickets });

  await installPlugins(app, {
    deps,
    database,
    live,
    registry,
    cookie,
    csrfTokenOf,
    sessions: accounts.sessions,
    isFresh: accounts.isFresh,
    authenticate: tokens.authenticate,
    admission,
    gateway,
    delivery,
    auditWatch,
    sweeper,
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
  registerLogRoutes(app, logs);
  registerImportRoutes(app, imports);
  registerViewRoutes(app, views);
  contracts.registerRoutes(app);
  desks.registerRoutes(app);
  tickets.registerRoutes(app);
  gateway.registerRoute(app, config.trustedProxies, admission.proven);
  live.registerRoute(app, {
    origins: config.origins,
    existing: resources.existing,
    places: resources.places,
    clientsOfTickets: tickets.clientsOf,
    watch: gateway.watch,
    sessionAlive: accounts.sessions.isAlive,
  });
  app.setNotFoundHandler(await consoleFiles(app, { consoleFiles: deps.consoleFiles, agentBundle: deps.agentBundle }));

  app.decorate("firstMachineToken", resources.firstMachineToken);
  if (deps.describeOnly === true) return app;
  app.addHook("onReady", async () => {
    await metrics.start();
    inventory.start();
    await logs.start();
    await gateway.start();
    outbox.start();
    notify.start();
    auditWatch.start();
    sweeper.start();
  });
  app.addHook("onClose", async () => {
    logs.stop();
    // One that fails to stop does not keep the others running.
    for (const part of [imports, delivery, directory, inventory, outbox, notify, metrics, auditWatch, sweeper])
      await part.stop().catch((error: unknown) => log.error({ err: error }, "a part of the server did not stop cleanly"));
  });
  return app;
}
