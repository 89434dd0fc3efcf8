// The server as a process: signals, what the person at the terminal reads, and the channel to the program that started it.
import { setTimeout as sleep } from "node:timers/promises";
import { readConfig } from "../config.ts";
import { createLog, type Log } from "../log.ts";
import { type RunningServer, startServer, type Trial } from "../server.ts";

/** A stop that takes longer is cut short, milliseconds. The database is stopped last, so a busy server needs patience. */
const STOP_MS = 30_000;

/** How often to look whether somebody has set the server up, milliseconds. */
const TOKEN_LOOK_MS = 500;

/** Runs until told to stop; answers 0 after a clean stop. Throws StartError. */
export async function run(trial?: Trial): Promise<number> {
  // Whoever read our output may be gone; that is no reason to end.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const config = readConfig();
  const log = createLog(config.logLevel);
  const stopAsked = whenAsked(config.exitWithParent);
  const server = await startServer(config, log, (line) => console.log(line), trial);
  announce(server);
  offerToken(server, log);
  const reason = await stopAsked;
  return stopWithin(server, reason, log);
}

function announce({ url, setupCode }: RunningServer): void {
  console.log(`Vigia is running: ${url}`);
  if (setupCode !== undefined) console.log(`Set-up code, asked once in the browser: ${setupCode}`);
  process.send?.({ ready: true, url, setupCode });
}

/** The program that started us may ask for a token that enrols this machine; it gets one as soon as the server is set up. */
function offerToken(server: RunningServer, log: Log): void {
  process.on("message", (message: { want?: string }) => {
    if (message.want === "enrollment-token") void sendToken(server, log);
  });
}

/** One look after the other, so that a slow one never makes a second token. */
async function sendToken(server: RunningServer, log: Log): Promise<void> {
  for (;;) {
    await sleep(TOKEN_LOOK_MS, undefined, { ref: false });
    const enrollmentToken = await server.firstMachineToken().catch((error: unknown) => {
      log.warn({ err: error }, "no token for this machine yet");
      return undefined;
    });
    if (enrollmentToken === undefined) continue;
    process.send?.({ enrollmentToken });
    return;
  }
}

/** Fulfilled with the reason by the first signal; a second one ends the process at once. */
function whenAsked(exitWithParent: boolean): Promise<string> {
  return new Promise((resolve) => {
    let asked = false;
    const ask = (reason: string) => {
      if (asked) process.exit(1);
      asked = true;
      resolve(reason);
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, ask);
    if (!exitWithParent) return;
    if (process.send !== undefined) process.on("disconnect", () => ask("the parent process ended"));
    else process.stdin.once("close", () => ask("the parent process ended")).resume();
  });
}

async function stopWithin(server: RunningServer, reason: string, log: Log): Promise<number> {
  log.info({ reason }, "stopping");
  const patience = setTimeout(() => {
    log.error("the server did not stop in time; it ends now, and the next start picks up what is left");
    process.exit(1);
  }, STOP_MS);
  await server.stop();
  clearTimeout(patience);
  return 0;
}
