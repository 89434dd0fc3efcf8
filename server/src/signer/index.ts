// The signer: its own process with its own store, which keeps and verifies second factors. PostgreSQL holds none of its secrets,
// and the web process reaches it through a private socket alone.
export { anchorFile, createAnchoredSigner, describeStanding, readAnchor, writeAnchor } from "./anchor.ts";
export { createSignerClient } from "./client.ts";
export { measureSigner } from "./measure.ts";
export { findSignerUser, giveToSigner, keepOwner } from "./owner.ts";
export { findSignerPlace } from "./place.ts";
export {
  type FactorMethod,
  type FactorRequirement,
  METHODS,
  REQUIREMENTS,
  type Signer,
  SignerRefusal,
  SignerUnavailable,
} from "./protocol.ts";
export { openSigner } from "./signer.ts";
export { superviseSigner } from "./supervisor.ts";
export { standingOf, type Verdict, verifyJournal } from "./verify.ts";
