// What the signer's journal can say. The whole state follows from these lines, in order (state.ts).
import type { PlainState } from "./facts.ts";
import type { FactorMethod, FactorRequirement } from "./protocol.ts";

export type Entry =
  | { readonly kind: "signer.started"; readonly key: string }
  /** The state after all entries before it, whose last hash is `previous`; the first entry of every segment but the first. */
  | { readonly kind: "snapshot"; readonly previous: string; readonly state: PlainState }
  | {
      readonly kind: "totp.added";
      readonly userId: string;
      readonly factorId: string;
      readonly name: string;
      /** Sealed (seal.ts). */
      readonly secret: string;
      readonly step: number;
    }
  | { readonly kind: "totp.used"; readonly userId: string; readonly factorId: string; readonly step: number }
  | {
      readonly kind: "passkey.added";
      readonly userId: string;
      readonly factorId: string;
      readonly name: string;
      readonly credentialId: string;
      /** COSE, base64url. */
      readonly publicKey: string;
      readonly counter: number;
      readonly transports: readonly string[];
      readonly rpId: string;
      /** Whether the device asked for a PIN, a finger or a face; then it must do so for every proof. Absent in the first servers' journals. */
      readonly userVerified?: boolean;
    }
  | { readonly kind: "passkey.used"; readonly userId: string; readonly factorId: string; readonly counter: number }
  | { readonly kind: "recovery.issued"; readonly userId: string; readonly salt: string; readonly hashes: readonly string[] }
  | { readonly kind: "recovery.used"; readonly userId: string; readonly hash: string }
  | { readonly kind: "factor.removed"; readonly userId: string; readonly factorId: string }
  | { readonly kind: "proof.refused"; readonly userId: string; readonly method: FactorMethod }
  | { readonly kind: "policy.set"; readonly organizationId: string; readonly requireFactor: FactorRequirement; readonly by: string }
  | {
      readonly kind: "reset.requested";
      readonly resetId: string;
      readonly userId: string;
      readonly organizationId: string;
      readonly by: string;
    }
  | { readonly kind: "reset.approved"; readonly resetId: string; readonly userId: string; readonly by: string }
  | { readonly kind: "host.reset"; readonly userId: string }
  | { readonly kind: "host.unlocked"; readonly userId: string }
  /** The operator took this store though the server had heard of another end, `number` and `hash`. */
  | { readonly kind: "host.accepted"; readonly number: number; readonly hash: string };

/** An entry with its place in the journal and the time it was written, milliseconds since 1970. */
export interface Written {
  readonly number: number;
  readonly at: number;
  readonly entry: Entry;
}
