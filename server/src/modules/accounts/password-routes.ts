// HTTP face of passwords that change: one's own, and a forgotten one by mail.
import { Type } from "typebox";
import type { App } from "../../http/app.ts";
import { principalOf } from "../../http/principal.ts";
import { body, errorAnswers } from "../../http/schemas.ts";
import type { ChangePassword } from "./password-change.ts";
import type { PasswordReset } from "./password-reset.ts";
import { MIN_PASSWORD_LENGTH } from "./passwords.ts";
import { MAX_PASSWORD_LENGTH } from "./schemas.ts";

const tags = ["session"];
const bodyLimit = 16_384;
const NewPassword = Type.String({ minLength: MIN_PASSWORD_LENGTH, maxLength: MAX_PASSWORD_LENGTH });
const changeBody = body({ current: Type.String({ minLength: 1, maxLength: MAX_PASSWORD_LENGTH }), password: NewPassword });
const resetBody = body({ email: Type.String({ minLength: 1, maxLength: 254 }) });
const confirmBody = body({ token: Type.String({ minLength: 1, maxLength: 100 }), password: NewPassword });
const done = { 204: Type.Null(), ...errorAnswers };

/** Adds /api/v1/me/password. */
export function registerPasswordRoutes(app: App, change: ChangePassword): void {
  app.post(
    "/api/v1/me/password",
    {
      // The current password is asked for in the same request: it is its own step up.
      config: { permission: "session" },
      bodyLimit,
      schema: { operationId: "changePassword", tags, body: changeBody, response: done },
    },
    async (request, reply) => {
      await change(principalOf(request), request.body, request.ip);
      return reply.code(204).send(null);
    },
  );
}

/** Adds /api/v1/password-reset. */
export function registerResetRoutes(app: App, reset: PasswordReset): void {
  app.post(
    "/api/v1/password-reset",
    {
      config: { permission: "public" },
      bodyLimit,
      schema: { operationId: "requestPasswordReset", tags, body: resetBody, response: { 202: Type.Null(), ...errorAnswers } },
    },
    async (request, reply) => {
      await reset.request(request.body.email, request.ip);
      return reply.code(202).send(null);
    },
  );

  app.post(
    "/api/v1/password-reset/confirm",
    {
      config: { permission: "public" },
      bodyLimit,
      schema: { operationId: "confirmPasswordReset", tags, body: confirmBody, response: done },
    },
    async (request, reply) => {
      await reset.confirm(request.body, request.ip);
      return reply.code(204).send(null);
    },
  );
  app.addHook("onClose", () => reset.idle());
}
