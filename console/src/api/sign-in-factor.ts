// The second step of signing in, and proving oneself again before something dangerous.
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "./call.ts";
import { takeSession } from "./session.ts";
import type { Session } from "./types.ts";

export type FactorMethod = "totp" | "passkey" | "recovery_code";

/** What the server answers to a right password when a second factor is still wanted. */
export interface FactorWanted {
  readonly status: "factor_required";
  readonly ticket: string;
  readonly methods: readonly FactorMethod[];
  /** What the browser needs to answer with a passkey. */
  readonly passkeyOptions?: PasskeyOptions | null;
}

/** A challenge as the browser's passkey function takes it. */
export type PasskeyOptions = PublicKeyCredentialRequestOptionsJSON;

/** Asks the browser for a passkey. Fails when the person cancels. */
export async function askPasskey(optionsJSON: PasskeyOptions) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return startAuthentication({ optionsJSON });
}

export interface FactorProof {
  readonly ticket: string;
  readonly method: FactorMethod;
  readonly code?: string;
  readonly assertion?: unknown;
}

/** Finishes signing in with a second factor. */
export function useProveFactor() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (proof: FactorProof) => call<Session>("POST", "/api/v1/session/factor", { body: proof }),
    onSuccess: (session) => takeSession(queries, session),
  });
}

export interface StepUpOptions {
  readonly methods: readonly (FactorMethod | "password")[];
  readonly passkeyOptions?: PasskeyOptions | null;
}

export const stepUpOptions = () => call<StepUpOptions>("POST", "/api/v1/session/step-up/options");

export interface StepUpProof {
  readonly method: FactorMethod | "password";
  readonly code?: string;
  readonly password?: string;
  readonly assertion?: unknown;
}
export const stepUp = (proof: StepUpProof) => call("POST", "/api/v1/session/step-up", { body: proof });
