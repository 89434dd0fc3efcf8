// A security key made of software: makes passkeys and proves them with real signatures over the real bytes of WebAuthn.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;

interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id?: string };
}
interface RequestOptions {
  readonly challenge: string;
  readonly rpId?: string;
}

/** One passkey in one device. */
export class SoftwareAuthenticator {
  readonly #id = randomBytes(32);
  readonly #privateKey: KeyObject;
  readonly #publicKey: KeyObject;
  #counter = 0;
  /** The address its browser shows. */
  origin: string;

  constructor(origin: string) {
    this.origin = origin;
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    this.#privateKey = pair.privateKey;
    this.#publicKey = pair.publicKey;
  }

  /** What navigator.credentials.create() answers. */
  create(options: object, { userVerified = false } = {}) {
    const { challenge, rp } = options as CreationOptions;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#coseKey()]);
    const authenticatorData = this.#authenticatorData(rp.id ?? "", presence(userVerified) | ATTESTED, credential);
    const attestation = map([text("fmt"), text("none")], [text("attStmt"), map()], [text("authData"), bytes(authenticatorData)]);
    return this.#answer({
      clientDataJSON: this.#clientData("webauthn.create", challenge),
      attestationObject: attestation,
      transports: ["internal"],
    });
  }

  /** What navigator.credentials.get() answers. */
  get(options: object, { counter = ++this.#counter, userVerified = false } = {}) {
    const { challenge, rpId } = options as RequestOptions;
    const clientDataJSON = this.#clientData("webauthn.get", challenge);
    const authenticatorData = this.#authenticatorData(rpId ?? "", presence(userVerified), Buffer.alloc(0), counter);
    const signed = Buffer.concat([authenticatorData, createHash("sha256").update(clientDataJSON).digest()]);
    const signature = createSign("sha256").update(signed).sign(this.#privateKey);
    return this.#answer({ clientDataJSON, authenticatorData, signature });
  }

  #answer(response: Record<string, Buffer | string[]>) {
    const encoded = Object.entries(response).map(([name, value]) => [name, Buffer.isBuffer(value) ? value.toString("base64url") : value]);
    const id = this.#id.toString("base64url");
    return {
      id,
      rawId: id,
      type: "public-key",
      clientExtensionResults: {},
      response: Object.fromEntries(encoded) as Record<string, unknown>,
    };
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  #authenticatorData(rpId: string, flags: number, credential: Buffer, counter = 0): Buffer {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags);
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), tail, credential]);
  }

  #coseKey(): Buffer {
    const { x = "", y = "" } = this.#publicKey.export({ format: "jwk" });
    const part = (value: string) => bytes(Buffer.from(value, "base64url"));
    return map(
      [integer(1), integer(2)],
      [integer(3), integer(-7)],
      [integer(-1), integer(1)],
      [integer(-2), part(x)],
      [integer(-3), part(y)],
    );
  }
}

const presence = (userVerified: boolean): number => USER_PRESENT | (userVerified ? USER_VERIFIED : 0);

// The little CBOR (RFC 8949) that WebAuthn needs.
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}
const integer = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer): Buffer => Buffer.concat([head(2, value.length), value]);
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (...pairs: [Buffer, Buffer][]): Buffer => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);
