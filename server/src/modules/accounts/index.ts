// Accounts: the server's set-up, people, their sessions and organizations. What they may do is right of it (modules/access).
// It is left of every other module; what a new organization starts with is given to it as `furnish`.
import type { Clock } from "../../clock.ts";
import type { Database, Tx } from "../../database/index.ts";
import type { DomainEvent } from "../../events.ts";
import type { App } from "../../http/app.ts";
import type { RecoveryFile, SetupCode } from "../../keys/index.ts";
import type { Log } from "../../log.ts";
import type { KekBackup } from "../../secrets/index.ts";
import type { Signer } from "../../signer/index.ts";
import type { Audit } from "../audit/index.ts";
import { type Admission, createAdmission } from "./admission.ts";
import { askingSigner } from "./asking-signer.ts";
import type { AttemptCounter } from "./attempts.ts";
import { createRecordEverywhere, createTellElsewhere } from "./elsewhere.ts";
import { registerFactorRoutes } from "./factor-routes.ts";
import { registerFactorRuleRoutes } from "./factor-rule-routes.ts";
import { createFactorRules } from "./factor-rules.ts";
import { createFactors } from "./factors.ts";
import { createFreshness } from "./freshness.ts";
import { registerKeyBackupRoutes } from "./key-backup-routes.ts";
import { registerMySessionsRoutes } from "./my-sessions-routes.ts";
import type { AccountNews } from "./news.ts";
import { createOrganizations, type Furnish } from "./organizations.ts";
import { createPasswordChange } from "./password-change.ts";
import { createPasswordReset, type PasswordReset, type SendResetMail } from "./password-reset.ts";
import { registerPasswordRoutes, registerResetRoutes } from "./password-routes.ts";
import type { Passwords } from "./passwords.ts";
import { createProfile } from "./profile.ts";
import { findOrganizationName } from "./queries.ts";
import { registerRecoveryKeyRoutes } from "./recovery-key-routes.ts";
import { type CookieJar, createWelcome, registerSessionRoutes } from "./session-routes.ts";
import { createSessions, type ReadRights, type Sessions } from "./sessions.ts";
import { createSetup } from "./setup.ts";
import { registerSetupRoutes } from "./setup-routes.ts";
import { createSignIn } from "./sign-in.ts";
import { createStepUp } from "./step-up.ts";
import { registerStepUpRoutes } from "./step-up-routes.ts";
import { createTickets } from "./tickets.ts";

export { type BreakGlass, createBreakGlass } from "./break-glass.ts";
export {
  changeMember,
  countMembers,
  eraseMember,
  everElsewhere,
  findMember,
  joinMember,
  listMembers,
  MEMBER_ID,
  MEMBER_SORT_KEYS,
  type MemberRow,
  memberState,
  updateMember,
} from "./member-queries.ts";
export type { AccountNews } from "./news.ts";
export { createOrganizations, type Furnish, normalEmail } from "./organizations.ts";
export type { SendResetMail } from "./password-reset.ts";
export { createPasswords, type Passwords } from "./passwords.ts";
export { findAccount, findMemberships, insertUser } from "./queries.ts";
export type { ReadRights, Sessions } from "./sessions.ts";

export interface AccountsDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  readonly setupCode: SetupCode | undefined;
  readonly recoveryFile: RecoveryFile;
  readonly kekBackup: KekBackup;
  readonly log: Log;
  readonly attempts: AttemptCounter;
  readonly passwords: Passwords;
  /** Mails the link that sets a forgotten password. */
  readonly sendResetMail: SendResetMail;
  /** Tells people what happened to accounts. */
  readonly news: AccountNews;
  readonly furnish: Furnish;
  readonly cookie: CookieJar;
  /** A session's CSRF token, by its id. */
  readonly csrfTokenOf: (sessionId: string) => string;
  readonly readRights: ReadRights;
  /** Keeps and verifies second factors, in its own process. */
  readonly signer: Signer;
  /** The names of the permission groups a person has a grant of. */
  readonly groupNames: (tx: Tx, userId: string) => Promise<string[]>;
  /** Of the server. */
  readonly version: string;
}

export interface Accounts {
  readonly sessions: Sessions;
  /** The one way from a first proof to a session. */
  readonly admission: Admission;
  /** A link's secret by which a new person chooses their password, good once and for a week. */
  readonly firstPassword: PasswordReset["first"];
  /** Whether a session proved itself within five minutes. */
  isFresh(sessionId: string): boolean;
  /** Handler of "account.logged". */
  tellElsewhere(event: DomainEvent<"account.logged">): Promise<void>;
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
  const { database, audit, setupCode, cookie, attempts, passwords } = deps;
  const signer = askingSigner(deps.signer);
  const freshness = createFreshness(deps.clock);
  const sessions = createSessions({ ...deps, freshness });
  const organizations = createOrganizations(deps);
  const recordEverywhere = createRecordEverywhere(audit);
  const profile = createProfile({ ...deps, recordEverywhere });
  const setup = createSetup({ database, organizations, sessions, setupCode });
  const admission = createAdmission({ ...deps, sessions, signer, tickets: createTickets(deps), recordEverywhere });
  const signIn = createSignIn({ ...deps, admission, recordEverywhere });
  const stepUp = createStepUp({ database, audit, signer, passwords, attempts, freshness });
  const factors = createFactors({ database, audit, signer, sessions });
  const rules = createFactorRules({ ...deps, signer, sessions });
  const changePassword = createPasswordChange({ ...deps, sessions, recordEverywhere });
  const passwordReset = createPasswordReset({ ...deps, sessions, sendMail: deps.sendResetMail, recordEverywhere });
  const welcome = createWelcome(sessions, profile, cookie, deps.csrfTokenOf);
  return {
    sessions,
    admission,
    firstPassword: passwordReset.first,
    isFresh: freshness.holds,
    tellElsewhere: createTellElsewhere(deps),
    organizationScope: async (tx, id) => ({ scope: "organization", id, name: await findOrganizationName(tx, id) }),
    registerRoutes(app) {
      registerSessionRoutes(app, { database, audit, signIn, sessions, profile, welcome, cookie });
      registerPasswordRoutes(app, changePassword);
      registerResetRoutes(app, passwordReset);
      registerMySessionsRoutes(app, { database, audit, sessions });
      registerSetupRoutes(app, setup, welcome);
      registerStepUpRoutes(app, { admission, stepUp, sessions, welcome, cookie });
      registerFactorRoutes(app, factors);
      registerFactorRuleRoutes(app, rules);
      registerKeyBackupRoutes(app, { database, audit, kekBackup: deps.kekBackup });
      registerRecoveryKeyRoutes(app, { database, audit, recoveryFile: deps.recoveryFile });
    },
  };
}
