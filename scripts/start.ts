// `npm start`: makes what is missing, starts server, database and this machine's agent, says where the console is, stops cleanly.
import path from "node:path";
import { ALLOCATOR } from "../server/src/heap.ts";
import { type Child, startChild } from "./setup/child.ts";
import { runFirstMachine } from "./setup/first-machine.ts";
import { prepare, root } from "./setup/prepare.ts";
import { bold, dim, done, problem } from "./setup/say.ts";

const USAGE = `npm start [-- --no-agent]
  Starts Vigia on this machine and enrols it as the first resource.
  --no-agent   leave this machine out
Settings by environment: VIGIA_HOST, VIGIA_PORT, VIGIA_DATA, DATABASE_URL, … (README)`;

interface Ready {
  readonly ready: true;
  readonly url: string;
  readonly setupCode?: string;
}

const flags = new Set(process.argv.slice(2));
if (flags.has("--help")) {
  console.log(USAGE);
  process.exit(0);
}
const unknown = [...flags].find((flag) => flag !== "--no-agent");
if (unknown !== undefined) {
  problem(`there is no option ${unknown}\n${USAGE}`);
  process.exit(1);
}

const dataDir = path.resolve(root, process.env["VIGIA_DATA"] ?? "data");
const children: Child[] = [];
let stopping = false;
let askedAt = 0;
function stop(): void {
  if (stopping) {
    // One Ctrl-C may arrive twice: from the terminal and through npm.
    if (performance.now() - askedAt < 1_000) return;
    problem("stopping at once");
    for (const child of children) child.process.kill("SIGKILL");
    process.exit(1);
  }
  stopping = true;
  askedAt = performance.now();
  console.log(dim("\nstopping …"));
  for (const child of [...children].reverse()) child.stop();
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

function readiness(server: Child): Promise<Ready | undefined> {
  return new Promise((resolve) => {
    server.process.on("message", (message: Partial<Ready>) => {
      if (message.ready === true && message.url !== undefined) resolve(message as Ready);
    });
    void server.ended.then(() => resolve(undefined));
  });
}

/** Runs the agent until we stop; a crash is followed by a pause and another start. */
async function keepAgent(server: Child, url: string): Promise<void> {
  for (let pause = 1_000; !stopping; pause = Math.min(pause * 2, 60_000)) {
    const agent = await runFirstMachine(server, url, dataDir);
    if (agent === undefined) return;
    children.push(agent);
    await agent.ended;
    if (stopping) return;
    if (/running already/.test(agent.lastWords())) {
      done("this machine's agent is running already");
      return;
    }
    problem(`this machine's agent ended: ${agent.lastWords().split("\n").at(-1) ?? ""}; starting it again`);
    await new Promise((resolve) => setTimeout(resolve, pause).unref());
  }
}

try {
  await prepare(done);
} catch (error) {
  const words = error as { stderr?: string; message: string };
  problem(`a part could not be built: ${words.stderr?.trim() || words.message}`);
  process.exit(1);
}

const server = startChild(
  ["server/dist/bundle/main.mjs"],
  { ...ALLOCATOR, VIGIA_DATA: dataDir, VIGIA_EXIT_WITH_PARENT: "1" },
  process.env["VIGIA_LOG_LEVEL"] !== undefined,
);
children.push(server);
const ready = await readiness(server);
if (ready === undefined) {
  problem(server.lastWords() || "the server ended without a word");
  process.exit(1);
}

done("server and database are running");
console.log(`\n  ${bold("Vigia")}  ${bold(ready.url)}`);
if (ready.setupCode !== undefined) console.log(`  Set-up code  ${bold(ready.setupCode)}   ${dim("asked once, in the browser")}`);
console.log(`${dim(`  Ctrl-C stops everything; your data stays in ${dataDir}`)}\n`);

if (!flags.has("--no-agent")) void keepAgent(server, ready.url);
const code = await server.ended;
if (!stopping) problem(`the server ended:\n${server.lastWords()}`);
for (const child of children) child.stop();
await Promise.all(children.map((child) => child.ended));
process.exit(stopping ? 0 : code === 0 ? 0 : 1);
