// A forgotten password: ask for a link, use the link.
import { call } from "./call.ts";

/** Always succeeds, so that nobody learns who has an account. */
export const requestPasswordReset = (email: string) => call("POST", "/api/v1/password-reset", { body: { email } });
export const confirmPasswordReset = (body: { token: string; password: string }) => call("POST", "/api/v1/password-reset/confirm", { body });
