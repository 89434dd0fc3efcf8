// Proofs of a second factor. Each is on disk as used before it counts, so that no crash makes one good twice.
import type { Clock } from "../clock.ts";
import type { Ledger } from "./ledger.ts";
import type { Passkeys } from "./passkeys.ts";
import { type RequestBody, SignerRefusal } from "./protocol.ts";
import { findRecoveryCode } from "./recovery.ts";
import type { Seal } from "./seal.ts";
import { personOf } from "./state.ts";
import { stepOf } from "./totp.ts";

interface ProvingDeps {
  readonly ledger: Ledger;
  readonly passkeys: Passkeys;
  readonly seal: Seal;
  readonly clock: Clock;
}

export function createProving({ ledger, passkeys, seal, clock }: ProvingDeps) {
  /** Records the use and answers true, or answers false when the proof does not hold. */
  async function use({ userId, method, code = "", assertion }: RequestBody<"verify">): Promise<boolean> {
    if (method === "totp") {
      for (const { id: factorId, secret, lastStep } of ledger.totps(userId)) {
        const step = stepOf(seal.open(secret, { userId, factorId }), code, clock.now(), lastStep);
        if (step === undefined) continue;
        await ledger.record({ kind: "totp.used", userId, factorId, step });
        return true;
      }
      return false;
    }
    if (method === "passkey") {
      const proven = await passkeys.verify(userId, assertion ?? {}, ledger.passkeys(userId));
      if (proven === undefined) return false;
      await ledger.record({ kind: "passkey.used", userId, factorId: proven.id, counter: proven.counter });
      return true;
    }
    const set = personOf(ledger.state, userId).recovery;
    const hash = set === undefined ? undefined : await findRecoveryCode(set, code);
    if (hash === undefined) return false;
    await ledger.record({ kind: "recovery.used", userId, hash });
    return true;
  }

  return {
    async verify(request: RequestBody<"verify">) {
      const { userId, method } = request;
      // Nobody guesses a passkey: it stays open to somebody whose codes a stranger keeps guessing.
      if (method !== "passkey") ledger.refuseWhenSlowed(userId);
      if (!(await use(request))) {
        if (method !== "passkey") await ledger.record({ kind: "proof.refused", userId, method });
        throw new SignerRefusal("WRONG_CODE", "the second factor was not proven");
      }
      ledger.proven(userId);
      return {};
    },
    async challenge({ userId, origin }: RequestBody<"passkey.challenge">) {
      const options = await passkeys.challenge(userId, origin, ledger.passkeys(userId));
      return { options: options as Record<string, unknown> };
    },
  };
}
