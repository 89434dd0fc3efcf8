// What the fleet's main program and its processes of agents tell each other.

/** What one process of agents is given; plain data. */
export interface Squad {
  /** The fleet's folder: agents/<number> holds each agent's identity. */
  readonly folder: string;
  readonly truthFile: string;
  /** Numbers of its agents: from `first` to `first + count - 1`. */
  readonly first: number;
  readonly count: number;
  readonly seed: number;
  readonly intervalMs: number;
  /** The connections are made over so many milliseconds. */
  readonly rampMs: number;
  /** Agents that share one address; 0: all use the system's choice. */
  readonly perAddress: number;
}

export type Order =
  | { readonly do: "open"; readonly squad: Squad }
  | { readonly do: "connect" }
  /** Begin to drop connections: percent of the agents a minute. */
  | { readonly do: "churn"; readonly percentPerMinute: number }
  /** Drop every connection now, and end the churn. */
  | { readonly do: "cut" }
  /** Measure nothing any more and put every cable back. */
  | { readonly do: "hush" }
  /** Make the truth whole on disk, with what was acknowledged. */
  | { readonly do: "write" }
  /** Take leave and end. */
  | { readonly do: "stop" };

/** What a process of agents says of itself, twice a second. */
export interface SquadStats {
  readonly opened: number;
  readonly connected: number;
  /** Numbers that the server still lacks. */
  readonly backlog: number;
  readonly hushed: boolean;
  readonly written: boolean;
  /** Connections dropped by churn so far. */
  readonly dropped: number;
  /** Milliseconds from sync to Ack since the last word; a sample. */
  readonly latencies: readonly number[];
  readonly troubles: readonly string[];
  readonly rssBytes: number;
}
