import { runAgent } from "../agent.ts";
import { IdentityStore, secureDataDir } from "../identity.ts";
import { sameProgram, takeInChild } from "../inventory/child.ts";
import { takeLock } from "../lock.ts";
import { collectInChild } from "../logs/child.ts";
import { CommandError, type Context } from "./context.ts";
import { enrollCommand } from "./enroll.ts";
import { runLean } from "./lean-runtime.ts";

const NOT_ENROLLED = "this machine is not enrolled; run: vigia-agent enroll --server URL --token TOKEN";

/** Runs the agent until SIGTERM or SIGINT. Exit code 0 after a stop, 2 when the machine is not enrolled (any more). */
export async function runCommand(context: Context): Promise<number> {
  const { config, host } = context;
  runLean();
  await secureDataDir(config.dataDir);
  await enrollAtFirstStart(context);
  const lock = await takeLock(host, config.dataDir);
  if (typeof lock === "number") throw new CommandError(`the agent is running already (process ${lock})`);
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  const log = context.log(process.stderr.isTTY);
  for (const warning of context.warnings) log.warn(warning);
  try {
    const { clock, agentVersion } = context;
    const program = sameProgram(process, host.platform === "win32");
    const end = await runAgent(
      {
        config,
        host,
        clock,
        log,
        agentVersion,
        connect: await context.connect(),
        random: Math.random,
        takeInventory: (signal, skip) => takeInChild(program, signal, skip),
        collectLogs: (file, signal) => collectInChild(program, config.dataDir, file, signal),
      },
      stop.signal,
    );
    if (end === "unenrolled") throw new CommandError(NOT_ENROLLED, 2);
    return 0;
  } finally {
    process.off("SIGTERM", onSignal).off("SIGINT", onSignal);
    await lock.release();
  }
}

/** A copy of a prepared image, or a machine that was set up with a token, becomes known to its server. Rejects when it cannot, to be started again. */
async function enrollAtFirstStart(context: Context): Promise<void> {
  const { server, enrollmentToken: token, dataDir } = context.config;
  if (server === undefined || token === undefined || (await new IdentityStore(dataDir).exists())) return;
  await enrollCommand(context, { server, token, ca: undefined, force: false });
}
