// The signer: its own process with its own store, which keeps and verifies second factors. PostgreSQL holds none of its secrets,
// and the web process reaches it through a private socket alone.
export { createSignerClient, type SignerClient } from "./client.ts";
export { verifyJournal } from "./journal.ts";
export { findSignerPlace, type SignerPlace } from "./place.ts";
export {
  type FactorMethod,
  type FactorRequirement,
  FactorSummary,
  METHODS,
  REQUIREMENTS,
  type RequestAnswer,
  type Signer,
  SignerRefusal,
  SignerUnavailable,
} from "./protocol.ts";
export { JOURNAL_FILE, type OpenSigner, openSigner } from "./signer.ts";
export { type Supervisor, superviseSigner } from "./supervisor.ts";
