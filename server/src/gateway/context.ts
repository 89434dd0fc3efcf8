// What every part of the gateway is given.
import type { Clock } from "../clock.ts";
import type { ServerKeys } from "../keys/index.ts";
import type { Log } from "../log.ts";
import type { GatewayLimits } from "./limits.ts";
import type { AgentDirectory } from "./port.ts";
import type { LogsSink, RecordSink } from "./sink.ts";

export interface GatewayNeeds {
  readonly clock: Clock;
  readonly log: Log;
  readonly keys: Pick<ServerKeys, "identity" | "identityPublic" | "identityKeyId" | "recoveryPublic" | "signerPublic" | "roster">;
  /** Rises when the database was restored from a backup. */
  readonly generation: number;
  /** That many secure random bytes. */
  readonly random: (bytes: number) => Uint8Array;
  readonly directory: AgentDirectory;
  readonly delivery: RecordSink;
  /** Nobody asks for logs when left out. */
  readonly logs?: LogsSink;
  readonly limits?: Partial<GatewayLimits>;
}

/** A random whole number from 0 to `most`. */
export function randomUpTo(random: GatewayNeeds["random"], most: number): number {
  return Math.floor((Buffer.from(random(4)).readUInt32BE() / 2 ** 32) * (most + 1));
}
