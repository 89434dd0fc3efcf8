// Accounts: the server's set-up, people, their sessions and organizations, and what each role may do.
// It is left of every other module; what a new organization starts with is given to it as `furnish`.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { App } from "../../http/app.ts";
import type { RecoveryFile, SetupCode } from "../../keys/index.ts";
import type { Audit } from "../audit/index.ts";
import { createOrganizations, type Furnish } from "./organizations.ts";
import { createPasswords } from "./passwords.ts";
import { createProfile } from "./profile.ts";
import { findOrganizationName } from "./queries.ts";
import { registerRecoveryKeyRoutes } from "./recovery-key-routes.ts";
import { type CookieJar, createWelcome, registerSessionRoutes } from "./session-routes.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { createSetup } from "./setup.ts";
import { registerSetupRoutes } from "./setup-routes.ts";
import { type AttemptCounter, createSignIn } from "./sign-in.ts";

export { createOrganizations } from "./organizations.ts";
export { createPasswords } from "./passwords.ts";

export interface AccountsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly setupCode: SetupCode | undefined;
  readonly recoveryFile: RecoveryFile;
  readonly attempts: AttemptCounter;
  readonly furnish: Furnish;
  readonly cookie: CookieJar;
  /** Of the server. */
  readonly version: string;
}

export interface Accounts {
  readonly sessions: Sessions;
  /** The organization as the widest scope of settings. */
  organizationScope(tx: Tx, organizationId: string): Promise<NamedOrganization>;
  registerRoutes(app: App): void;
}

interface NamedOrganization {
  readonly scope: "organization";
  readonly id: string;
  readonly name: string;
}

/** Builds the module. */
export function createAccounts(deps: AccountsDeps): Accounts {
  const { database, audit, setupCode, cookie } = deps;
  const passwords = createPasswords();
  const sessions = createSessions(deps);
  const profile = createProfile(deps);
  const organizations = createOrganizations({ ...deps, passwords });
  const setup = createSetup({ database, organizations, sessions, setupCode });
  const signIn = createSignIn({ ...deps, passwords, sessions });
  const welcome = createWelcome(sessions, profile, cookie);
  return {
    sessions,
    organizationScope: async (tx, id) => ({ scope: "organization", id, name: await findOrganizationName(tx, id) }),
    registerRoutes(app) {
      registerSessionRoutes(app, { database, audit, signIn, sessions, profile, welcome, cookie });
      registerSetupRoutes(app, setup, welcome);
      registerRecoveryKeyRoutes(app, { database, audit, recoveryFile: deps.recoveryFile });
    },
  };
}
