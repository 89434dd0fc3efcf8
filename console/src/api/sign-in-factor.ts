// The second step of signing in, and proving oneself again before something dangerous.
import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "./call.ts";
import { type FactorMethod, type FactorWanted, takeSession } from "./session.ts";
import type { Session } from "./types.ts";

/** A challenge as the browser's passkey function takes it. */
export type PasskeyOptions = PublicKeyCredentialRequestOptionsJSON;

/** Asks the browser for a passkey. Fails when the person cancels. */
export async function askPasskey(optionsJSON: PasskeyOptions) {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  return startAuthentication({ optionsJSON });
}

/** A fresh challenge for a passkey of the one who is signing in. */
export const signInChallenge = ({ ticket }: FactorWanted) =>
  call<PasskeyOptions>("POST", "/api/v1/session/factor/options", { body: { ticket } });

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
