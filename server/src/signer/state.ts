// What the signer knows, as the sum of its journal: a pure function of the entries, so that a new start knows exactly what the old one did.
import type { Entry, Written } from "./entries.ts";
import type { FactorRequirement } from "./protocol.ts";

/** Wrong codes count for this long, milliseconds. */
export const REFUSAL_WINDOW_MS = 15 * 60_000;
/** So many wrong codes within the window; the next attempt waits. */
export const MAX_REFUSALS = 5;

interface Factor {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  lastUsedAt: number | null;
}

export interface Totp extends Factor {
  readonly kind: "totp";
  /** Base32. */
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

export interface State {
  readonly people: Map<string, Person>;
  readonly policies: Map<string, FactorRequirement>;
  readonly resets: Map<string, Reset>;
}

export const emptyState = (): State => ({ people: new Map(), policies: new Map(), resets: new Map() });

/** A person's part of the state; an empty one for somebody never heard of. */
export const personOf = (state: State, userId: string): Person =>
  state.people.get(userId) ?? { factors: new Map(), recovery: undefined, refusals: [] };

/** Applies one entry of the journal. */
export function apply(state: State, { at, entry }: Written): void {
  if ("userId" in entry) applyToPerson(state, entry, at);
  switch (entry.kind) {
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
      const { factorId: id, name, credentialId, publicKey, counter, transports, rpId } = entry;
      person.factors.set(id, {
        kind: "passkey",
        id,
        name,
        credentialId,
        publicKey,
        counter,
        transports,
        rpId,
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
