// A person's own factors: adding, listing, taking away. Whoever has a factor proves it before anything about it changes.
import type { Clock } from "../clock.ts";
import { newId } from "../ids.ts";
import type { Entry } from "./entries.ts";
import type { Ledger } from "./ledger.ts";
import type { Passkeys } from "./passkeys.ts";
import { type FactorMethod, type FactorRequirement, type RequestAnswer, type RequestBody, SignerRefusal } from "./protocol.ts";
import { newRecoveryCodes } from "./recovery.ts";
import type { Seal } from "./seal.ts";
import { personOf } from "./state.ts";
import { newTotp, stepOf } from "./totp.ts";

/** How long a secret that was shown waits for its first code, milliseconds. */
const PENDING_MS = 10 * 60_000;
const MAX_FACTORS = 20;

export interface EnrollingDeps {
  readonly ledger: Ledger;
  readonly passkeys: Passkeys;
  readonly seal: Seal;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
}

export function createEnrolling({ ledger, passkeys, seal, clock, random }: EnrollingDeps) {
  const { state } = ledger;
  const pending = new Map<string, { secret: string; until: number }>();

  function begin(userId: string): void {
    ledger.demandProofOfOwners(userId);
    if (personOf(state, userId).factors.size >= MAX_FACTORS)
      throw new SignerRefusal("INVALID", `nobody needs more than ${MAX_FACTORS} factors`);
  }
  /** Codes for a person who has none yet, in the journal together with the factor they belong to. */
  async function withCodes(userId: string, factor: Entry): Promise<{ recoveryCodes: string[] }> {
    if (personOf(state, userId).recovery !== undefined) {
      await ledger.record(factor);
      return { recoveryCodes: [] };
    }
    const { codes, set } = await newRecoveryCodes(random);
    await ledger.record(factor, { kind: "recovery.issued", userId, ...set });
    return { recoveryCodes: codes };
  }

  return {
    state({ userId, organizationId }: RequestBody<"factors.state">): RequestAnswer<"factors.state"> {
      const { factors, recovery } = personOf(state, userId);
      const requireFactor = state.policies.get(organizationId) ?? "none";
      const kinds = new Set([...factors.values()].map(({ kind }) => kind));
      return {
        factors: [...factors.values()].map(({ id, kind, name, createdAt, lastUsedAt }) => ({ id, kind, name, createdAt, lastUsedAt })),
        recoveryCodesLeft: recovery?.hashes.length ?? 0,
        requireFactor,
        methods: methodsOf(kinds, requireFactor, (recovery?.hashes.length ?? 0) > 0),
        fits: requireFactor === "none" || (requireFactor === "any" ? kinds.size > 0 : kinds.has("passkey")),
      };
    },
    async remove({ userId, factorId }: RequestBody<"factors.remove">) {
      if (!personOf(state, userId).factors.has(factorId)) throw new SignerRefusal("NOT_FOUND", "no such factor");
      ledger.demandProof(userId);
      await ledger.record({ kind: "factor.removed", userId, factorId });
      return {};
    },
    beginTotp({ userId, label }: RequestBody<"totp.begin">) {
      begin(userId);
      const now = clock.now();
      for (const [other, { until }] of pending) if (until <= now) pending.delete(other);
      const made = newTotp(random, label);
      pending.set(userId, { secret: made.secret, until: now + PENDING_MS });
      return made;
    },
    async confirmTotp({ userId, code, name }: RequestBody<"totp.confirm">) {
      begin(userId);
      ledger.refuseWhenSlowed(userId);
      const waiting = pending.get(userId);
      if (waiting === undefined || waiting.until <= clock.now()) throw new SignerRefusal("EXPIRED", "there is no new secret; begin again");
      const step = stepOf(waiting.secret, code, clock.now(), -1);
      if (step === undefined) {
        await ledger.record({ kind: "proof.refused", userId, method: "totp" });
        throw new SignerRefusal("WRONG_CODE", "the code is wrong");
      }
      pending.delete(userId);
      const owner = { userId, factorId: newId() };
      const answer = await withCodes(userId, { kind: "totp.added", ...owner, name, secret: seal.seal(waiting.secret, owner), step });
      ledger.proven(userId);
      return answer;
    },
    async renewCodes({ userId }: RequestBody<"recovery.renew">) {
      if (personOf(state, userId).factors.size === 0) throw new SignerRefusal("NOT_FOUND", "recovery codes belong to a second factor");
      ledger.demandProof(userId);
      const { codes, set } = await newRecoveryCodes(random);
      await ledger.record({ kind: "recovery.issued", userId, ...set });
      return { recoveryCodes: codes };
    },
    async beginPasskey({ origin, ...person }: RequestBody<"passkey.begin">) {
      begin(person.userId);
      const options = await passkeys.beginRegistration(person, origin, ledger.passkeys(person.userId));
      return { options: options as Record<string, unknown> };
    },
    async confirmPasskey({ userId, name, response }: RequestBody<"passkey.confirm">) {
      begin(userId);
      const made = await passkeys.finishRegistration(userId, response);
      const answer = await withCodes(userId, { kind: "passkey.added", userId, factorId: newId(), name, ...made });
      ledger.proven(userId);
      return answer;
    },
  };
}

/** What a person may prove themselves with. Where passkeys are demanded, an app's code serves only those who have no passkey yet. */
function methodsOf(kinds: ReadonlySet<"totp" | "passkey">, requirement: FactorRequirement, codes: boolean): FactorMethod[] {
  if (kinds.size === 0) return [];
  const methods: FactorMethod[] = [];
  if (kinds.has("passkey")) methods.push("passkey");
  if (kinds.has("totp") && !(requirement === "passkey" && kinds.has("passkey"))) methods.push("totp");
  if (codes) methods.push("recovery_code");
  return methods;
}
