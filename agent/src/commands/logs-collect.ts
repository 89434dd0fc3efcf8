// `vigia-agent logs collect`: a zip of logs for whoever helps. Loaded only for that.
import { setPriority } from "node:os";
import { resolve } from "node:path";
import { collectLogsTo } from "../logs/index.ts";
import { CommandError, type Context } from "./context.ts";

/** As little as possible of what the machine's own work needs: half of the way down. */
const NICE = 10;

/** Writes the zip for the agent that started this process, and ends when that agent does. */
export async function logsChild({ config, host, clock, agentVersion }: Context, file: string): Promise<number> {
  setPriority(NICE);
  process.stdin.on("close", () => process.exit(1)).resume();
  await collectLogsTo(file, config, host, agentVersion, clock.now());
  process.stdin.removeAllListeners("close").destroy();
  return 0;
}

/** Writes the zip to `out`, or to a file named after the time in this folder, and says what is in it. */
export async function logsCollectCommand({ config, host, clock, agentVersion, out }: Context, wanted: string | undefined): Promise<number> {
  const now = clock.now();
  const file = resolve(wanted ?? `vigia-agent-logs-${new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, "")}.zip`);
  try {
    const { zip, names, leftOut } = await collectLogsTo(file, config, host, agentVersion, now);
    out(`${file} (${Math.ceil(zip.length / 1_024)} KiB): ${names.join(", ")}`);
    if (leftOut.length > 0) out(`left out for want of room: ${leftOut.join(", ")}`);
    return 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new CommandError(`there is a file ${file} already; name another with --out`);
    if ((error as NodeJS.ErrnoException).syscall === "open")
      throw new CommandError(`${file} cannot be written: ${(error as Error).message}`);
    throw error;
  }
}
