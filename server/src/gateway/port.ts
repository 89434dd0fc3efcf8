// What modules may ask of the connected agents. The gateway implements it; app.ts joins the two.
import type { Settings } from "@vigia/protocol";

export type Presence = "online" | "not_answering" | "offline";

export interface PresenceNow {
  readonly presence: Presence;
  /** When this presence began, milliseconds since 1970. */
  readonly since: number;
  /** When the agent was last heard, milliseconds since 1970; undefined when never. */
  readonly lastSeenAt: number | undefined;
}

export interface AgentPort {
  /** What the server observes of a resource right now; undefined for one that never had a connected agent. */
  presence(resourceId: string): PresenceNow | undefined;
  /** Sends new intervals to the agent if it is connected; otherwise it gets them with its next Welcome. */
  applySettings(resourceId: string, settings: Settings): void;
  /** Closes the agent's connection so that it meets its new state (approved, revoked) with its next hello. */
  disconnect(resourceId: string, reason: "approved" | "revoked" | "refused" | "deleted"): void;
  /** While at least one watcher holds it, the agent is pinged every 5 s. Answers the release. */
  watch(resourceId: string): () => void;
}
