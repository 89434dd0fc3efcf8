// Passkeys (WebAuthn): challenges, and what authenticators answer to them. A challenge is good once and for five minutes.

import { isIP } from "node:net";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Clock } from "../clock.ts";
import type { Passkey } from "./facts.ts";
import { SignerRefusal } from "./protocol.ts";

type RegistrationResponse = Parameters<typeof verifyRegistrationResponse>[0]["response"];
type AuthenticationResponse = Parameters<typeof verifyAuthenticationResponse>[0]["response"];
type Transports = NonNullable<NonNullable<Parameters<typeof generateRegistrationOptions>[0]["excludeCredentials"]>[number]["transports"]>;

const CHALLENGE_MS = 5 * 60_000;
const NAME = "Vigia";

interface Challenge {
  readonly challenge: string;
  readonly origin: string;
  readonly rpId: string;
  readonly until: number;
}

export interface NewPasskey {
  readonly credentialId: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly rpId: string;
  readonly userVerified: boolean;
}

export interface Passkeys {
  /** What the browser needs to make a passkey. */
  beginRegistration(
    person: { userId: string; userName: string; displayName: string },
    origin: string,
    known: readonly Passkey[],
  ): Promise<object>;
  /** The passkey that a browser made. Throws SignerRefusal EXPIRED or WRONG_CODE. */
  finishRegistration(userId: string, response: unknown): Promise<NewPasskey>;
  /** What the browser needs to prove one of these passkeys. Throws SignerRefusal NOT_FOUND when none is of this origin. */
  challenge(userId: string, origin: string, known: readonly Passkey[]): Promise<object>;
  /** The passkey that was proven and its new counter; undefined when the proof does not hold. Throws SignerRefusal EXPIRED. */
  verify(userId: string, response: unknown, known: readonly Passkey[]): Promise<{ id: string; counter: number } | undefined>;
}

/** Keeps challenges in memory: a new start forgets them, and browsers ask again. */
export function createPasskeys(clock: Clock): Passkeys {
  const open = new Map<string, Challenge>();

  function keep(key: string, challenge: string, origin: string, rpId: string): void {
    const now = clock.now();
    for (const [old, { until }] of open) if (until <= now) open.delete(old);
    open.set(key, { challenge, origin, rpId, until: now + CHALLENGE_MS });
  }
  function take(key: string): Challenge {
    const found = open.get(key);
    open.delete(key);
    if (found === undefined || found.until <= clock.now())
      throw new SignerRefusal("EXPIRED", "there is no challenge under way; begin again");
    return found;
  }

  return {
    async beginRegistration({ userId, userName, displayName }, origin, known) {
      const rpID = rpIdOf(origin);
      const options = await generateRegistrationOptions({
        rpName: NAME,
        rpID,
        userName,
        userDisplayName: displayName,
        userID: new Uint8Array(Buffer.from(userId.replaceAll("-", ""), "hex")),
        attestationType: "none",
        excludeCredentials: known.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] as Transports })),
        authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
      });
      keep(`new ${userId}`, options.challenge, origin, rpID);
      return options;
    },
    async finishRegistration(userId, response) {
      const expected = take(`new ${userId}`);
      const verified = await verifyRegistrationResponse({
        response: response as RegistrationResponse,
        expectedChallenge: expected.challenge,
        expectedOrigin: expected.origin,
        expectedRPID: expected.rpId,
        requireUserVerification: false,
      }).catch((error: unknown) => {
        throw new SignerRefusal("WRONG_CODE", `the passkey was not accepted: ${(error as Error).message}`);
      });
      if (!verified.verified) throw new SignerRefusal("WRONG_CODE", "the passkey was not accepted");
      const { credential, userVerified } = verified.registrationInfo;
      const { id, publicKey, counter, transports } = credential;
      const key = Buffer.from(publicKey).toString("base64url");
      return { credentialId: id, publicKey: key, counter, transports: transports ?? [], rpId: expected.rpId, userVerified };
    },
    async challenge(userId, origin, known) {
      const rpID = rpIdOf(origin);
      const usable = known.filter(({ rpId }) => rpId === rpID);
      if (usable.length === 0) throw new SignerRefusal("NOT_FOUND", "no passkey was made under this address");
      const options = await generateAuthenticationOptions({
        rpID,
        userVerification: "preferred",
        allowCredentials: usable.map(({ credentialId: id, transports }) => ({ id, transports: [...transports] as Transports })),
      });
      keep(`proof ${userId}`, options.challenge, origin, rpID);
      return options;
    },
    async verify(userId, response, known) {
      const expected = take(`proof ${userId}`);
      const credentialId = (response as { id?: unknown }).id;
      const passkey = known.find((one) => one.credentialId === credentialId && one.rpId === expected.rpId);
      if (passkey === undefined) return undefined;
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response: response as AuthenticationResponse,
          expectedChallenge: expected.challenge,
          expectedOrigin: expected.origin,
          expectedRPID: expected.rpId,
          credential: {
            id: passkey.credentialId,
            publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
            counter: passkey.counter,
          },
          // Not every key can ask for a PIN or a finger; one that did never proves with less than it was made with.
          requireUserVerification: passkey.userVerified,
        });
        return verified ? { id: passkey.id, counter: authenticationInfo.newCounter } : undefined;
      } catch {
        // The library throws for whatever does not fit: other challenge, other origin, counter gone back, no CBOR.
        return undefined;
      }
    },
  };
}

/** The name passkeys are bound to: the host people type. Throws SignerRefusal INVALID for addresses, which cannot have any. */
function rpIdOf(origin: string): string {
  const host = URL.parse(origin)?.hostname ?? "";
  if (host === "" || isIP(host.replaceAll(/[[\]]/g, "")) !== 0)
    throw new SignerRefusal("INVALID", "passkeys need a host name in the address bar, not an IP address");
  return host;
}
