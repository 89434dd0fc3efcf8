// The signer as the operator's commands ask it: the one that runs, by its socket for the host, or its folder while the server stands still.
import { randomBytes } from "node:crypto";
import { systemClock } from "../clock.ts";
import type { Config } from "../config.ts";
import { serverUsing } from "../data-dir.ts";
import { createSignerClient, findSignerPlace, keepOwner, openSigner, type Signer, SignerUnavailable } from "../signer/index.ts";
import { StartError } from "../start-error.ts";

/** Throws StartError when the signer does not answer. */
export async function withSigner(config: Config, work: (signer: Signer) => Promise<void>): Promise<void> {
  const running = config.signerSocket !== undefined || (await serverUsing(config.dataDir)) !== undefined;
  const place = await findSignerPlace(config.dataDir, config.signerSocket);
  try {
    if (running) {
      const client = createSignerClient(place.hostSocket);
      await work(client).finally(() => client.close());
    } else {
      const signer = await openSigner(place.folder, { clock: systemClock, random: randomBytes });
      await work(signer).finally(() => signer.close());
      await keepOwner(place.folder);
    }
  } catch (error) {
    if (!(error instanceof SignerUnavailable)) throw error;
    throw new StartError(error.message, "Run this as the signer's user, on the host where it runs", { cause: error });
  }
}
