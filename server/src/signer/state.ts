// What the signer knows, as the sum of its journal: a pure function of the entries, so that a new start knows exactly what the old one did.
import type { Entry, Written } from "./entries.ts";
import type { Person, PlainState, Reset } from "./facts.ts";
import type { FactorRequirement } from "./protocol.ts";

/** Wrong codes count for this long, milliseconds. */
export const REFUSAL_WINDOW_MS = 15 * 60_000;
/** So many wrong codes within the window; the next attempt waits. */
export const MAX_REFUSALS = 5;

export interface State {
  readonly people: Map<string, Person>;
  readonly policies: Map<string, FactorRequirement>;
  readonly resets: Map<string, Reset>;
}

/** The state as a snapshot holds it. */
export const plainOf = ({ people, policies, resets }: State): PlainState => ({
  people: [...people].map(([userId, { factors, ...rest }]) => ({ userId, ...rest, factors: [...factors.values()] })),
  policies: [...policies],
  resets: [...resets.values()],
});

export const emptyState = (): State => ({ people: new Map(), policies: new Map(), resets: new Map() });

/** A person's part of the state; an empty one for somebody never heard of. */
export const personOf = (state: State, userId: string): Person =>
  state.people.get(userId) ?? { factors: new Map(), recovery: undefined, refusals: [] };

/** Applies one entry of the journal. */
export function apply(state: State, { at, entry }: Written): void {
  if ("userId" in entry) applyToPerson(state, entry, at);
  switch (entry.kind) {
    case "snapshot":
      restore(state, entry.state);
      break;
    case "policy.set":
      state.policies.set(entry.organizationId, entry.requireFactor);
      break;
    case "reset.requested": {
      const { resetId: id, userId, organizationId, by } = entry;
      state.resets.set(id, { id, userId, organizationId, by, at });
      break;
    }
    case "reset.approved":
    case "host.reset":
      for (const [id, reset] of state.resets) if (reset.userId === entry.userId) state.resets.delete(id);
      break;
  }
}

/** Makes the state what a snapshot says. */
function restore(state: State, { people, policies, resets }: PlainState): void {
  for (const part of [state.people, state.policies, state.resets]) part.clear();
  for (const { userId, factors, recovery, refusals } of people)
    state.people.set(userId, { factors: new Map(factors.map((factor) => [factor.id, { ...factor }])), recovery, refusals });
  for (const [organizationId, requirement] of policies) state.policies.set(organizationId, requirement);
  for (const reset of resets) state.resets.set(reset.id, reset);
}

type PersonEntry = Extract<Entry, { userId: string }>;

function applyToPerson(state: State, entry: PersonEntry, at: number): void {
  const person = personOf(state, entry.userId);
  state.people.set(entry.userId, person);
  switch (entry.kind) {
    case "totp.added": {
      const { factorId: id, name, secret, step } = entry;
      person.factors.set(id, { kind: "totp", id, name, secret, createdAt: at, lastUsedAt: null, lastStep: step });
      break;
    }
    case "passkey.added": {
      const { factorId: id, name, credentialId, publicKey, counter, transports, rpId, userVerified = false } = entry;
      person.factors.set(id, {
        kind: "passkey",
        id,
        name,
        credentialId,
        publicKey,
        counter,
        transports,
        rpId,
        userVerified,
        createdAt: at,
        lastUsedAt: null,
      });
      break;
    }
    case "totp.used": {
      const factor = person.factors.get(entry.factorId);
      if (factor?.kind === "totp") Object.assign(factor, { lastStep: entry.step, lastUsedAt: at });
      person.refusals = [];
      break;
    }
    case "passkey.used": {
      const factor = person.factors.get(entry.factorId);
      if (factor?.kind === "passkey") Object.assign(factor, { counter: entry.counter, lastUsedAt: at });
      person.refusals = [];
      break;
    }
    case "recovery.issued":
      person.recovery = { salt: entry.salt, hashes: entry.hashes };
      break;
    case "recovery.used":
      if (person.recovery !== undefined)
        person.recovery = { ...person.recovery, hashes: person.recovery.hashes.filter((hash) => hash !== entry.hash) };
      person.refusals = [];
      break;
    case "factor.removed":
      person.factors.delete(entry.factorId);
      // Recovery codes stand in for a factor; without one they stand for nothing.
      if (person.factors.size === 0) person.recovery = undefined;
      break;
    case "proof.refused":
      person.refusals = [...person.refusals, at].slice(-MAX_REFUSALS);
      break;
    case "reset.approved":
    case "host.reset":
      state.people.delete(entry.userId);
      break;
    case "host.unlocked":
      person.refusals = [];
      break;
  }
}
