// Two providers for the tests of single sign-on: a real one (oidc-provider), and a hand-made one that says whatever a test wants.
import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, SignJWT } from "jose";
import Provider from "oidc-provider";

export const CLIENT = { clientId: "vigia", clientSecret: "a secret of thirty-two characters" };

async function listen(handler: (issuer: string) => RequestListener): Promise<{ issuer: string; close(): Promise<void> }> {
  const server: Server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on("request", handler(issuer));
  return {
    issuer,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export interface RealProvider {
  readonly issuer: string;
  /** Walks through the provider as a browser of this account; answers the address the provider sends it back to. */
  signIn(authorizeUrl: string, account: string): Promise<string>;
  close(): Promise<void>;
}

/** oidc-provider with one client; whoever says who they are is believed. */
export async function startRealProvider(redirectUri: string): Promise<RealProvider> {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { ...(await exportJWK(privateKey)), use: "sig", alg: "RS256", kid: "one" };
  const running = await listen((issuer) => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [redirectUri],
          response_types: ["code"],
          grant_types: ["authorization_code"],
        },
      ],
      jwks: { keys: [jwk] },
      cookies: { keys: ["test"] },
      pkce: { required: () => true },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      conformIdTokenClaims: false,
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_context: unknown, accountId: string) => ({
        accountId,
        claims: () => ({ sub: accountId, email: `${accountId}@example.test`, email_verified: true, name: `Name of ${accountId}` }),
      }),
    });
    const callback = provider.callback();
    return (request, response) => {
      if (request.url?.startsWith("/interaction/") !== true) return callback(request, response);
      void (async () => {
        const { prompt } = await provider.interactionDetails(request, response);
        const accountId = String(request.headers["x-test-account"]);
        if (prompt.name === "login") return provider.interactionFinished(request, response, { login: { accountId } });
        const grant = new provider.Grant({ accountId, clientId: CLIENT.clientId });
        grant.addOIDCScope("openid email profile");
        return provider.interactionFinished(
          request,
          response,
          { consent: { grantId: await grant.save() } },
          { mergeWithLastSubmission: true },
        );
      })();
    };
  });
  return {
    ...running,
    async signIn(authorizeUrl, account) {
      const cookies = new Map<string, string>();
      let address = authorizeUrl;
      for (let step = 0; step < 10 && !address.startsWith(redirectUri); step++) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
        const answer = await fetch(address, { redirect: "manual", headers: { cookie, "x-test-account": account } });
        for (const line of answer.headers.getSetCookie()) {
          const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
          cookies.set(name, value);
        }
        const next = answer.headers.get("location");
        if (next === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
        address = new URL(next, address).href;
      }
      return address;
    },
  };
}

/** What the hand-made provider puts into a token; a test changes one thing. */
export interface Token {
  header: Record<string, unknown>;
  claims: Record<string, unknown>;
  key: KeyObject;
  /** Overrides the signing altogether. */
  sign?: (header: object, claims: object) => string;
}

export interface FakeProvider {
  readonly issuer: string;
  readonly publicPem: string;
  /** Changes the token that the next code is exchanged for. */
  next: (token: Token) => void;
  /** Says what the provider claims of itself. */
  metadata: Record<string, unknown>;
  /** Plays the browser: answers the address to come back to. */
  authorize(authorizeUrl: string, subject?: string): string;
  close(): Promise<void>;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Unsigned, as alg "none" wants it. */
export const unsigned = (header: object, claims: object): string => `${encode({ ...header, alg: "none" })}.${encode(claims)}.`;

/** Signed with the public key as a shared secret: the classic confusion of algorithms. */
export const keyedWith =
  (publicPem: string) =>
  (header: object, claims: object): string => {
    const signed = `${encode({ ...header, alg: "HS256" })}.${encode(claims)}`;
    return `${signed}.${createHmac("sha256", publicPem).update(signed).digest("base64url")}`;
  };

/** A provider that checks client, code and PKCE as a real one does, and whose tokens are a test's to spoil. */
export async function startFakeProvider(): Promise<FakeProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { nonce: string; challenge: string; subject: string }>();
  let close: () => Promise<void> = async () => undefined;
  const fake: FakeProvider = {
    issuer: "",
    publicPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
    next: () => undefined,
    metadata: {},
    authorize(authorizeUrl, subject = "stranger") {
      const asked = new URL(authorizeUrl).searchParams;
      const code = randomBytes(16).toString("hex");
      codes.set(code, { nonce: asked.get("nonce") ?? "", challenge: asked.get("code_challenge") ?? "", subject });
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.search = String(new URLSearchParams({ code, state: asked.get("state") ?? "" }));
      return back.href;
    },
    close: () => close(),
  };

  async function tokenFor(code: { nonce: string; subject: string }): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const token: Token = {
      header: { alg: "RS256", kid: "one" },
      claims: { iss: fake.issuer, sub: code.subject, aud: CLIENT.clientId, nonce: code.nonce, iat: now, exp: now + 300 },
      key: privateKey,
    };
    fake.next(token);
    if (token.sign !== undefined) return token.sign(token.header, token.claims);
    return new SignJWT(token.claims).setProtectedHeader({ alg: "RS256", ...token.header }).sign(token.key);
  }

  const running = await listen((issuer) => {
    Object.assign(fake, { issuer });
    return (request, response) => {
      const json = (status: number, body: object) =>
        response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      void (async () => {
        switch (new URL(request.url ?? "/", issuer).pathname) {
          case "/.well-known/openid-configuration":
            return json(200, {
              issuer,
              authorization_endpoint: `${issuer}/authorize`,
              token_endpoint: `${issuer}/token`,
              jwks_uri: `${issuer}/keys`,
              response_types_supported: ["code"],
              subject_types_supported: ["public"],
              id_token_signing_alg_values_supported: ["RS256", "HS256", "none"],
              ...fake.metadata,
            });
          case "/keys":
            return json(200, { keys: [{ ...(await exportJWK(publicKey)), kid: "one", use: "sig", alg: "RS256" }] });
          case "/token": {
            let text = "";
            for await (const chunk of request) text += String(chunk);
            const sent = new URLSearchParams(text);
            const code = codes.get(sent.get("code") ?? "");
            codes.delete(sent.get("code") ?? "");
            const verified = createHash("sha256")
              .update(sent.get("code_verifier") ?? "")
              .digest("base64url");
            if (code === undefined || verified !== code.challenge) return json(400, { error: "invalid_grant" });
            return json(200, { access_token: "x", token_type: "Bearer", expires_in: 60, id_token: await tokenFor(code) });
          }
          default:
            return json(404, {});
        }
      })();
    };
  });
  close = running.close;
  return fake;
}
