// What the routes of set-up, sign-in and the signed-in person take and answer.
import { Type } from "typebox";
import { body, Id, Instant, Name, Named, nullable, patch, ref } from "../../http/schemas.ts";
import { MIN_PASSWORD_LENGTH } from "./passwords.ts";

const LOCALES = ["en", "pt-BR"] as const;
const oneOf = <Value extends string>(...values: readonly Value[]) => Type.Unsafe<Value>({ type: "string", enum: [...values] });
const Email = Type.String({ format: "email", maxLength: 254 });
/** Long enough for any pass phrase, short enough that hashing it is no attack. */
export const MAX_PASSWORD_LENGTH = 1_000;

export const Session = Type.Object(
  {
    user: Type.Object({
      id: Id,
      name: Type.String(),
      email: Type.String(),
      locale: nullable(Type.String()),
      timeZone: nullable(Type.String()),
      theme: Type.String(),
    }),
    organization: Type.Object({ id: Id, name: Type.String(), timeZone: Type.String(), locale: Type.String() }),
    organizations: Type.Array(ref(Named)),
    groups: Type.Array(Type.String(), { description: "Names of the permission groups the person has a grant of" }),
    permissions: Type.Array(Type.String()),
    csrfToken: Type.String({ description: "Send it as x-csrf-token with every write" }),
    recoveryKeyPending: Type.Boolean({ description: "The server's recovery key still lies on the server and should be downloaded" }),
    factorSetupRequired: Type.Boolean({
      description: "The organization demands a second factor, and until it is set up this session may do nothing else",
    }),
    keyBackupPending: Type.Boolean({ description: "Nobody has confirmed a copy of the key that stored secrets are under" }),
    serverTime: Instant,
    version: Type.String({ description: "Of the server" }),
  },
  { $id: "Session" },
);

export const SetupState = Type.Object({ needed: Type.Literal(true) });

export const setUpBody = body({
  code: Type.String({ minLength: 1, maxLength: 200 }),
  organization: Name,
  name: Name,
  email: Email,
  password: Type.String({ minLength: MIN_PASSWORD_LENGTH, maxLength: MAX_PASSWORD_LENGTH }),
});

export const signInBody = body({
  email: Type.String({ minLength: 1, maxLength: 254 }),
  password: Type.String({ minLength: 1, maxLength: MAX_PASSWORD_LENGTH }),
  organizationId: Type.Optional(Id),
});

export const updateMeBody = patch({
  name: Type.Optional(Name),
  locale: Type.Optional(nullable(oneOf(...LOCALES))),
  timeZone: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 64 }))),
  theme: Type.Optional(oneOf("auto", "light", "dark")),
});
