// Makes this installation fit to be copied to many machines: each copy enrols as itself.
import { constants } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeAtomic } from "../atomic-file.ts";
import { IdentityError, IdentityStore, KEY_FILE, secureDataDir } from "../identity.ts";
import { takeLock } from "../lock.ts";
import { LOG_FILE_NAME, LOG_FILES } from "../log-file.ts";
import { CommandError, type Context, readMaybe } from "./context.ts";

export interface PrepareImageOptions {
  /** Asks nothing. */
  readonly yes: boolean;
  /** Enrolment token for the copies' first start; kept in agent.json. */
  readonly token: string | undefined;
  /** Server for it; the one of this enrolment when left out. */
  readonly server: string | undefined;
}

/** Asks a person; answers their line, or "" when there is nobody. */
type Ask = (question: string) => Promise<string>;

/** What belongs to one machine only. agent.json and trusted certificates stay. */
const OF_ONE_MACHINE = ["spool", "inventory.json", "inventory.json.new", "status.json", "status.json.new", "identity.json.new"];

/** Wipes key, pinned facts, spool, inventory and log. Exit code 0 when nothing of this machine is left, 1 when the person said no. */
export async function prepareImageCommand(context: Context, { yes, token, server }: PrepareImageOptions, ask: Ask): Promise<number> {
  const { config, host, out } = context;
  await secureDataDir(config.dataDir);
  const lock = await takeLock(host, config.dataDir);
  if (typeof lock === "number")
    throw new CommandError(
      `the agent is running (process ${lock}); stop its service first, and do not start it again before the image is taken`,
    );
  try {
    const store = new IdentityStore(config.dataDir);
    const known = await loadWhole(store);
    const address = server ?? config.server ?? known?.servers[0];
    if (token !== undefined && address === undefined)
      throw new CommandError("say which server the token is for: --server https://vigia.example");
    if (!yes && !(await agrees(context, ask, known?.organizationName))) {
      out("Nothing was changed.");
      return 1;
    }
    if (token !== undefined) await keepForFirstStart(join(config.dataDir, "agent.json"), { server: address, enrollmentToken: token });
    await overwrite(join(config.dataDir, KEY_FILE));
    await store.wipe();
    for (const name of OF_ONE_MACHINE) await rm(join(config.dataDir, name), { recursive: true, force: true });
    // Only our own files: the folder may be the whole machine's.
    for (let age = 0; age < LOG_FILES; age++)
      await rm(join(config.logDir, age === 0 ? LOG_FILE_NAME : `${LOG_FILE_NAME}.${age}`), { force: true });
    out("This machine has no identity any more; take the image before the agent starts again.");
    out(firstStart(token !== undefined || config.enrollmentToken !== undefined));
    if (known !== undefined) out("The server still lists this machine: delete it in the console, or merge it when it enrols again.");
    return 0;
  } finally {
    await lock.release();
  }
}

const firstStart = (enrols: boolean): string =>
  enrols
    ? "Each copy enrols as a machine of its own when its agent starts for the first time."
    : "Enrol each copy with: vigia-agent enroll --server URL --token TOKEN";

/** A damaged identity is wiped like a whole one. */
async function loadWhole(store: IdentityStore) {
  try {
    return await store.load();
  } catch (error) {
    if (error instanceof IdentityError) return undefined;
    throw error;
  }
}

async function agrees({ config }: Context, ask: Ask, organization: string | undefined): Promise<boolean> {
  const whose = organization ? ` with ${organization}` : "";
  const answer = await ask(
    `This wipes the agent's identity${whose}, and what it has not sent yet, from ${config.dataDir}. Type yes to go on: `,
  );
  return answer.trim().toLowerCase() === "yes";
}

/** What agent.json says besides stays. */
async function keepForFirstStart(path: string, settings: Readonly<Record<string, string | undefined>>): Promise<void> {
  const before = JSON.parse((await readMaybe(path)) ?? "{}") as object;
  await writeAtomic(path, `${JSON.stringify({ ...before, ...settings }, undefined, 2)}\n`);
}

/** An image holds freed blocks too: the key's are made empty before they are given back. */
async function overwrite(path: string): Promise<void> {
  try {
    const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size } = await file.stat();
      await file.write(new Uint8Array(size), 0, size, 0);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    // A link in its place is not ours to write through; the name is removed all the same.
    if (code !== "ENOENT" && code !== "ELOOP") throw error;
  }
}
