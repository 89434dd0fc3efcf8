// From a first proof (a password, another sign-in service) to a session: with a second factor where the person has one, and led to
// set one up where the organization demands what they do not have.
import type { Clock } from "../../clock.ts";
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Origin } from "../../http/caller.ts";
import { publish } from "../../outbox/index.ts";
import type { FactorMethod, Signer } from "../../signer/index.ts";
import type { AttemptCounter } from "./attempts.ts";
import type { RecordEverywhere } from "./elsewhere.ts";
import type { AccountNews } from "./news.ts";
import { isUnfamiliar } from "./session-queries.ts";
import type { Sessions } from "./sessions.ts";
import type { Tickets } from "./tickets.ts";

export interface FactorProof {
  readonly method: FactorMethod;
  readonly code?: string;
  readonly assertion?: Record<string, unknown>;
}

/** Either a session's token, or what is still wanted. */
export type Admitted =
  | { readonly status: "signed_in"; readonly token: string }
  | { readonly status: "factor_required"; readonly ticket: string; readonly methods: readonly FactorMethod[] };

export interface Admission {
  /** For somebody whose first proof holds. Throws UNAVAILABLE when the signer does not answer. */
  admit(person: { userId: string; organizationId: string }, from: Origin): Promise<Admitted>;
  /** Exchanges a ticket and a second proof for a session's token. Throws UNAUTHENTICATED, WRONG_CODE, TOO_MANY_ATTEMPTS. */
  prove(ticket: string, proof: FactorProof, from: Origin): Promise<string>;
  /** A passkey challenge for the holder of a ticket. */
  challenge(ticket: string, origin: string, from: Origin): Promise<Record<string, unknown>>;
}

export interface AdmissionDeps {
  readonly database: Database;
  readonly sessions: Sessions;
  readonly signer: Signer;
  readonly tickets: Tickets;
  readonly attempts: AttemptCounter;
  readonly clock: Clock;
  readonly news: Pick<AccountNews, "newSignIn">;
  readonly recordEverywhere: RecordEverywhere;
}

export function createAdmission(deps: AdmissionDeps): Admission {
  const { database, sessions, signer, tickets, attempts, clock, news, recordEverywhere } = deps;

  async function open(organizationId: string, userId: string, from: Origin, factorSetup: boolean): Promise<string> {
    const entry = { organizationId, actor: { kind: "user", id: userId }, action: "session.opened", address: from.address } as const;
    return database.withTenant(organizationId, async (tx) => {
      const at = new Date(clock.now());
      await recordEverywhere(tx, userId, entry);
      await publish(tx, organizationId, "user.signed_in", { userId });
      if (await isUnfamiliar(tx, userId, from, at)) await news.newSignIn(tx, { organizationId, userId, at, ...from });
      return sessions.open(tx, { organizationId, userId, factorSetup, ...from });
    });
  }

  async function refused(organizationId: string, userId: string, address: string): Promise<void> {
    const [actor, subject, details] = [{ kind: "anonymous" }, { kind: "user", id: userId }, { step: "factor" }] as const;
    const entry = { organizationId, actor, action: "session.refused", subject, details, address } as const;
    await database.withTenant(organizationId, (tx) => recordEverywhere(tx, userId, entry));
  }

  return {
    async admit({ userId, organizationId }, from) {
      const { methods, fits } = await signer.ask("factors.state", { userId, organizationId });
      if (methods.length === 0) return { status: "signed_in", token: await open(organizationId, userId, from, !fits) };
      return { status: "factor_required", ticket: tickets.issue({ userId, organizationId, address: from.address, methods }), methods };
    },
    async prove(ticket, proof, from) {
      const { userId, organizationId, methods } = tickets.holder(ticket, from.address);
      if (!methods.includes(proof.method)) throw new AppError("WRONG_CODE", "this kind of proof is not taken here");
      const counted = `factor ${userId}`;
      await attempts.begin(counted, from.address);
      try {
        await signer.ask("verify", { userId, ...proof });
      } catch (error) {
        if (error instanceof AppError && error.code === "WRONG_CODE") await refused(organizationId, userId, from.address);
        // Nobody judged it, so it was no guess.
        if (error instanceof AppError && error.code === "UNAVAILABLE") await attempts.succeeded(counted, from.address);
        throw error;
      }
      await attempts.succeeded(counted, from.address);
      const { fits } = await signer.ask("factors.state", { userId, organizationId });
      if (!tickets.redeem(ticket)) throw new AppError("UNAUTHENTICATED", "this ticket was just used");
      return open(organizationId, userId, from, !fits);
    },
    async challenge(ticket, origin, from) {
      const { userId } = tickets.holder(ticket, from.address);
      return (await signer.ask("passkey.challenge", { userId, origin })).options;
    },
  };
}
