// Proving who somebody is. An unknown address costs as much time as a wrong password, and both answers are the same.
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Origin } from "../../http/caller.ts";
import { publish } from "../../outbox/index.ts";
import type { Audit } from "../audit/index.ts";
import { normalEmail } from "./organizations.ts";
import type { Passwords } from "./passwords.ts";
import { findAccount, findMemberships } from "./queries.ts";
import type { Sessions } from "./sessions.ts";

interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** Which of the person's organizations; their oldest when left out. */
  readonly organizationId?: string;
}

/** Counts attempts; see plugins/throttle.ts. */
export interface AttemptCounter {
  begin(account: string, address: string): Promise<void>;
  succeeded(account: string, address: string): Promise<void>;
}

export interface SignInDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly attempts: AttemptCounter;
}

/** Answers the new session's token. Throws TOO_MANY_ATTEMPTS or WRONG_CREDENTIALS. */
export type SignIn = (request: SignInRequest, from: Origin) => Promise<string>;

export function createSignIn(deps: SignInDeps): SignIn {
  const { database, audit, passwords, sessions, attempts } = deps;
  return async (request, from) => {
    const email = normalEmail(request.email);
    await attempts.begin(email, from.address);
    const account = await database.global((tx) => findAccount(tx, email));
    const fits = await passwords.matches(account?.passwordHash, request.password);
    const memberships = account === undefined ? [] : await database.withUser(account.id, findMemberships);
    const chosen = memberships.find(({ id }) => request.organizationId === undefined || id === request.organizationId);
    const failedIn = chosen ?? memberships[0];

    if (account === undefined || !fits || account.disabledAt !== null || chosen === undefined) {
      if (account !== undefined && failedIn !== undefined)
        await database.withTenant(failedIn.id, (tx) =>
          audit.record(tx, {
            organizationId: failedIn.id,
            actor: { kind: "anonymous" },
            action: "session.refused",
            subject: { kind: "user", id: account.id },
            address: from.address,
          }),
        );
      throw new AppError("WRONG_CREDENTIALS", "e-mail or password is wrong");
    }

    const token = await database.withTenant(chosen.id, async (tx) => {
      const actor = { kind: "user", id: account.id } as const;
      await audit.record(tx, { organizationId: chosen.id, actor, action: "session.opened", address: from.address });
      await publish(tx, chosen.id, "user.signed_in", { userId: account.id });
      return sessions.open(tx, { organizationId: chosen.id, userId: account.id, ...from });
    });
    await attempts.succeeded(email, from.address);
    return token;
  };
}
