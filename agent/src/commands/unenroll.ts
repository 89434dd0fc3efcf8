import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { IdentityStore } from "../identity.ts";
import { sayGoodbye } from "../link/goodbye.ts";
import { lockHolder } from "../lock.ts";
import { loadEpoch } from "../spool/epoch.ts";
import { nodeFiles } from "../spool/index.ts";
import { CommandError, type Context, caPath } from "./context.ts";

/** Takes this machine away from its server. `local` leaves the server out. */
export async function unenrollCommand(context: Context, { local }: { local: boolean }): Promise<number> {
  const { config, host, out } = context;
  const store = new IdentityStore(config.dataDir);
  const identity = await store.load();
  if (identity === undefined) {
    out("This machine is not enrolled.");
    return 0;
  }
  if (!local) {
    const problem = await sayGoodbye(
      {
        identity,
        key: await store.key(),
        epoch: (await loadEpoch(nodeFiles, join(config.dataDir, "spool"))) ?? 1,
        agentVersion: context.agentVersion,
        connect: await context.connect(),
        clock: context.clock,
        log: context.log(false),
        randomBytes,
      },
      "unenrolled on the machine",
    );
    if (problem !== undefined) {
      throw new CommandError(`The server could not be told: ${problem}. Try again, or forget it on this machine alone with --local.`);
    }
  }
  await store.wipe();
  await rm(caPath(config), { force: true });
  const running = await lockHolder(host, config.dataDir);
  // A running agent notices within seconds and stops; what it still holds is removed by the next enrolment.
  if (running === undefined) await rm(join(config.dataDir, "spool"), { recursive: true, force: true });
  out(`This machine is no longer enrolled with ${identity.organizationName || identity.servers[0]}.`);
  if (local) out("The server was not told: delete the resource in the console.");
  if (running !== undefined) out(`The running agent (process ${running}) stops within seconds.`);
  return 0;
}
