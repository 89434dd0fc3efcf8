// The text of an enrolment token: "enr_" and 52 bytes in base64url: organization (16), secret (20), and the first half of the
// server's identity key id (16), so that the agent can tell the right server from an impostor before it trusts anything.

const PREFIX = "enr_";
const BYTES = 52;

export interface EnrollmentToken {
  /** Organization, 16 bytes: tells the server whose token to look for. */
  readonly organizationId: Buffer;
  /** 160 random bits; the server keeps their SHA-256 alone. */
  readonly secret: Buffer;
  /** First 16 bytes of the server's identity key id (handshake.ts). */
  readonly serverHint: Buffer;
}

/** The token as people copy it, 74 characters. */
export function formatEnrollmentToken(token: EnrollmentToken): string {
  return PREFIX + Buffer.concat([token.organizationId, token.secret, token.serverHint]).toString("base64url");
}

/** The token's parts, or undefined when the text is not a whole token. Space around it is ignored. */
export function parseEnrollmentToken(text: string): EnrollmentToken | undefined {
  const trimmed = text.trim();
  if (!/^enr_[\w-]{70}$/.test(trimmed)) return undefined;
  const bytes = Buffer.from(trimmed.slice(PREFIX.length), "base64url");
  if (bytes.length !== BYTES) return undefined;
  return { organizationId: bytes.subarray(0, 16), secret: bytes.subarray(16, 36), serverHint: bytes.subarray(36, 52) };
}
