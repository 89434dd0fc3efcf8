// What `npm run fleet` is asked for.
import { parseArgs } from "node:util";

/** Connections that a server keeps beside its agents' ones, with room for its files. */
const FILES_BESIDE = 2_000;

export interface FleetOptions {
  readonly agents: number;
  readonly seed: number;
  /** How long the steady load lasts. */
  readonly seconds: number;
  /** Percent of the agents whose connection is dropped each minute. */
  readonly churn: number;
  /** Drop every connection at once at the end. */
  readonly storm: boolean;
  /** Seconds between two reports of an agent. */
  readonly interval: number;
  /** Most real agent processes; one in fifty up to this. */
  readonly real: number;
  /** Agents behind one address; 0: all come from the system's choice. */
  readonly perAddress: number;
  /** Connections a second while the fleet starts. */
  readonly ramp: number;
  /** A server that runs already, with a token for it; its database is judged when it is given, too. */
  readonly server: string | undefined;
  readonly token: string | undefined;
  readonly database: string | undefined;
  /** Keep the folders. */
  readonly keep: boolean;
}

export const USAGE = `npm run fleet -- [options]
  --agents N      simulated agents (100)
  --most          as many as this machine's limit of open files allows a server
  --seed S        the same seed, the same fleet (1)
  --seconds T     steady load (60)
  --churn P       percent of the connections dropped a minute (0)
  --storm         drop every connection at once at the end
  --interval I    seconds between two reports of an agent (30)
  --real R        most real agent processes, one in fifty (4)
  --per-address A agents behind one address of 127.1.0.0/16, 0 for one address (20)
  --ramp C        connections a second at the start (100)
  --server URL --token T [--database URL]   a server that runs already
  --keep          keep data and truth`;

/** Reads the command line. `files`: how many files a process may open. Throws TypeError naming what is wrong. */
export function readOptions(args: readonly string[], files: number): FleetOptions {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      agents: text,
      most: flag,
      seed: text,
      seconds: text,
      churn: text,
      storm: flag,
      interval: text,
      real: text,
      "per-address": text,
      ramp: text,
      server: text,
      token: text,
      database: text,
      keep: flag,
    },
  });
  const number = (name: keyof typeof values, fallback: number, least: number): number => {
    const given = values[name];
    const value = given === undefined ? fallback : Number(String(given).replace(/%.*$/, ""));
    if (!Number.isFinite(value) || value < least) throw new TypeError(`--${name} must be a number from ${least} on`);
    return value;
  };
  if ((values.server === undefined) !== (values.token === undefined)) throw new TypeError("--server and --token belong together");
  return {
    agents: values.most ? files - FILES_BESIDE : number("agents", 100, 1),
    seed: number("seed", 1, 0),
    seconds: number("seconds", 60, 1),
    churn: number("churn", 0, 0),
    storm: values.storm,
    interval: number("interval", 30, 0.1),
    real: number("real", 4, 0),
    perAddress: number("per-address", 20, 0),
    ramp: number("ramp", 100, 1),
    server: values.server,
    token: values.token,
    database: values.database,
    keep: values.keep,
  };
}
