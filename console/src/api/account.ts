// What belongs to the signed-in person: second factors, devices, password.
import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/browser";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ItemOf, Schemas } from "./answers.ts";
import { call, listOf } from "./call.ts";

export type Factor = Factors["items"][number];
export type Factors = Schemas["Factors"];
export type Device = ItemOf<"/api/v1/me/sessions">;

export const factorsQuery = queryOptions({
  queryKey: ["me", "factors"],
  queryFn: ({ signal }) => call<Factors>("GET", "/api/v1/me/factors", { signal }),
});

export const devicesQuery = queryOptions({
  queryKey: ["me", "sessions"],
  queryFn: ({ signal }) => listOf<Device>("/api/v1/me/sessions", signal),
});

/** A new authenticator that waits for its first code. */
export const beginTotp = () => call<{ secret: string; uri: string }>("POST", "/api/v1/me/factors/totp");
export const confirmTotp = (code: string) =>
  call<{ recoveryCodes: string[] }>("POST", "/api/v1/me/factors/totp/confirm", { body: { code } });
/** New recovery codes; the old ones open nothing from then on. */
export const renewRecoveryCodes = () => call<{ recoveryCodes: string[] }>("POST", "/api/v1/me/factors/recovery-codes");
export const removeFactor = (id: string) => call("DELETE", `/api/v1/me/factors/${id}`);

/** Lets the browser make a passkey and hands its public half to the server. */
export async function addPasskey(name: string): Promise<{ recoveryCodes: string[] }> {
  const [{ startRegistration }, optionsJSON] = await Promise.all([
    import("@simplewebauthn/browser"),
    call<PublicKeyCredentialCreationOptionsJSON>("POST", "/api/v1/me/factors/passkey/options"),
  ]);
  const response = await startRegistration({ optionsJSON });
  return call("POST", "/api/v1/me/factors/passkey", { body: { response, name } });
}

export const endDevice = (id: string) => call("DELETE", `/api/v1/me/sessions/${id}`);
export const endOtherDevices = () => call("POST", "/api/v1/me/sessions/end-others");

export const changePassword = (body: { current: string; password: string }) => call("POST", "/api/v1/me/password", { body });

/** Runs a change of the account and refreshes what shows it. */
export function useMyChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ["me"] }) });
}

export type SsoLink = Schemas["SsoLinkState"];
export const ssoLinkQuery = queryOptions({
  queryKey: ["me", "sso"],
  queryFn: ({ signal }) => call<SsoLink>("GET", "/api/v1/me/sso", { signal }),
});
/** Where to go to prove oneself at the provider. */
export const beginSsoLink = () => call<{ url: string }>("POST", "/api/v1/me/sso/link");
export const removeSsoLink = () => call("DELETE", "/api/v1/me/sso");
