import type { AgentEvent, CollectorStatus, HostFacts, InventorySection, InventoryTaken, Metrics } from "@vigia/protocol";

/** What a state record can hold. */
export type StateBody =
  | { readonly hostFacts: HostFacts }
  | { readonly collectorStatus: CollectorStatus }
  | { readonly inventorySection: InventorySection }
  | { readonly inventoryTaken: InventoryTaken };

/** Where every part of the agent leaves what the server must learn. Times are milliseconds since 1970 by the server's clock. */
export interface Spool {
  /** Random, made with the spool; names the sequence numbers of all lanes. */
  readonly epoch: number;
  /** An event that is never dropped. Resolves when it is safe on disk; rejects with SpoolError when it could not be kept. */
  event(event: AgentEvent, atMs: number): Promise<void>;
  /** The newest value of `key`; replaces an older one that was not sent yet. */
  state(key: string, body: StateBody, atMs: number): void;
  /** One report; the oldest reports give way when there is no room. */
  metrics(report: Metrics, atMs: number): void;
}

/** Why a record could not be kept. */
export class SpoolError extends Error {
  override readonly name = "SpoolError";
  readonly code: "full" | "failed" | "too-large" | "closed";
  constructor(code: SpoolError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
