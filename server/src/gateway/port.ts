// The wall between sockets and modules, seen from both sides. AgentPort: what modules may ask of connected agents; the gateway
// implements it. AgentDirectory: what the gateway asks about agents; modules/resources implements it. app.ts joins the two.
import type { HostFacts, Settings } from "@vigia/protocol";

export type Presence = "online" | "not_answering" | "offline";

export interface PresenceNow {
  readonly presence: Presence;
  /** When this presence began, milliseconds since 1970. */
  readonly since: number;
  /** When the agent was last heard, milliseconds since 1970; undefined when never. */
  readonly lastSeenAt: number | undefined;
}

/** One resource's presence as the gateway tells it to whoever shows it. */
export interface PresenceSeen extends PresenceNow {
  readonly organizationId: string;
  readonly resourceId: string;
  /** Its agent waits for approval. */
  readonly pending: boolean;
}

export interface AgentPort {
  /** What the server observes of a resource right now; undefined for one that never had a connected agent. */
  presence(resourceId: string): PresenceNow | undefined;
  /** Whether its agent has proven itself on a connection that stands, welcomed or about to be. */
  isConnected(resourceId: string): boolean;
  /** Sends new intervals to the agent if it is connected (also when it is not welcomed yet); otherwise they come with its next Welcome. */
  applySettings(resourceId: string, settings: Settings): void;
  /** Asks the agent for an inventory now, of all sections if `full`. False when it is not connected and welcomed. */
  requestInventory(resourceId: string, full: boolean): boolean;
  /** Asks the agent for its machine's logs; `requestId`: 16 bytes. False when it is not connected and welcomed. */
  requestLogs(resourceId: string, requestId: Uint8Array): boolean;
  /** Asks for the part of them that begins at `offset` (bytes), or says that no more is wanted. */
  wantLogs(resourceId: string, requestId: Uint8Array, offset: number | "done"): void;
  /** Closes the agent's connection so that it meets its new state (approved, revoked) with its next hello. */
  disconnect(resourceId: string, reason: "approved" | "revoked" | "refused" | "deleted" | "merged"): void;
  /** Forgets from which boots the agent came: a person says that its key is on one machine alone. */
  trust(agentId: string): void;
  /** While at least one watcher holds it, the agent is pinged every 5 s. Answers the release. */
  watch(resourceId: string): () => void;
}

export type AgentStanding = "pending" | "active" | "refused" | "revoked" | "unenrolled" | "deleted";

/** Which agent it is. */
export interface AgentIds {
  readonly organizationId: string;
  readonly agentId: string;
  readonly resourceId: string;
}

/** An agent as the database knows it. */
export interface KnownAgent extends AgentIds {
  /** Raw ed25519, 32 bytes: the one its proofs are checked with. */
  readonly publicKey: Uint8Array;
  readonly state: AgentStanding;
}

/** What an agent said in a hello that was proven. */
export interface HelloFacts {
  readonly bootId: Uint8Array;
  readonly agentVersion: string;
  readonly protocolVersion: number;
  readonly capabilities: readonly string[];
  /** SHA-256 of the TLS key the agent saw; empty without TLS. */
  readonly tlsSpkiSeen: Uint8Array;
  readonly address: string;
}

export interface EnrollRequest {
  readonly organizationId: string;
  /** The token's secret, 20 bytes. */
  readonly secret: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly host: HostFacts;
  readonly agentVersion: string;
  readonly protocolVersion: number;
  /** SHA-256 of hardware identifiers, or empty. */
  readonly hardwareHint: Uint8Array;
  readonly address: string;
}

export type EnrollOutcome =
  | {
      readonly enrolled: true;
      readonly agentId: string;
      readonly resourceId: string;
      readonly organizationName: string;
      readonly state: "pending" | "active";
    }
  | { readonly enrolled: false; readonly because: "token" | "key" };

/** A hello or enrolment that was not let in, for the audit log. */
export interface RefusedHello {
  readonly organizationId: string;
  readonly agentId: string;
  readonly reason: "bad_proof" | "unknown_agent" | "too_old" | "revoked" | "refused" | "unenrolled" | "deleted";
  readonly address: string;
}

export interface PresenceChange {
  readonly organizationId: string;
  readonly resourceId: string;
  readonly presence: Presence;
  /** Milliseconds since 1970. */
  readonly since: number;
  readonly lastSeenAt: number | undefined;
  /** Set when the change is one that history keeps: online and offline, in the order they came. */
  readonly history: readonly { readonly kind: "online" | "offline"; readonly at: number }[];
}

export interface KnownPresence {
  readonly organizationId: string;
  readonly resourceId: string;
  readonly presence: Presence;
  readonly since: number;
  readonly lastSeenAt: number | undefined;
}

/** The agents, as modules/resources keeps them. */
export interface AgentDirectory {
  find(organizationId: string, agentId: string): Promise<KnownAgent | undefined>;
  enroll(request: EnrollRequest): Promise<EnrollOutcome>;
  /** Notes what a proven hello said. Answers the settings that hold, and undefined when the agent was let go in between. */
  connected(agent: KnownAgent, facts: HelloFacts): Promise<{ settings: Settings; state: "pending" | "active" } | undefined>;
  /** Never throws; writes at most one audit line per agent and reason each minute. */
  refused(refusal: RefusedHello): void;
  /** Two machines seem to run with one identity: the agent is confined to monitoring until somebody lifts that. */
  cloneSuspected(agent: AgentIds): Promise<void>;
  unenrolled(agent: AgentIds, reason: string): Promise<void>;
  /** Writes presences, and history and events where a change has some: all of it, or it throws. */
  presenceChanged(changes: readonly PresenceChange[]): Promise<void>;
  lastSeen(seen: readonly { organizationId: string; resourceId: string; at: number }[]): Promise<void>;
  /** Every presence as last written, at start. */
  knownPresence(): AsyncIterable<KnownPresence>;
}
