// API tokens: keys for programs. One is never more than its creator may do at that moment, and never touches accounts or credentials
// (http/token-rules.ts). Enrolment tokens, which let machines in, belong to the resources.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import type { Rights } from "../../http/principal.ts";
import type { AuthenticateToken } from "../../plugins/api-tokens.ts";
import type { Audit } from "../audit/index.ts";
import { createAuthenticate, type FailureCounter } from "./authenticate.ts";
import { registerTokenRoutes } from "./routes.ts";
import { createTokens, type TellTokenCreated } from "./service.ts";

export type { TellTokenCreated } from "./service.ts";

export interface ApiTokensDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  /** A person's rights now, in the transaction's organization (modules/access). */
  readonly readRights: (tx: Tx, userId: string) => Promise<Rights>;
  readonly failures: FailureCounter;
  readonly tellCreated: TellTokenCreated;
}

export interface ApiTokens {
  readonly authenticate: AuthenticateToken;
  registerRoutes(app: App): void;
}

/** Builds the module. */
export function createApiTokens(deps: ApiTokensDeps): ApiTokens {
  const tokens = createTokens(deps);
  return {
    authenticate: createAuthenticate(deps),
    registerRoutes: (app) => registerTokenRoutes(app, tokens),
  };
}
