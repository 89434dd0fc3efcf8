// The agent's program: reads the command line, does one command, and sets the exit code. Every failure that a person can do something
// about is one sentence on standard error.
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { CommandError, createContext } from "./commands/context.ts";
import { enrollCommand } from "./commands/enroll.ts";
import { HELP } from "./commands/help.ts";
import { logsCommand } from "./commands/logs.ts";
import { prepareImageCommand } from "./commands/prepare-image.ts";
import { runCommand } from "./commands/run.ts";
import { statusCommand } from "./commands/status.ts";
import { unenrollCommand } from "./commands/unenroll.ts";
import { ConfigError } from "./config.ts";
import { IdentityError } from "./identity.ts";
import { CHILD_COMMAND } from "./inventory/child.ts";
import { LOGS_CHILD } from "./logs/child.ts";
import { readAgentVersion } from "./version.ts";

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        server: { type: "string" },
        token: { type: "string" },
        ca: { type: "string" },
        force: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        follow: { type: "boolean", short: "f", default: false },
        out: { type: "string" },
        lines: { type: "string", short: "n" },
        local: { type: "boolean", default: false },
        yes: { type: "boolean", default: false },
        data: { type: "string" },
        version: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\nSee: vigia-agent help`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  const [command = "help", ...rest] = positionals;
  const say = (text: string) => process.stdout.write(`${text}\n`);
  if (values.version) {
    say(readAgentVersion());
    return 0;
  }
  if (values.help || command === "help") {
    say(HELP);
    return 0;
  }
  // These two need neither settings nor identity, and load the readers: nothing else does.
  if (command === "inventory") return (await import("./commands/inventory.ts")).inventoryCommand(values.json, rest, say);
  if (command === CHILD_COMMAND) return (await import("./commands/inventory.ts")).inventoryChild(rest, say);
  const collects = command === "logs" && rest.length === 1 && rest[0] === "collect";
  const isLogsChild = command === LOGS_CHILD && rest.length === 1;
  if (rest.length > 0 && !collects && !isLogsChild) throw new CommandError(`"${rest[0]}" is not understood; see: vigia-agent help`);
  const context = await createContext(readAgentVersion(), values.data);
  // Loads the inventory's readers and what packs: nothing else does.
  if (isLogsChild) return (await import("./commands/logs-collect.ts")).logsChild(context, rest[0] ?? "");
  if (collects) return (await import("./commands/logs-collect.ts")).logsCollectCommand(context, values.out);
  switch (command) {
    case "enroll":
      return enrollCommand(context, { server: values.server, token: values.token, ca: values.ca, force: values.force });
    case "run":
      return runCommand(context);
    case "status":
      return statusCommand(context, values.json);
    case "logs":
      return logsCommand(context, { follow: values.follow, lines: values.lines }, interrupted());
    case "unenroll":
      return unenrollCommand(context, { local: values.local });
    case "prepare-image":
      return prepareImageCommand(context, { yes: values.yes, token: values.token, server: values.server }, askPerson);
    default:
      throw new CommandError(`"${command}" is no command; see: vigia-agent help`);
  }
}

/** One line from whoever sits there; "" at the end of the input. */
async function askPerson(question: string): Promise<string> {
  const asking = createInterface({ input: process.stdin, output: process.stdout });
  process.stdout.write(question);
  try {
    for await (const line of asking) return line;
    return "";
  } finally {
    asking.close();
  }
}

function interrupted(): AbortSignal {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort()).once("SIGTERM", () => stop.abort());
  return stop.signal;
}

// Whoever read our output may be gone ("vigia-agent status | head"); that is no reason to fail.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const known = error instanceof CommandError || error instanceof ConfigError || error instanceof IdentityError;
  process.stderr.write(known ? `${error.message}\n` : `${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = error instanceof CommandError ? error.exitCode : 1;
}
