// What all connections of this gateway share.
import type { RefusalCode, Settings } from "@vigia/protocol";
import type { GatewayNeeds } from "./context.ts";
import type { JudgeEnrolment } from "./enrolment.ts";
import type { HelloShares } from "./hello-shares.ts";
import type { AddressCount, GatewayLimits } from "./limits.ts";
import type { PresenceRegistry } from "./presence-registry.ts";
import type { Session, SessionNeeds } from "./session.ts";
import type { Seat, Sessions } from "./sessions.ts";

/** Counters since start, for the server's own metrics. */
export interface GatewayCounters {
  welcomed: number;
  enrolled: number;
  /** Hellos and enrolments answered with a Refusal, by its code. */
  readonly refusals: Map<RefusalCode, number>;
  /** Connections closed for breaking the protocol or a limit before they proved themselves, by close code. */
  readonly turnedAway: Map<number, number>;
  frames: number;
}

/** One more of this kind. */
export function tally<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A connection that proved its agent. */
export interface ProvenSeat extends Seat {
  /** Undefined until the Welcome is sent. */
  readonly session: Session | undefined;
  applySettings(settings: Settings): void;
  dismiss(reason: string): void;
}

/** A connection as long as its socket stands. */
export interface Standing {
  /** The server stops: closes a socket that was not told otherwise. */
  stop(): void;
}

export interface Hub {
  readonly needs: GatewayNeeds;
  readonly limits: GatewayLimits;
  readonly ofSessions: SessionNeeds;
  /** Every connection, strangers' too. */
  readonly standing: Set<Standing>;
  readonly sessions: Sessions<ProvenSeat>;
  readonly registry: PresenceRegistry;
  readonly hellos: HelloShares;
  readonly addresses: AddressCount;
  readonly judgeEnrolment: JudgeEnrolment;
  readonly counters: GatewayCounters;
  /** The directory (the database, most likely) failed just now. */
  troubled(): void;
}
