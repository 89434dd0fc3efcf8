// The OpenID provider of an organization, spoken to by openid-client: authorization code with PKCE, state and nonce, and an ID token
// whose signature is checked although it came over TLS. What it says of itself never widens what is accepted here.
import * as oidc from "openid-client";

/** Asymmetric and strong; "none" and everything keyed with a shared secret is refused. */
const ALGORITHMS: readonly string[] = ["RS256", "ES256", "PS256", "EdDSA", "Ed25519"];
const TIMEOUT_SECONDS = 10;
const MAX_SUBJECT_LENGTH = 255;

export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What a way to the provider and back is bound to. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

/** Who the provider says somebody is. Only issuer and subject identify; the rest is what they call themselves. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** undefined unless the provider vouches for it. */
  readonly verifiedEmail: string | undefined;
  readonly name: string | undefined;
}

export interface Provider {
  /** Where the browser is sent. */
  authorizeAt(flow: FlowSecrets): Promise<URL>;
  /** Trades the return for an identity. `returned` is the whole address the browser came back to. Throws ProviderError. */
  redeem(returned: URL, flow: FlowSecrets): Promise<Identity>;
  /** Whether its keys can be read now. Throws ProviderError. */
  checkKeys(): Promise<void>;
}

export type ProviderProblem = "unreachable" | "issuer" | "algorithm" | "keys" | "refused";

/** Something about the provider or its answer is not as it must be. `detail` is a code for the log, never a token. */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly problem: ProviderProblem;
  readonly detail: string;
  constructor(problem: ProviderProblem, detail: string, cause?: unknown) {
    super(`single sign-on: ${problem} (${detail})`, { cause });
    this.problem = problem;
    this.detail = detail;
  }
}

/** Fetches what the provider says of itself. Throws ProviderError. Addresses inside a company are allowed: its provider often is there. */
export async function connectProvider(config: ProviderConfig): Promise<Provider> {
  const metadata = await discover(config);
  const configuration = configure(config, metadata);
  return {
    async authorizeAt(flow) {
      const address = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: flow.redirectUri,
        scope: "openid email profile",
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(flow.codeVerifier),
        code_challenge_method: "S256",
      });
      // A browser is about to go there.
      if (!isSafeAddress(address)) throw new ProviderError("issuer", "authorization_endpoint");
      return address;
    },
    redeem: (returned, flow) => redeem(configuration, config.clientId, returned, flow),
    checkKeys: () => checkKeys(metadata.jwks_uri),
  };
}

/** Whether a provider may be spoken to at this address: https, or http on this very machine. */
export function isSafeAddress(address: URL): boolean {
  return address.protocol === "https:" || isOnThisMachine(address);
}

const isOnThisMachine = ({ protocol, hostname }: URL): boolean =>
  protocol === "http:" && (hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname));

/** Returns new random secrets for one way there and back. */
export const newFlowSecrets = (redirectUri: string): FlowSecrets => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  codeVerifier: oidc.randomPKCECodeVerifier(),
  redirectUri,
});

async function discover({ issuer, clientId }: ProviderConfig): Promise<oidc.ServerMetadata> {
  const address = new URL(issuer);
  const execute = isOnThisMachine(address) ? [oidc.allowInsecureRequests] : [];
  try {
    const found = await oidc.discovery(address, clientId, undefined, oidc.None(), { execute, timeout: TIMEOUT_SECONDS });
    return found.serverMetadata();
  } catch (error) {
    throw new ProviderError(codeOf(error) === "network" ? "unreachable" : "issuer", codeOf(error), error);
  }
}

function configure({ issuer, clientId, clientSecret }: ProviderConfig, metadata: oidc.ServerMetadata): oidc.Configuration {
  const algorithms = (metadata.id_token_signing_alg_values_supported ?? ["RS256"]).filter((name) => ALGORITHMS.includes(name));
  if (algorithms.length === 0) throw new ProviderError("algorithm", "no accepted signature");
  const methods = metadata.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  const authentication = methods.includes("client_secret_basic")
    ? oidc.ClientSecretBasic(clientSecret)
    : oidc.ClientSecretPost(clientSecret);
  const server = { ...metadata, id_token_signing_alg_values_supported: algorithms };
  const configuration = new oidc.Configuration(server, clientId, {}, authentication);
  if (isOnThisMachine(new URL(issuer))) oidc.allowInsecureRequests(configuration);
  oidc.enableNonRepudiationChecks(configuration);
  configuration.timeout = TIMEOUT_SECONDS;
  return configuration;
}

async function redeem(configuration: oidc.Configuration, clientId: string, returned: URL, flow: FlowSecrets): Promise<Identity> {
  let claims: oidc.IDToken | undefined;
  try {
    const answer = await oidc.authorizationCodeGrant(configuration, returned, {
      pkceCodeVerifier: flow.codeVerifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    claims = answer.claims();
  } catch (error) {
    throw new ProviderError(codeOf(error) === "network" ? "unreachable" : "refused", codeOf(error), error);
  }
  if (claims === undefined) throw new ProviderError("refused", "no id token");
  // The library asks for azp only when there are several audiences; said at all, it must be this client.
  if (claims["azp"] !== undefined && claims["azp"] !== clientId) throw new ProviderError("refused", "azp");
  const { iss, sub, email, email_verified: verified, name } = claims;
  if (sub.length === 0 || sub.length > MAX_SUBJECT_LENGTH) throw new ProviderError("refused", "sub");
  return {
    issuer: iss,
    subject: sub,
    verifiedEmail: verified === true && typeof email === "string" ? email : undefined,
    name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, 200) : undefined,
  };
}

async function checkKeys(address: string | undefined): Promise<void> {
  if (address === undefined || !isSafeAddress(new URL(address))) throw new ProviderError("keys", "jwks_uri");
  let answer: unknown;
  try {
    const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(TIMEOUT_SECONDS * 1_000) });
    answer = response.ok ? await response.json() : undefined;
  } catch (error) {
    throw new ProviderError("keys", codeOf(error), error);
  }
  const keys: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "keys") : undefined;
  if (!Array.isArray(keys) || keys.length === 0) throw new ProviderError("keys", "no keys");
}

/** A short word for what went wrong; the library's own code where it has one. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError" || error.name === "AbortError" || error.message === "fetch failed") return "network";
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (code === "OAUTH_TIMEOUT" || (cause instanceof Error && (cause.name === "TimeoutError" || cause.message === "fetch failed")))
    return "network";
  return typeof code === "string" ? code : error.name;
}
