// A signed-in person gives themselves a new password. Every other session of theirs ends with it, in every organization.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Principal } from "../../http/principal.ts";
import type { AttemptCounter } from "./attempts.ts";
import type { RecordEverywhere } from "./elsewhere.ts";
import type { AccountNews } from "./news.ts";
import { findCredential, findPerson, replacePassword } from "./password-queries.ts";
import { type Passwords, refuseWeakPassword } from "./passwords.ts";
import { keepSession } from "./session-queries.ts";
import type { Sessions } from "./sessions.ts";

export interface PasswordChangeDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly sessions: Pick<Sessions, "endOf">;
  readonly attempts: AttemptCounter;
  readonly news: Pick<AccountNews, "passwordChanged">;
  readonly recordEverywhere: RecordEverywhere;
}

/** Throws TOO_MANY_ATTEMPTS, WRONG_CREDENTIALS for a wrong current password, INVALID_INPUT for a weak new one, CONFLICT when another change came first. */
export type ChangePassword = (principal: Principal, request: { current: string; password: string }, address: string) => Promise<void>;

export function createPasswordChange(deps: PasswordChangeDeps): ChangePassword {
  const { database, clock, passwords, sessions, attempts, news, recordEverywhere } = deps;
  return async (principal, { current, password }, address) => {
    const { userId, organizationId, sessionId } = principal;
    // Not the sign-in's own count: somebody at an open console must not lock its owner out of signing in.
    const counted = `password ${userId}`;
    await attempts.begin(counted, address);
    const { credential, person } = await database.withTenant(organizationId, async (tx) => ({
      credential: await findCredential(tx, userId),
      person: await findPerson(tx, userId, organizationId),
    }));
    if (credential === null || !(await passwords.matches(credential.passwordHash, current)))
      throw new AppError("WRONG_CREDENTIALS", "the current password is wrong");
    await attempts.succeeded(counted, address);
    refuseWeakPassword(password, [person.organization, person.name, ...person.email.split("@")]);
    if (password === current)
      throw new AppError("INVALID_INPUT", "choose another password", { details: { fields: [{ field: "password", problem: "same" }] } });
    const passwordHash = await passwords.hash(password);
    const { version } = credential;
    const [actor, subject] = [
      { kind: "user", id: userId },
      { kind: "user", id: userId },
    ] as const;
    const entry = { organizationId, actor, action: "password.changed", subject, address } as const;
    await database.withTenant(organizationId, async (tx) => {
      if (!(await replacePassword(tx, userId, { passwordHash, version, at: new Date(clock.now()) })))
        throw new AppError("CONFLICT", "the password was changed at the same time");
      await keepSession(tx, sessionId, version + 1);
      await recordEverywhere(tx, userId, entry);
      await news.passwordChanged(tx, { organizationId, userId });
    });
    // They are over already, by their version; this closes their sockets here without waiting for the next look.
    await sessions.endOf({ organizationId, userId }, { except: sessionId });
  };
}
