// What the API says its answers hold: every property whose name sounds like a secret, found in the response schemas.

/** The answers that hold one all the same, and why. */
export const SHOWN_ON_PURPOSE: Readonly<Record<string, string>> = {
  "GET /api/v1/audit token": "which API token acted: its id and name",
  "GET /api/v1/session csrfToken": "the session's own, worth nothing without its cookie",
  "PATCH /api/v1/me csrfToken": "as above",
  "POST /api/v1/session csrfToken": "as above",
  "POST /api/v1/session/factor csrfToken": "as above",
  "POST /api/v1/setup csrfToken": "as above",
  "POST /api/v1/session ticket": "for the second step, to whoever gave the right password, for five minutes",
  "POST /api/v1/api-tokens token": "shown once, to who made it",
  "POST /api/v1/enrollment-tokens token": "shown once, to who made it",
  "POST /api/v1/webhooks secret": "shown once, to who made it",
  "POST /api/v1/users temporaryPassword": "shown once, to who made the person",
  "POST /api/v1/me/factors/totp secret": "shown once, to whose it is",
  "POST /api/v1/me/factors/totp uri": "the same as a picture",
  "POST /api/v1/me/factors/totp/confirm recoveryCodes": "shown once, to whose they are",
  "POST /api/v1/me/factors/passkey recoveryCodes": "shown once, to whose they are",
  "POST /api/v1/me/factors/recovery-codes recoveryCodes": "shown once, to whose they are",
  "GET /api/v1/resources/{id}/fields value": "what people wrote into a field of their own",
  "PUT /api/v1/resources/{id}/fields value": "as above",
  "GET /api/v1/fleet/values value": "what machines say of themselves, to choose a filter from",
  ...Object.fromEntries(
    [
      "GET /api/v1/contracts",
      "GET /api/v1/contracts/{id}",
      "PATCH /api/v1/contracts/{id}",
      "POST /api/v1/contracts",
      "POST /api/v1/contracts/{id}/cancel",
      "POST /api/v1/contracts/{id}/riders",
      "POST /api/v1/contracts/{id}/riders/{riderId}/cancel",
    ].map((route) => [`${route} value`, "what a contract costs, to who may see money"]),
  ),
  "GET /api/v1/ticket-board tickets": "the desk's tickets, no proof of anything",
  "POST /api/v1/secrets/{id}/reveal value": "asked for, after proving oneself again, and audited",
};

/** The parts of an API document that are looked at. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Operation {
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>>;
}
export interface ApiDocument {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

const SECRET_NAME =
  /secret|password|passphrase|token|hash|seal|cipher|wrapped|private|recovery|credential|salt|nonce|verifier|ticket|setupCode|^value$|^uri$|[a-z]Key$/i;
/** Names that only sound like one: what another system calls a resource, and a hash of what a TPM tells everybody. */
const HARMLESS: ReadonlySet<string> = new Set(["externalKey", "tpmKey"]);
/** Yes or no, how many and when are no secrets, whatever their name. */
const TOLD: ReadonlySet<unknown> = new Set(["boolean", "integer", "number", "null"]);

/** "METHOD url property" for each of them, once. */
export function secretNames(document: ApiDocument): string[] {
  const found = new Set<string>();
  for (const [url, operations] of Object.entries(document.paths ?? {}))
    for (const [method, { responses = {} }] of Object.entries(operations))
      for (const [status, { content = {} }] of Object.entries(responses))
        if (status.startsWith("2"))
          for (const { schema } of Object.values(content))
            for (const name of namesIn(schema, document, new Set())) found.add(`${method.toUpperCase()} ${url} ${name}`);
  return [...found].sort((one, other) => one.localeCompare(other));
}

function* namesIn(schema: Schema | undefined, document: ApiDocument, seen: Set<string>): Generator<string> {
  if (schema === undefined) return;
  if (schema.$ref !== undefined) {
    if (seen.has(schema.$ref)) return;
    seen.add(schema.$ref);
    yield* namesIn(document.components?.schemas?.[schema.$ref.split("/").at(-1) ?? ""], document, seen);
  }
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (SECRET_NAME.test(name) && !HARMLESS.has(name) && !isTold(property)) yield name;
    yield* namesIn(property, document, seen);
  }
  const { items, additionalProperties: others, anyOf = [], oneOf = [], allOf = [] } = schema;
  for (const part of [items, typeof others === "object" ? others : undefined, ...anyOf, ...oneOf, ...allOf])
    yield* namesIn(part, document, seen);
}

const isTold = ({ type, anyOf }: Schema): boolean =>
  anyOf === undefined ? [type].flat().every((one) => TOLD.has(one)) : anyOf.every(isTold);
