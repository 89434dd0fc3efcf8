// What all connections of this gateway share.
import type { Connection } from "./connection.ts";
import type { GatewayNeeds } from "./context.ts";
import type { JudgeEnrolment } from "./enrolment.ts";
import type { AddressCount, GatewayLimits, TokenBucket } from "./limits.ts";
import type { PresenceRegistry } from "./presence-registry.ts";
import type { Sessions } from "./sessions.ts";

/** Counters since start, for the server's own metrics. */
export interface GatewayCounters {
  welcomed: number;
  enrolled: number;
  /** Hellos and enrolments answered with a Refusal. */
  refused: number;
  /** Connections closed for breaking the protocol or a limit before they proved themselves. */
  turnedAway: number;
  frames: number;
}

export interface Hub {
  readonly needs: GatewayNeeds;
  readonly limits: GatewayLimits;
  readonly sessions: Sessions<Connection>;
  readonly registry: PresenceRegistry;
  readonly hellos: TokenBucket;
  readonly addresses: AddressCount;
  readonly judgeEnrolment: JudgeEnrolment;
  readonly counters: GatewayCounters;
  /** The directory (the database, most likely) failed just now. */
  troubled(): void;
}
