// What a benchmark and its load process say to each other over IPC.
import type { Seat } from "./seats.ts";

/** Which sockets to open. */
export interface LoadOrder {
  /** ws:// or wss://, with its path. */
  readonly url: string;
  readonly count: number;
  /** Empty: nobody has to prove anything. */
  readonly seats: readonly Seat[];
  /** The certificate to trust, PEM; undefined without TLS. */
  readonly ca: string | undefined;
  /** Sockets that share one loopback address. */
  readonly perAddress: number;
  /** Each sends a report this often, at its own moment; left out: they only answer pings. */
  readonly reportEveryMs?: number;
}

/** Connect: so many at the same time. */
export type ToLoad = { readonly order: LoadOrder } | { readonly connect: { readonly atOnce: number } } | "drop";

/** All are in (or tried to be): how long that took, and what went wrong. */
export interface Entered {
  readonly seconds: number;
  /** Seconds until 99 % were in. */
  readonly p99: number;
  readonly failed: number;
  /** The first few reasons. */
  readonly reasons: readonly string[];
}
export type FromLoad = { readonly entered: Entered } | { readonly dropped: number; readonly lost: number };
