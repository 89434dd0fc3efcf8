// Proving again that it is the same person, in a session that stands: with a second factor, or with the password for those who have none.
import type { Database } from "../../database/index.ts";
import { AppError } from "../../errors.ts";
import type { Principal } from "../../http/principal.ts";
import type { FactorMethod, Signer } from "../../signer/index.ts";
import type { Audit } from "../audit/index.ts";
import type { FactorProof } from "./admission.ts";
import type { AttemptCounter } from "./attempts.ts";
import type { Freshness } from "./freshness.ts";
import { findCredential } from "./password-queries.ts";
import type { Passwords } from "./passwords.ts";

export interface StepUp {
  /** What the person may prove themselves with now, and a challenge for a passkey where they have one of this address. */
  options(
    principal: Principal,
    origin: string | undefined,
  ): Promise<{ methods: (FactorMethod | "password")[]; passkeyOptions: Record<string, unknown> | null }>;
  /** Throws WRONG_CODE, WRONG_CREDENTIALS, TOO_MANY_ATTEMPTS, UNAVAILABLE. */
  prove(principal: Principal, proof: StepUpProof, address: string): Promise<void>;
}

export type StepUpProof = (Omit<FactorProof, "method"> & { readonly method: FactorMethod | "password" }) & { readonly password?: string };

export interface StepUpDeps {
  readonly database: Database;
  readonly audit: Audit;
  readonly signer: Signer;
  readonly passwords: Passwords;
  readonly attempts: AttemptCounter;
  readonly freshness: Freshness;
}

export function createStepUp({ database, audit, signer, passwords, attempts, freshness }: StepUpDeps): StepUp {
  async function judge({ userId, organizationId }: Principal, { method, password = "", ...proof }: StepUpProof): Promise<void> {
    const { methods } = await signer.ask("factors.state", { userId, organizationId });
    if (method !== "password") {
      if (!methods.includes(method)) throw new AppError("WRONG_CODE", "this kind of proof is not taken here");
      await signer.ask("verify", { userId, method, ...proof });
      return;
    }
    if (methods.length > 0) throw new AppError("WRONG_CODE", "prove your second factor, not your password");
    const credential = await database.withTenant(organizationId, (tx) => findCredential(tx, userId));
    if (!(await passwords.matches(credential?.passwordHash, password))) throw new AppError("WRONG_CODE", "the password is wrong");
  }

  return {
    async options({ userId, organizationId }, origin) {
      const { methods } = await signer.ask("factors.state", { userId, organizationId });
      if (methods.length === 0) return { methods: ["password"], passkeyOptions: null };
      if (!methods.includes("passkey") || origin === undefined) return { methods, passkeyOptions: null };
      try {
        return { methods, passkeyOptions: (await signer.ask("passkey.challenge", { userId, origin })).options };
      } catch (error) {
        // Their passkeys were made under another address of this server, or this one is no host name: what else they have must do.
        if (error instanceof AppError && ["NOT_FOUND", "INVALID_INPUT"].includes(error.code))
          return { methods: methods.filter((method) => method !== "passkey"), passkeyOptions: null };
        throw error;
      }
    },
    async prove(principal, proof, address) {
      const { userId, organizationId, sessionId } = principal;
      const counted = `step-up ${userId}`;
      await attempts.begin(counted, address);
      const record = (action: string) => {
        const entry = { organizationId, actor: { kind: "user", id: userId }, action, address } as const;
        return database.withTenant(organizationId, (tx) => audit.record(tx, { ...entry, details: { method: proof.method } }));
      };
      try {
        await judge(principal, proof);
      } catch (error) {
        if (error instanceof AppError && error.code === "WRONG_CODE") await record("session.proof_refused");
        // Nobody judged it, so it was no guess.
        if (error instanceof AppError && error.code === "UNAVAILABLE") await attempts.succeeded(counted, address);
        throw error;
      }
      await attempts.succeeded(counted, address);
      await record("session.proven");
      freshness.mark(sessionId);
    },
  };
}
