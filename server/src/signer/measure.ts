// A sign of life of the signer: the smallest question there is, about an organization that does not exist.
import type { Signer } from "./protocol.ts";

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Seconds until the signer answered. Throws SignerUnavailable. */
export async function measureSigner(signer: Signer): Promise<number> {
  const began = performance.now();
  await signer.ask("reset.list", { organizationId: NOBODY });
  return (performance.now() - began) / 1_000;
}
