// A program that fills a real spool until it is killed: prints "+NAME" before it offers an event and "=NAME" once it was promised.
import { randomBytes } from "node:crypto";
import { writeSync } from "node:fs";
import { AgentEventKind } from "@vigia/protocol";
import { errorCode } from "../files.ts";
import { nodeFiles, openSpool } from "../index.ts";

const [dir = "", run = ""] = process.argv.slice(2);
const spool = await openSpool({
  files: nodeFiles,
  dir,
  maxBytes: 64 * 1_048_576,
  randomBytes,
  now: () => Date.now(),
  onTrouble: () => undefined,
  segmentBytes: 4_096,
});
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Leaves this process before it returns: what waits in a stream of Node's would die with the process. */
function say(line: string): void {
  for (;;) {
    try {
      writeSync(process.stdout.fd, `${line}\n`);
      return;
    } catch (error) {
      // The reader is behind, and the pipe is full.
      if (errorCode(error) !== "EAGAIN") throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}

for (let index = 0; ; index++) {
  const name = `${run}.${index}`;
  say(`+${name}`);
  spool.metrics({ uptimeSeconds: index }, Date.now());
  await spool.event({ kind: AgentEventKind.AGENT_EVENT_KIND_STARTED, detail: name }, Date.now());
  say(`=${name}`);
}
