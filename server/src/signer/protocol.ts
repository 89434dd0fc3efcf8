// What can be asked of the signer and what it answers. Both ends check every message against these schemas.
import { type Static, type TObject, Type } from "typebox";
import { Compile } from "typebox/compile";

const Id = Type.String({ pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$" });
const Code = Type.String({ minLength: 1, maxLength: 64 });
const FactorName = Type.String({ minLength: 1, maxLength: 100 });
const Origin = Type.String({ minLength: 1, maxLength: 300 });
const Milliseconds = Type.Integer({ minimum: 0 });
/** What a browser's authenticator said; the library that verifies it checks its inside. */
const Ceremony = Type.Record(Type.String(), Type.Unknown());
const CeremonyOptions = Type.Record(Type.String(), Type.Unknown());
const Nothing = Type.Object({});
const Codes = Type.Array(Type.String());

export const METHODS = ["totp", "passkey", "recovery_code"] as const;
export type FactorMethod = (typeof METHODS)[number];
export const REQUIREMENTS = ["none", "any", "passkey"] as const;
/** What second factor an organization demands of its people. */
export type FactorRequirement = (typeof REQUIREMENTS)[number];
const Requirement = Type.Unsafe<FactorRequirement>({ type: "string", enum: [...REQUIREMENTS] });
const Kind = Type.Unsafe<"totp" | "passkey">({ type: "string", enum: ["totp", "passkey"] });
const Method = Type.Unsafe<FactorMethod>({ type: "string", enum: [...METHODS] });

const FactorSummary = Type.Object({
  id: Id,
  kind: Kind,
  name: Type.String(),
  createdAt: Milliseconds,
  lastUsedAt: Type.Union([Milliseconds, Type.Null()]),
});
const ResetSummary = Type.Object({ id: Id, userId: Id, requestedBy: Id, requestedAt: Milliseconds });

const JournalHead = Type.Object({ number: Type.Integer({ minimum: 0 }), hash: Type.String({ pattern: "^[0-9a-f]{64}$" }) });
const Standing = Type.Unsafe<"holds" | "behind" | "other">({ type: "string", enum: ["holds", "behind", "other"] });

const request = <Request extends TObject, Answer extends TObject>(body: Request, answer: Answer) => ({ body, answer });
const user = Type.Object({ userId: Id });

/** Every request by its name. */
export const REQUESTS = {
  /** A person's factors, and what an organization demands of them. */
  "factors.state": request(
    Type.Object({ userId: Id, organizationId: Id }),
    Type.Object({
      factors: Type.Array(FactorSummary),
      recoveryCodesLeft: Type.Integer(),
      requireFactor: Requirement,
      /** Empty for a person without a factor. */
      methods: Type.Array(Method),
      /** Whether the person's factors satisfy the organization. */
      fits: Type.Boolean(),
    }),
  ),
  "factors.remove": request(Type.Object({ userId: Id, factorId: Id }), Nothing),
  "totp.begin": request(Type.Object({ userId: Id, label: FactorName }), Type.Object({ secret: Type.String(), uri: Type.String() })),
  "totp.confirm": request(Type.Object({ userId: Id, code: Code, name: FactorName }), Type.Object({ recoveryCodes: Codes })),
  "recovery.renew": request(user, Type.Object({ recoveryCodes: Codes })),
  "passkey.begin": request(
    Type.Object({ userId: Id, userName: FactorName, displayName: FactorName, origin: Origin }),
    Type.Object({ options: CeremonyOptions }),
  ),
  "passkey.confirm": request(Type.Object({ userId: Id, name: FactorName, response: Ceremony }), Type.Object({ recoveryCodes: Codes })),
  "passkey.challenge": request(Type.Object({ userId: Id, origin: Origin }), Type.Object({ options: CeremonyOptions })),
  /** Proves a factor: `code` for TOTP and recovery codes, `assertion` for passkeys. */
  verify: request(Type.Object({ userId: Id, method: Method, code: Type.Optional(Code), assertion: Type.Optional(Ceremony) }), Nothing),
  "policy.set": request(Type.Object({ organizationId: Id, requireFactor: Requirement, by: Id }), Nothing),
  "reset.request": request(Type.Object({ userId: Id, organizationId: Id, by: Id }), Type.Object({ id: Id })),
  "reset.list": request(Type.Object({ organizationId: Id }), Type.Object({ resets: Type.Array(ResetSummary) })),
  "reset.approve": request(Type.Object({ resetId: Id, organizationId: Id, by: Id }), user),
  /** The end of the journal. */
  "journal.head": request(Nothing, JournalHead),
  /** Whether the journal holds an entry that its asker heard of; `behind` when its end comes before it, `other` when it has another there. */
  "journal.check": request(JournalHead, Type.Object({ standing: Standing, head: JournalHead })),
  /** Only on the host's socket: the operator needs no second person. */
  "host.reset": request(user, Type.Object({ removed: Type.Integer() })),
  /** Only on the host's socket: forgets wrong codes, so that a person may try again at once. */
  "host.unlock": request(user, Nothing),
  /** Only on the host's socket: says in the journal that this store is meant, though the server heard of another end. */
  "host.accept": request(JournalHead, JournalHead),
} as const;

export type RequestName = keyof typeof REQUESTS;
export type RequestBody<Name extends RequestName> = Static<(typeof REQUESTS)[Name]["body"]>;
export type RequestAnswer<Name extends RequestName> = Static<(typeof REQUESTS)[Name]["answer"]>;

/** Why the signer refuses; the caller has words for each. */
export type RefusalCode = "WRONG_CODE" | "TOO_MANY_ATTEMPTS" | "NOT_FOUND" | "PROOF_NEEDED" | "EXPIRED" | "SAME_PERSON" | "INVALID";

/** A refusal, on both sides of the socket. */
export class SignerRefusal extends Error {
  override readonly name = "SignerRefusal";
  readonly code: RefusalCode;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: RefusalCode, message: string, retryAfterSeconds?: number) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One who can be asked: the signer itself, or the client of its socket. */
export interface Signer {
  /** Throws SignerRefusal, or SignerUnavailable when nobody answers. */
  ask<Name extends RequestName>(name: Name, body: RequestBody<Name>): Promise<RequestAnswer<Name>>;
}

/** The signer does not answer, or is not asked because its store is older than what it said before. */
export class SignerUnavailable extends Error {
  override readonly name = "SignerUnavailable";
  readonly reason: "away" | "set_back";
  constructor(message: string, reason: "away" | "set_back" = "away") {
    super(message);
    this.reason = reason;
  }
}

const validators = new Map<TObject, { Check(value: unknown): boolean }>(
  Object.values(REQUESTS).flatMap(({ body, answer }) => [body, answer].map((schema) => [schema, Compile(schema)] as const)),
);
const fits = (schema: TObject, value: unknown): boolean => validators.get(schema)?.Check(value) === true;

const isRequestName = (name: unknown): name is RequestName => typeof name === "string" && Object.hasOwn(REQUESTS, name);

/** The name of a well-formed request. Throws SignerRefusal INVALID. */
export function checkRequest(name: unknown, body: unknown): RequestName {
  if (!isRequestName(name)) throw new SignerRefusal("INVALID", "there is no such request");
  if (!fits(REQUESTS[name].body, body)) throw new SignerRefusal("INVALID", `the request ${name} does not fit its schema`);
  return name;
}

/** An answer as its request promises it. Throws TypeError. */
export function checkAnswer<Name extends RequestName>(name: Name, answer: unknown): RequestAnswer<Name> {
  if (!fits(REQUESTS[name].answer, answer)) throw new TypeError(`the answer to ${name} does not fit its schema`);
  return answer as RequestAnswer<Name>;
}
