// What the processes of the ingest benchmark say to each other over IPC.
import type pg from "pg";

/** One agent as the load process plays it. Base64 of raw ids and of the PKCS #8 key; ids are empty where nobody asks for them. */
export interface Seat {
  readonly organizationId: string;
  readonly agentId: string;
  readonly key: string;
}

/** A server under load: what it is told at its start. */
export interface ServerOrder {
  readonly app: pg.ClientConfig;
  readonly telemetry: pg.ClientConfig;
  readonly agents: number;
  /** The bare server's rows; the product has its own. */
  readonly rows: "host" | "report";
}

export interface ServerStat {
  /** Reports committed since the start. */
  readonly stored: number;
  /** CPU seconds of the process, user and system. */
  readonly cpu: number;
  readonly rssBytes: number;
  /** The 99th percentile of the event loop's lag since the last question, milliseconds. */
  readonly lagMs: number;
}

export type FromServer =
  | { readonly ready: { readonly url: string; readonly seats: readonly Seat[] } }
  | { readonly stat: ServerStat }
  | { readonly stored: number };
export type ToServer = { readonly order: ServerOrder } | "stat" | "stop";

export interface LoadOrder {
  readonly url: string;
  readonly seats: readonly Seat[];
  /** Reports that may be on their way at once. */
  readonly window: number;
  /** Reports a second; 0 is as many as the window lets through. */
  readonly rate: number;
}
export type ToLoad = { readonly order: LoadOrder } | { readonly stored: number } | "go" | "pause" | "stop";
export type FromLoad = "connected" | { readonly sent: number; readonly acknowledged: number } | { readonly failed: string };

/** Says something to the process that started this one. */
export const tell = (words: FromServer | FromLoad): void => void process.send?.(words);
