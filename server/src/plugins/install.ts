// Everything that stands between a request and its route, in the order in which it is asked.
import type { AppDeps } from "../app-deps.ts";
import type { Database } from "../database/index.ts";
import type { Delivery } from "../delivery/index.ts";
import type { Admission, Gateway } from "../gateway/index.ts";
import type { App } from "../http/app.ts";
import { strictQueries } from "../http/queries.ts";
import type { Accounts } from "../modules/accounts/index.ts";
import type { AuditWatch } from "../modules/audit/index.ts";
import type { Sweeper } from "../modules/files/index.ts";
import { apiTokens } from "./api-tokens.ts";
import { cspReports } from "./csp-reports.ts";
import { csrf } from "./csrf.ts";
import { handleError } from "./errors.ts";
import { health } from "./health.ts";
import { idempotency } from "./idempotency.ts";
import type { LiveFeed } from "./live-feed.ts";
import { DOCS_PREFIX, openapi } from "./openapi.ts";
import { permissions } from "./permissions.ts";
import { agentFigures, connectionFigures, databaseFigures, installationFigures, prometheus, recordFigures } from "./prometheus.ts";
import { securityHeaders } from "./security-headers.ts";
import { sessions } from "./sessions.ts";
import { stepUp } from "./step-up.ts";
import { storableText } from "./storable-text.ts";
import { websockets } from "./websockets.ts";

export interface PluginParts {
  readonly deps: AppDeps;
  /** The one that wakes the outbox. */
  readonly database: Database;
  readonly live: LiveFeed;
  readonly registry: Parameters<typeof prometheus>[1]["registry"];
  readonly cookie: Parameters<typeof sessions>[1]["cookie"];
  readonly csrfTokenOf: Parameters<typeof sessions>[1]["csrfTokenOf"];
  readonly sessions: Accounts["sessions"];
  readonly isFresh: Accounts["isFresh"];
  readonly authenticate: Parameters<typeof apiTokens>[1]["authenticate"];
  readonly admission: Admission;
  readonly gateway: Gateway;
  readonly delivery: Delivery;
  readonly auditWatch: AuditWatch;
  readonly sweeper: Sweeper;
}

/** Adds them. Call before any route. */
export async function installPlugins(app: App, parts: PluginParts): Promise<void> {
  const { deps, database, live, registry, cookie, csrfTokenOf, admission, gateway, delivery } = parts;
  const { config, clock, log } = deps;
  await websockets(app, { log, goodbye: () => gateway.stop() });
  app.setErrorHandler(handleError);
  await securityHeaders(app, { secure: config.secureCookies });
  await sessions(app, { cookie, find: parts.sessions.find, csrfTokenOf });
  apiTokens(app, { authenticate: parts.authenticate });
  permissions(app, { publicPrefix: DOCS_PREFIX });
  stepUp(app, { isFresh: parts.isFresh });
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
        audit: parts.auditWatch,
        sweeper: parts.sweeper,
        live,
        clock,
        log,
        dataDir: deps.dataDir,
        version: config.version,
        generation: deps.generation,
      }),
    ],
  });
}
