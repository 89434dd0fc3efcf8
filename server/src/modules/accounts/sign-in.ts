// Proving who somebody is. An unknown address costs as much time as a wrong password, and both answers are the same.
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Origin } from "../../http/caller.ts";
import type { Admission, Admitted } from "./admission.ts";
import type { AttemptCounter } from "./attempts.ts";
import type { RecordEverywhere } from "./elsewhere.ts";
import { normalEmail } from "./organizations.ts";
import type { Passwords } from "./passwords.ts";
import { findAccount, findMemberships } from "./queries.ts";

interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** Which of the person's organizations; their oldest when left out. */
  readonly organizationId?: string;
}

export interface SignInDeps {
  readonly database: Database;
  readonly passwords: Passwords;
  readonly admission: Admission;
  readonly attempts: AttemptCounter;
  readonly recordEverywhere: RecordEverywhere;
}

/** Answers the new session's token, or that a second factor is wanted. Throws TOO_MANY_ATTEMPTS, WRONG_CREDENTIALS or UNAVAILABLE. */
export type SignIn = (request: SignInRequest, from: Origin) => Promise<Admitted>;

export function createSignIn(deps: SignInDeps): SignIn {
  const { database, passwords, admission, attempts, recordEverywhere } = deps;
  return async (request, from) => {
    const email = normalEmail(request.email);
    await attempts.begin(email, from.address);
    const account = await database.global((tx) => findAccount(tx, email));
    const fits = await passwords.matches(account?.passwordHash, request.password);
    const memberships = account === undefined ? [] : await database.withUser(account.id, findMemberships);
    const chosen = memberships.find(({ id }) => request.organizationId === undefined || id === request.organizationId);
    const failedIn = chosen ?? memberships[0];

    if (account === undefined || !fits || account.disabledAt !== null || chosen === undefined) {
      if (account !== undefined && failedIn !== undefined) {
        const [organizationId, subject] = [failedIn.id, { kind: "user", id: account.id }] as const;
        const entry = { organizationId, actor: { kind: "anonymous" }, action: "session.refused", subject, address: from.address } as const;
        await database.withTenant(organizationId, (tx) => recordEverywhere(tx, account.id, entry));
      }
      throw new AppError("WRONG_CREDENTIALS", "e-mail or password is wrong");
    }

    // The password was right: what may fail from here on (the signer is away) is no guess.
    await attempts.succeeded(email, from.address);
    return admission.admit({ userId: account.id, organizationId: chosen.id }, from);
  };
}
