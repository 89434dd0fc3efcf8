// Floods against a real server: while each runs, its memory stays bounded, honest agents' reports are acknowledged in time, and a technician
// is answered. `--seconds 60` makes each longer, `--attack WORDS` names one; TAP_TIMEOUT must leave room for them.
import fs from "node:fs";
import net from "node:net";
import { parseArgs } from "node:util";
import t from "tap";
import { makeToken, setUp } from "../kit/api.ts";
import { endAll, Program, type RunningServer, startServer, temporaryFolder, until } from "../kit/processes.ts";
import type { AttackOrder, AttackReport } from "./flood/attacker.ts";
import { ATTACKS } from "./flood/attacks.ts";
import { memoryOf, type Seen, Witness } from "./flood/witness.ts";

const MEBIBYTE = 1_048_576;
const { values } = parseArgs({ options: { seconds: { type: "string", default: "6" }, attack: { type: "string", default: "" } } });
const seconds = Number(values.seconds);
const MOST_GROWTH_BYTES = 200 * MEBIBYTE;
const MOST_TIMES_SLOWER = 10;
/** A quiet machine acknowledges in milliseconds, and ten times that is less than one hiccup of a machine that has other work as well.
 * So the quiet figure counts as no less than this: the bound is never below two seconds, which a person would call prompt. */
const QUIET_FLOOR_MS = 200;

const dataDir = temporaryFolder("floods");
let server: RunningServer;
let attacker: Program;
let witness: Witness;
let quiet: Seen;
let quietBytes = 0;
const pid = () => server.program.child.pid ?? 0;
const line = ({ p99Ms, reports, asked, slowestMs, memoryBytes }: Seen) =>
  `p99 ${p99Ms.toFixed(0)} ms of ${reports} reports, slowest of ${asked} requests ${slowestMs.toFixed(0)} ms, ${(memoryBytes / MEBIBYTE).toFixed(0)} MiB`;

function attack(name: string): Promise<AttackReport> {
  const report = new Promise<AttackReport>((resolve, reject) => {
    attacker.child.once("message", (message: { report: AttackReport }) => resolve(message.report));
    attacker.child.once("exit", () => reject(new Error(`the attacker ended: ${attacker.output}`)));
  });
  attacker.child.send({ attack: name, seconds } satisfies AttackOrder);
  return report;
}

t.before(async () => {
  server = await startServer(dataDir);
  const api = await setUp(server.url, dataDir);
  const { token } = await makeToken(api);
  beginWithoutEnd();
  witness = new Witness(api, pid());
  await witness.begin(token);
  attacker = new Program(["server/test/attack/flood/attacker.ts", server.url, token], {});
  await new Promise((resolve, reject) => {
    attacker.child.once("message", resolve);
    attacker.child.once("exit", () => reject(new Error(attacker.output)));
  });
  await witness.watch(new Promise((resolve) => setTimeout(resolve, 2_000)));
  quiet = await witness.watch(new Promise((resolve) => setTimeout(resolve, 6_000)));
  quietBytes = memoryOf(pid());
  t.comment(`quiet: ${line(quiet)}`);
});
/** Connections that began a request and never finish it, from before all attacks. */
const unfinished: { socket: net.Socket; answer: string }[] = [];
function beginWithoutEnd(): void {
  const { hostname, port } = new URL(server.url);
  for (const text of ["", "GET / HT", "POST /api/v1/session HTTP/1.1\r\nHost: a\r\n"]) {
    const one = { socket: net.connect(Number(port), hostname), answer: "" };
    one.socket.on("data", (data) => (one.answer += data.toString())).on("error", () => undefined);
    one.socket.write(text);
    unfinished.push(one);
  }
}

t.teardown(async () => {
  witness?.end();
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

for (const { name, least } of ATTACKS.filter((one) => one.name.includes(values.attack)))
  t.test(`${name}: memory stays bounded, agents and technicians are served`, async (t) => {
    const assault = attack(name);
    const seen = await witness.watch(assault);
    const report = await assault;
    t.comment(`${line(seen)}; ${report.sockets} sockets, ${(report.bytes / MEBIBYTE).toFixed(1)} MiB, ${JSON.stringify(report.answers)}`);
    t.ok(report.sockets >= (least.sockets ?? 0) && report.bytes >= (least.bytes ?? 0), "the attack took place");
    t.equal(server.program.exited, false, "the server lives");
    t.ok(
      seen.memoryBytes - quietBytes < MOST_GROWTH_BYTES,
      `memory grew by ${((seen.memoryBytes - quietBytes) / MEBIBYTE).toFixed(0)} MiB`,
    );
    const bound = MOST_TIMES_SLOWER * Math.max(quiet.p99Ms, QUIET_FLOOR_MS);
    t.ok(seen.p99Ms <= bound, `p99 ${seen.p99Ms.toFixed(0)} ms of at most ${bound.toFixed(0)} ms`);
    t.ok(seen.reports > 0 && seen.asked > 0, "there was somebody to serve");
    t.same(seen.unanswered, [], "every request of the technician was answered");
    t.same(witness.troubles, [], "no honest agent lost its connection");
    await until("the next request is answered at once", async () =>
      (await fetch(`${server.url}/readyz`)).status === 200 ? true : undefined,
    );
  });

t.test("a request that is begun and never finished is cut, with a word", async (t) => {
  await until("they are cut", () => (unfinished.every(({ socket }) => socket.destroyed) ? true : undefined));
  for (const { answer } of unfinished) t.match(answer, /^HTTP\/1\.1 408 /);
});
