// The state and its journal as one: what is recorded here is on disk first and known afterwards.
import type { Clock } from "../clock.ts";
import type { Entry } from "./entries.ts";
import type { Passkey, Totp } from "./facts.ts";
import type { Journal } from "./journal.ts";
import { SignerRefusal } from "./protocol.ts";
import { apply, emptyState, MAX_REFUSALS, personOf, plainOf, REFUSAL_WINDOW_MS, type State } from "./state.ts";

/** How long a proof of a factor lets a person change their factors or approve a reset, milliseconds. */
const FRESH_MS = 5 * 60_000;
/** Entries of a segment before the next one begins with a snapshot; about 2 MB. */
const SEGMENT_ENTRIES = 10_000;

export interface Ledger {
  readonly state: State;
  record(...entries: Entry[]): Promise<void>;
  totps(userId: string): Totp[];
  passkeys(userId: string): Passkey[];
  /** Throws SignerRefusal TOO_MANY_ATTEMPTS while a person has too many wrong codes behind them. */
  refuseWhenSlowed(userId: string): void;
  /** Notes that a person just proved a factor. */
  proven(userId: string): void;
  /** Throws SignerRefusal PROOF_NEEDED unless a person proved a factor within five minutes. */
  demandProof(userId: string): void;
  /** As demandProof(), for people who have a factor to prove. */
  demandProofOfOwners(userId: string): void;
}

/** @param segmentEntries entries of a segment before the next one begins */
export function createLedger(journal: Journal, clock: Clock, segmentEntries = SEGMENT_ENTRIES): Ledger {
  const state = emptyState();
  for (const written of journal.past) apply(state, written);
  const proofs = new Map<string, number>();
  const factors = (userId: string) => [...personOf(state, userId).factors.values()];

  function demandProof(userId: string): void {
    const at = proofs.get(userId);
    if (at === undefined || clock.now() - at >= FRESH_MS) throw new SignerRefusal("PROOF_NEEDED", "prove your second factor first");
  }

  return {
    state,
    async record(...entries) {
      for (const written of await journal.append(entries, clock.now())) apply(state, written);
      if (journal.length >= segmentEntries) await journal.roll(plainOf(state), clock.now());
    },
    totps: (userId) => factors(userId).filter((factor) => factor.kind === "totp"),
    passkeys: (userId) => factors(userId).filter((factor) => factor.kind === "passkey"),
    refuseWhenSlowed(userId) {
      const now = clock.now();
      const recent = personOf(state, userId).refusals.filter((at) => now - at < REFUSAL_WINDOW_MS);
      const [oldest] = recent;
      if (oldest === undefined || recent.length < MAX_REFUSALS) return;
      const wait = Math.ceil((oldest + REFUSAL_WINDOW_MS - now) / 1000);
      throw new SignerRefusal("TOO_MANY_ATTEMPTS", "too many wrong codes; wait and try again", Math.max(1, wait));
    },
    proven(userId) {
      const now = clock.now();
      for (const [other, at] of proofs) if (now - at >= FRESH_MS) proofs.delete(other);
      proofs.set(userId, now);
    },
    demandProof,
    demandProofOfOwners(userId) {
      if (factors(userId).length > 0) demandProof(userId);
    },
  };
}
