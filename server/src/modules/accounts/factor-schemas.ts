// What the routes of second factors take and answer.
import { Type } from "typebox";
import { body, Id, Instant, nullable } from "../../http/schemas.ts";
import { type FactorMethod, type FactorRequirement, METHODS, REQUIREMENTS } from "../../signer/index.ts";
import { MAX_PASSWORD_LENGTH } from "./schemas.ts";

const Method = Type.Unsafe<FactorMethod>({ type: "string", enum: [...METHODS] });
const Code = Type.String({ minLength: 1, maxLength: 64 });
const FactorName = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
/** What the browser's passkey functions take and give; the signer's library checks its inside. */
export const Ceremony = Type.Unsafe<Record<string, unknown>>({ type: "object", additionalProperties: true });

export const FactorRequired = Type.Object(
  {
    status: Type.Literal("factor_required"),
    ticket: Type.String({ description: "Stands for the right password for five minutes, from the same address" }),
    methods: Type.Array(Method),
  },
  { $id: "FactorRequired" },
);

export const Factors = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.Unsafe<"totp" | "passkey">({ type: "string", enum: ["totp", "passkey"] }),
        name: Type.String(),
        createdAt: Instant,
        lastUsedAt: nullable(Instant),
      }),
    ),
    recoveryCodesLeft: Type.Integer({ minimum: 0 }),
    required: Type.Unsafe<FactorRequirement>({ type: "string", enum: [...REQUIREMENTS], description: "What the organization demands" }),
  },
  { $id: "Factors" },
);

export const StepUpOptions = Type.Object({
  methods: Type.Array(Type.Unsafe<FactorMethod | "password">({ type: "string", enum: [...METHODS, "password"] })),
  passkeyOptions: nullable(Ceremony),
});

export const NewTotp = Type.Object({ secret: Type.String(), uri: Type.String() });
export const RecoveryCodes = Type.Object({
  recoveryCodes: Type.Array(Type.String(), { description: "Shown once; empty when the person has codes already" }),
});
export const SecurityPolicy = Type.Object({ requireFactor: Type.Unsafe<FactorRequirement>({ type: "string", enum: [...REQUIREMENTS] }) });
export const FactorResets = Type.Object({
  items: Type.Array(Type.Object({ id: Id, userId: Id, requestedBy: Id, requestedAt: Instant })),
});

const proof = { code: Type.Optional(Code), assertion: Type.Optional(Ceremony) };
const Ticket = Type.String({ minLength: 1, maxLength: 100 });
export const ticketBody = body({ ticket: Ticket });
export const factorBody = body({ ticket: Ticket, method: Method, ...proof });
export const stepUpBody = body({
  method: Type.Unsafe<FactorMethod | "password">({ type: "string", enum: [...METHODS, "password"] }),
  ...proof,
  password: Type.Optional(Type.String({ minLength: 1, maxLength: MAX_PASSWORD_LENGTH })),
});
export const confirmTotpBody = body({ code: Code, name: Type.Optional(FactorName) });
export const newPasskeyBody = body({ response: Ceremony, name: FactorName });
export const policyBody = body({ requireFactor: Type.Unsafe<FactorRequirement>({ type: "string", enum: [...REQUIREMENTS] }) });
