// Codes of authenticator apps (RFC 6238): six digits, new every 30 seconds, each step good for one use.
import { timingSafeEqual } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const PERIOD_MS = 30_000;
/** Steps before and after now that are still taken, for clocks that differ. */
const WINDOW = 1;
const ISSUER = "Vigia";

const generator = (secret: string, label = ISSUER) =>
  new TOTP({ issuer: ISSUER, label, algorithm: "SHA1", digits: 6, period: PERIOD_MS / 1000, secret: Secret.fromBase32(secret) });

/** A new secret (base32) and the address that authenticator apps read as a QR code. */
export function newTotp(random: (bytes: number) => Uint8Array, label: string): { secret: string; uri: string } {
  const bytes = new Uint8Array(random(20));
  const secret = new Secret({ buffer: bytes.buffer }).base32;
  return { secret, uri: generator(secret, label).toString() };
}

/**
 * The time step a code belongs to: one of the current one and its neighbours, and later than `after`. Undefined when it is none of them.
 * @param now milliseconds since 1970
 */
export function stepOf(secret: string, code: string, now: number, after: number): number | undefined {
  const digits = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return undefined;
  const given = Buffer.from(digits);
  const totp = generator(secret);
  const current = Math.floor(now / PERIOD_MS);
  let found: number | undefined;
  // Every candidate is compared, so that the time taken tells nothing.
  for (let step = current - WINDOW; step <= current + WINDOW; step++) {
    const same = timingSafeEqual(Buffer.from(totp.generate({ timestamp: step * PERIOD_MS })), given);
    if (same && step > after && found === undefined) found = step;
  }
  return found;
}
