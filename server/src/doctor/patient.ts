// What every check is given: the settings, and how to ask around. Checks look; none of them changes anything that outlives it.
import type { Clock } from "../clock.ts";
import type { Config } from "../config.ts";
import type { Figures } from "./figures.ts";
import type { Finding } from "./finding.ts";

export interface Patient {
  readonly config: Config;
  readonly clock: Clock;
  /** The process id of the server that runs on this data directory, if one does. */
  readonly running: number | undefined;
  /** What the running server says at /metrics; undefined when none runs or it cannot be asked. */
  readonly figures: Figures | undefined;
  /** The same, asked anew. */
  askFigures(): Promise<Figures | undefined>;
  /** A web address whose Date header is believed, when one was given. */
  readonly dateFrom: string | undefined;
  /** How many agents there are to be, when it was said. */
  readonly agents: number | undefined;
}

export interface Check {
  readonly name: string;
  /** May throw: the doctor says so in the check's name and goes on with the others. */
  run(patient: Patient): Promise<readonly Finding[]>;
}
