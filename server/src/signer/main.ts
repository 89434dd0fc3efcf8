// The signer's process: keeps the key that signs commands and everything that proves a second factor, away from the web and the database.
import { randomBytes } from "node:crypto";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { createLog } from "../log.ts";
import { listen } from "./listen.ts";
import { findSignerPlace } from "./place.ts";
import { openSigner } from "./signer.ts";

/** Runs until told to stop, or until the server that started it is gone. */
async function run(): Promise<void> {
  // Nothing this process makes is anybody else's, from its first moment on.
  process.umask(0o077);
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stop = new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => resolve());
    if (config.exitWithParent) process.once("disconnect", resolve);
  });
  const place = await findSignerPlace(config.dataDir, config.signerSocket);
  const signer = await openSigner(place.folder, { clock: systemClock, random: randomBytes });
  let giveUp: () => void = () => undefined;
  const failed = new Promise<void>((resolve) => {
    giveUp = resolve;
  });
  const onFailure = () => void (signer.broken && giveUp());
  const close = await listen(signer, place, { log, shared: config.signerSocket !== undefined, onFailure });
  process.send?.({ ready: true });
  await Promise.race([stop, failed]);
  await close();
  await signer.close();
  if (signer.broken) throw new Error("the journal could not be written; what the disk holds is read again with the next start");
}

try {
  await run();
  process.exit(0);
} catch (error) {
  console.error(`vigia-signer: ${(error as Error).message.replaceAll(/\s*\n\s*/g, " ")}`);
  process.exit(1);
}
