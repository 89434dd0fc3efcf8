// What the signer knows of people and organizations, and the same as plain JSON.
import type { FactorRequirement } from "./protocol.ts";

interface Factor {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  lastUsedAt: number | null;
}

export interface Totp extends Factor {
  readonly kind: "totp";
  /** As the journal holds it (seal.ts). */
  readonly secret: string;
  /** The last time step whose code was accepted; it and those before it never are again. */
  lastStep: number;
}

export interface Passkey extends Factor {
  readonly kind: "passkey";
  readonly credentialId: string;
  readonly publicKey: string;
  counter: number;
  readonly transports: readonly string[];
  readonly rpId: string;
  /** Whether the device asked for a PIN, a finger or a face when it was made. */
  readonly userVerified: boolean;
}

export interface Person {
  readonly factors: Map<string, Totp | Passkey>;
  recovery: { readonly salt: string; readonly hashes: readonly string[] } | undefined;
  /** When wrong codes came, at most MAX_REFUSALS of them. */
  refusals: readonly number[];
}

export interface Reset {
  readonly id: string;
  readonly userId: string;
  readonly organizationId: string;
  readonly by: string;
  readonly at: number;
}

/** A state as JSON holds it. */
export interface PlainState {
  readonly people: readonly (Omit<Person, "factors"> & { readonly userId: string; readonly factors: readonly (Totp | Passkey)[] })[];
  readonly policies: readonly (readonly [organizationId: string, requirement: FactorRequirement])[];
  readonly resets: readonly Reset[];
}
