// Answers a server that asks for this machine's logs: one request at a time, collected once, and sent part by part as the server wants
// them, so that what is measured never waits behind a file.
import { open, rm, stat } from "node:fs/promises";
import { type Envelope, LOGS_PART_BYTES, LogsProblem, type LogsRequest, type LogsWanted } from "@vigia/protocol";
import type { LogsAsked } from "../link/session.ts";
import type { Log } from "../log.ts";
import type { Service } from "../service.ts";

const HOUR_MS = 3_600_000;
/** More collections within an hour are refused, whoever asks. */
const MOST_AN_HOUR = 10;

export interface LogsServiceParts {
  /** Absolute; this service's alone. */
  readonly file: string;
  readonly log: Log;
  /** Milliseconds of a clock that never goes back. */
  readonly steadyMs: () => number;
  /** Makes the zip in a file that is not there. */
  collect(file: string, signal: AbortSignal): Promise<void>;
  say(envelope: Envelope): boolean;
}

/** Builds it. */
export function createLogsService({ file, log, steadyMs, collect, say }: LogsServiceParts): Service & LogsAsked {
  /** The request that is served, in hexadecimal, and its size once it is collected (bytes). */
  let current: { readonly id: string; size: number | undefined } | undefined;
  let begun: number[] = [];
  let stopped = new AbortController();
  let working: Promise<void> = Promise.resolve();

  const hex = (id: Uint8Array | null | undefined): string => Buffer.from(id ?? []).toString("hex");

  function mayCollect(): boolean {
    const now = steadyMs();
    begun = begun.filter((at) => now - at < HOUR_MS);
    return begun.length < MOST_AN_HOUR && begun.push(now) > 0;
  }

  async function serve(requestId: Uint8Array, signal: AbortSignal): Promise<void> {
    const mine = { id: hex(requestId), size: undefined as number | undefined };
    current = mine;
    try {
      await rm(file, { force: true });
      await collect(file, signal);
      mine.size = (await stat(file)).size;
      log.info("logs were collected for the server", { request: mine.id, bytes: mine.size });
      say({ body: "logsOffer", logsOffer: { requestId, size: mine.size } });
    } catch (error) {
      if (signal.aborted) return;
      current = undefined;
      log.warn("logs could not be collected", { request: mine.id, error });
      say({ body: "logsOffer", logsOffer: { requestId, problem: LogsProblem.LOGS_PROBLEM_FAILED } });
    }
  }

  async function forget(): Promise<void> {
    current = undefined;
    await rm(file, { force: true });
  }

  return {
    name: "logs",
    async start(signal) {
      stopped = new AbortController();
      signal.addEventListener("abort", () => stopped.abort(), { once: true });
      // Of a request that the agent did not live to answer.
      await forget();
    },
    onCrash: () => undefined,
    async stop() {
      stopped.abort();
      await working;
      await forget();
    },

    request({ requestId }: LogsRequest) {
      const id = requestId ?? new Uint8Array();
      if (current?.id === hex(id)) {
        // The connection was lost meanwhile: what is there is offered again, what is under way will be.
        if (current.size !== undefined) say({ body: "logsOffer", logsOffer: { requestId: id, size: current.size } });
        return;
      }
      log.info("the server asks for logs", { request: hex(id) });
      if (!mayCollect()) {
        say({ body: "logsOffer", logsOffer: { requestId: id, problem: LogsProblem.LOGS_PROBLEM_TOO_OFTEN } });
        return;
      }
      working = working.then(() => (stopped.signal.aborted ? undefined : serve(id, stopped.signal)));
    },

    async wanted({ requestId, offset, done }: LogsWanted) {
      if (current === undefined || current.size === undefined || current.id !== hex(requestId)) return;
      if (done) return forget();
      const from = offset ?? 0;
      const content = await readPart(file, from);
      if (content.length > 0) say({ body: "logsPart", logsPart: { requestId: requestId ?? new Uint8Array(), offset: from, content } });
    },
  };
}

async function readPart(file: string, from: number): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const buffer = Buffer.alloc(LOGS_PART_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
