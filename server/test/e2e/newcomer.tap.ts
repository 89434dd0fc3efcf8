// `npm start` as a newcomer meets it: one command, this machine enrolled, a clean stop, a quick second start, clear refusals.
import { spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import t from "tap";
import { setUp, signIn } from "../kit/api.ts";
import { endAll, Program, root, temporaryFolder, until } from "../kit/processes.ts";

const dataDir = temporaryFolder("newcomer");
t.teardown(async () => {
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, ...flags: string[]): Program {
  return new Program(["scripts/start.ts", ...flags], { VIGIA_DATA: dataDir, VIGIA_PORT: "0", NO_COLOR: "1", ...env });
}
const address = (program: Program) =>
  until("the console's address", () => {
    if (program.exited) throw new Error(program.output);
    return /Vigia\s+(http:\/\/localhost:\d+)/.exec(program.output)?.[1];
  });

t.test("prints the address and the set-up code, and enrols this machine once set up", async (t) => {
  const program = start();
  const url = await address(program);
  const code = /Set-up code\s+(\S+)/.exec(program.output)?.[1];
  t.equal(code, fs.readFileSync(path.join(dataDir, "setup-code"), "utf8").trim());
  t.equal(fs.statSync(path.join(dataDir, "setup-code")).mode & 0o777, 0o600);
  const api = await setUp(url, dataDir);
  await until("this machine is online", async () => {
    const list = await api.ok<{ items: { online: boolean }[] }>("GET", "/api/v1/resources");
    return list.items[0]?.online === true ? true : undefined;
  });
  t.equal(await program.end("SIGTERM"), 0, program.output);
});

t.test("starts again on the same data, machine and account included", async (t) => {
  const program = start();
  const url = await address(program);
  t.notMatch(program.output, /Set-up code/);
  const api = await signIn(url);
  await until("this machine is back", async () => {
    const list = await api.ok<{ items: { online: boolean }[]; total: number }>("GET", "/api/v1/resources");
    if (list.total !== 1) throw new Error(`${list.total} machines`);
    return list.items[0]?.online === true ? true : undefined;
  });
  t.equal(await program.end("SIGTERM"), 0, program.output);
});

t.test("Ctrl-C in the terminal stops everything in order", async (t) => {
  const env = { ...process.env, VIGIA_DATA: dataDir, VIGIA_PORT: "0", NO_COLOR: "1" };
  const child = spawn("npm", ["start"], { cwd: root, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
  const ended = new Promise((resolve) => child.once("close", resolve));
  await until("it runs", () => (/Vigia\s+http/.test(output) ? true : undefined));
  // What a terminal does: the whole foreground group hears it.
  process.kill(-(child.pid ?? 0), "SIGINT");
  await ended;
  t.match(output, /stopping/);
  t.notMatch(output, /at once|did not stop/);
  t.notOk(fs.existsSync(path.join(dataDir, "server.pid")), "the server left in order");
  t.notOk(fs.existsSync(path.join(dataDir, "postgres/cluster/postmaster.pid")), "and so did PostgreSQL");
});

t.test("a port in use is one line with cause and cure", async (t) => {
  const squatter = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => squatter.once("listening", resolve));
  const { port } = squatter.address() as net.AddressInfo;
  const program = start({ VIGIA_PORT: String(port) }, "--no-agent");
  await until("the end", () => program.exited || undefined);
  squatter.close();
  t.not(program.child.exitCode, 0);
  t.match(program.output, new RegExp(`${port}.*(in use|taken).*VIGIA_PORT`));
  t.notMatch(program.output, /at .*\.ts:\d+/, "no stack trace");
});

t.test("a database that is not ours, or not there, is one line", async (t) => {
  const program = start({ DATABASE_URL: "postgres://vigia@127.0.0.1:1/nowhere" }, "--no-agent");
  await until("the end", () => program.exited || undefined);
  t.not(program.child.exitCode, 0);
  t.match(program.output, /DATABASE_URL/);
  t.notMatch(program.output, /at .*\.ts:\d+/, "no stack trace");
});

t.test("an address beyond this machine is refused without TLS", async (t) => {
  const program = start({ VIGIA_HOST: "0.0.0.0" }, "--no-agent");
  await until("the end", () => program.exited || undefined);
  t.not(program.child.exitCode, 0);
  t.match(program.output, /VIGIA_HOST|VIGIA_TLS|VIGIA_PUBLIC_URL/);
});

t.test("an unknown option is named", async (t) => {
  const program = start({}, "--no-agnet");
  await until("the end", () => program.exited || undefined);
  t.equal(program.child.exitCode, 1);
  t.match(program.output, /--no-agnet/);
});
