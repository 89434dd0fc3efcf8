import { createHash, randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { makeKey } from "@vigia/protocol/handshake";
import { writeAtomic } from "../atomic-file.ts";
import { type Host, readOptional } from "../host/host.ts";
import { readHostFacts } from "../host-facts/index.ts";
import { formatId, IdentityError, IdentityStore, secureDataDir } from "../identity.ts";
import { EnrollError, enroll } from "../link/enroll.ts";
import { socketUrl } from "../link/ws-transport.ts";
import { takeLock } from "../lock.ts";
import { CommandError, type Context, caPath, readMaybe } from "./context.ts";

export interface EnrollOptions {
  readonly server: string | undefined;
  readonly token: string | undefined;
  readonly ca: string | undefined;
  readonly force: boolean;
}

/** Makes this machine known to a server. Exit code 0 when it is enrolled. */
export async function enrollCommand(context: Context, { server, token, ca, force }: EnrollOptions): Promise<number> {
  const { config, host, out } = context;
  if (!server) throw new CommandError("say which server: --server https://vigia.example");
  if (!token) throw new CommandError("give the enrolment token from the console: --token enr_…");
  const address = checkAddress(server);
  await secureDataDir(config.dataDir);
  const lock = await takeLock(host, config.dataDir);
  if (typeof lock === "number") throw new CommandError(`the agent is running (process ${lock}); stop it first`);
  const store = new IdentityStore(config.dataDir);
  try {
    await refuseTwice(store, force);
    const key = makeKey();
    await store.keepNewKey(key);
    const identity = await enroll({
      server: address,
      token,
      key,
      facts: await readHostFacts(host, { agentVersion: context.agentVersion, nowMs: context.clock.now() }),
      hardwareHint: await hardwareHint(host),
      agentVersion: context.agentVersion,
      connect: await context.connect(ca),
      randomBytes,
      now: () => context.clock.now(),
    });
    // Records of an earlier enrolment belong to another agent.
    await rm(join(config.dataDir, "spool"), { recursive: true, force: true });
    await rm(join(config.dataDir, "status.json"), { force: true });
    const caFile = ca ?? config.caFile;
    const trusted = caFile === undefined ? undefined : await readMaybe(caFile);
    if (trusted !== undefined) await writeAtomic(caPath(config), trusted);
    else if (force) await rm(caPath(config), { force: true });
    await store.adopt(identity);
    out(`Enrolled with ${identity.organizationName || "the organization"} at ${address}`);
    out(`  resource  ${formatId(identity.resourceId)}`);
    out(`  state     ${identity.standing === "active" ? "approved" : "waits for approval in the console"}`);
    out("Next: vigia-agent run");
    return 0;
  } catch (error) {
    if (error instanceof EnrollError) throw new CommandError(`Not enrolled: ${error.message}.`);
    throw error;
  } finally {
    await store.dropNewKey();
    await lock.release();
  }
}

function checkAddress(server: string): string {
  try {
    socketUrl(server);
    return server.replace(/\/+$/, "");
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

async function refuseTwice(store: IdentityStore, force: boolean): Promise<void> {
  if (force) return;
  let known: Awaited<ReturnType<IdentityStore["load"]>>;
  try {
    known = await store.load();
  } catch (error) {
    if (error instanceof IdentityError) throw new CommandError(`${error.message}.`);
    throw error;
  }
  if (known === undefined) return;
  throw new CommandError(
    `this machine is already enrolled with ${known.organizationName || "an organization"} at ${known.servers[0]}; ` +
      "run vigia-agent unenroll first, or give --force to enrol it as a new agent",
  );
}

/** Lets people recognise a machine that is enrolled again; never an identity. */
async function hardwareHint(host: Host): Promise<Uint8Array> {
  const id = (await readOptional(host, "/etc/machine-id"))?.trim();
  return id ? createHash("sha256").update(`vigia/hardware/v1\0${id}`).digest() : new Uint8Array();
}
