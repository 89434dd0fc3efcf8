// Silent connections, more than the process may have files: agents and technicians are served all the same. With the limit taken away
// the same attack succeeds, so the test can fail.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { endAll, startServer, temporaryFolder, until } from "../kit/processes.ts";

const FILES = 600;
const CROWD = 1_200;
const ATTACKERS = ["127.0.0.2", "127.0.0.3", "127.0.0.4"];
/** How long an answer may take, milliseconds. */
const ANSWER_MS = 20_000;
const TRIES = 5;
const dataDir = temporaryFolder("crowd");
const canLimit = process.platform === "linux" && fs.existsSync("/usr/bin/prlimit");

t.teardown(async () => {
  await endAll();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

/** Opens silent connections to a server with these limits; answers how many of a few requests from elsewhere were served meanwhile. */
async function served(limits: readonly string[]): Promise<number> {
  const server = await startServer(dataDir, {}, ["server/test/attack/crowd-server.ts", ...limits]);
  const pid = String(server.program.child.pid);
  execFileSync("/usr/bin/prlimit", ["--pid", pid, `--nofile=${FILES}:${FILES}`]);
  const { port } = new URL(server.url);
  const crowd: net.Socket[] = [];
  try {
    const settled = new Set<net.Socket>();
    for (let index = 0; index < CROWD; index++) {
      const socket = net.connect({ port: Number(port), host: "127.0.0.1", localAddress: ATTACKERS[index % ATTACKERS.length] });
      for (const event of ["connect", "error"]) socket.on(event, () => settled.add(socket));
      crowd.push(socket);
    }
    await until("the crowd is there", () => (settled.size === CROWD ? true : undefined));
    let answers = 0;
    for (let index = 0; index < TRIES; index++) {
      const asked = fetch(`${server.url}/healthz`, { headers: { connection: "close" }, signal: AbortSignal.timeout(ANSWER_MS) });
      answers += await asked.then(
        ({ status }) => Number(status === 200),
        () => 0,
      );
      await sleep(50);
    }
    return answers;
  } finally {
    for (const socket of crowd) socket.destroy();
    await server.program.end();
  }
}

t.test("a crowd of silent connections leaves everybody else theirs", { skip: !canLimit }, async (t) => {
  t.equal(await served(["500", "300", "80"]), TRIES, "every request is answered");
});

t.test("without the limit the crowd takes every file the process may open", { skip: !canLimit }, async (t) => {
  t.equal(await served(["none", "none", "none"]), 0, "nobody is answered");
});
