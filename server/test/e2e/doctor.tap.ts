// `vigia-server doctor` on a real installation: well at first, then with three things broken, beside the server and without it.
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import t from "tap";
import { setUp } from "../kit/api.ts";
import { endAll, Program, startServer, temporaryFolder } from "../kit/processes.ts";

interface Told {
  readonly level: string;
  readonly findings: readonly { readonly check: string; readonly level: string; readonly said: string; readonly cure?: string }[];
}

const dataDir = path.join(temporaryFolder("doctor"), "data");
t.teardown(async () => {
  await endAll();
  fs.rmSync(path.dirname(dataDir), { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function doctor(env: Record<string, string>, ...flags: string[]): Promise<{ code: number | null; output: string }> {
  const program = new Program(["server/src/main.ts", "doctor", ...flags], { VIGIA_DATA: dataDir, VIGIA_HOST: "127.0.0.1", ...env });
  const code = await new Promise<number | null>((resolve) => program.child.once("close", resolve));
  return { code, output: program.output };
}

const settings = { VIGIA_PORT: String(await freePort()) };
const server = await startServer(dataDir, settings);
await setUp(server.url, dataDir);

t.test("an installation that is well has no fault, and the doctor reads the running server's own figures", async (t) => {
  const { code, output } = await doctor(settings);
  t.equal(code, 0, output);
  t.match(output, /ok +server +runs as process \d+/);
  t.match(output, /ok +signer +answers in/);
  t.match(output, /ok +journal +\d+ entries hold/);
  t.match(output, /ok +audit +all chains held/);
  t.match(output, /WARNING +keys +nobody has confirmed a copy of the key-encryption key\n +→ Take a copy/);
  t.match(output, /\nfaults: 0, /);
});

t.test("three broken things are three faults, each with its cure, beside the running server", async (t) => {
  fs.chmodSync(path.join(dataDir, "keys/kek"), 0o644);
  const broken = {
    ...settings,
    VIGIA_SMTP_URL: `smtp://127.0.0.1:${await freePort()}`,
    VIGIA_MAIL_FROM: "vigia@example.test",
    VIGIA_PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
  };
  const { code, output } = await doctor(broken);
  t.equal(code, 1, output);
  t.match(output, /FAULT +keys +\S+kek is open to other users \(mode 644\)\n +→ Close it: chmod 600 \S+keys\/kek/);
  t.match(output, /FAULT +mail +127\.0\.0\.1 port \d+: .*ECONNREFUSED.*\n +→ Correct host and port in VIGIA_SMTP_URL/);
  t.match(output, /FAULT +proxy +http:\/\/127\.0\.0\.1:\d+ cannot be reached.*\n +→ Correct VIGIA_PUBLIC_URL/);
  t.match(output, /\nfaults: 3, /);
  t.notMatch(output, /at .*\.ts:\d+/, "no stack trace");
});

t.test("without the server it looks at the same database and leaves it standing still, for programs too", async (t) => {
  t.equal(await server.program.end(), 0, server.program.output);
  const { code, output } = await doctor(settings, "--json");
  t.equal(code, 1, output);
  const told = JSON.parse(output) as Told;
  t.equal(told.level, "fault");
  const said = (check: string) => told.findings.filter((one) => one.check === check).map((one) => `${one.level}: ${one.said}`);
  t.match(said("server"), ["ok: stands still"]);
  t.match(said("database").join("\n"), /ok: PostgreSQL 18.*\nok: every migration is applied\nok: row-level security holds/);
  t.same(
    told.findings.filter((one) => one.level === "fault").map((one) => one.cure),
    [`Close it: chmod 600 ${path.join(dataDir, "keys/kek")}`],
  );
  t.notOk(fs.existsSync(path.join(dataDir, "server.pid")), "nothing holds the data directory");
  t.notOk(fs.existsSync(path.join(dataDir, "postgres/cluster/postmaster.pid")), "PostgreSQL stands still again");
});

t.test("settings that cannot be read, and words that it does not know, are one line with the cure", async (t) => {
  const wrong = await doctor({ ...settings, VIGIA_PORT: "many" });
  t.equal(wrong.code, 1);
  t.match(wrong.output, /FAULT +settings +VIGIA_PORT is "many".*\n +→ Use a number/);
  const unknown = await doctor(settings, "--cure-me");
  t.equal(unknown.code, 1);
  t.match(unknown.output, /^vigia-server: .*--cure-me.*Use: vigia-server doctor/);
});

t.test("a signer's journal that was changed, or set back, is found before the server starts on it", async (t) => {
  const journal = path.join(dataDir, "signer/journal");
  const [name = ""] = fs.readdirSync(journal).sort();
  const file = path.join(journal, name);
  const whole = fs.readFileSync(file);
  const changed = Buffer.from(whole);
  changed[20] = (changed[20] ?? 0) ^ 1;
  fs.writeFileSync(file, changed);
  t.match(
    (await doctor(settings)).output,
    /FAULT +journal +does not hold from line 1 of \S+ on: .*\n +→ Stop the server, put the signer's folder back/,
  );
  fs.writeFileSync(file, Buffer.alloc(0));
  t.match((await doctor(settings)).output, /FAULT +journal +was set back: its journal ends at entry 0, .*\n +→ Put the newest copy/);
  fs.writeFileSync(file, whole);
  t.match((await doctor(settings)).output, /ok +journal +\d+ entries hold/);
});
