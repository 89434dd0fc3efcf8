// The honest side while an attack runs: agents whose reports are timed from sending to Ack, a technician who asks, and the server's memory.
import fs from "node:fs";
import { decode, encode, Lane, type Metrics, type WireRecord } from "@vigia/protocol";
import { type AgentSocket, FakeAgent } from "../../fake-agent.ts";
import type { Api } from "../../kit/api.ts";

const AGENTS = 5;
const REPORT_EVERY_MS = 100;
const ASK_EVERY_MS = 400;
const LOOK_EVERY_MS = 100;

/** What was seen in one stretch of time. Milliseconds and bytes. */
export interface Seen {
  readonly reports: number;
  readonly p99Ms: number;
  /** A technician's requests: how many, the slowest, and those that were not answered as they should be. */
  readonly asked: number;
  readonly slowestMs: number;
  readonly unanswered: readonly string[];
  readonly memoryBytes: number;
}

/** The process's resident memory, bytes; 0 once it is gone. */
export function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return 0;
  return 1_024 * Number(/^VmRSS:\s+(\d+)/m.exec(fs.readFileSync(file, "utf8"))?.[1] ?? 0);
}

interface Reporter {
  readonly agent: FakeAgent;
  readonly socket: AgentSocket;
  seq: number;
  /** When each number that is not acknowledged yet was sent. */
  readonly sentAt: Map<number, number>;
}

export class Witness {
  readonly #api: Api;
  readonly #pid: number;
  readonly #reporters: Reporter[] = [];
  #latencies: number[] = [];
  /** What happened to honest agents that must not happen. */
  readonly troubles: string[] = [];

  constructor(api: Api, pid: number) {
    this.#api = api;
    this.#pid = pid;
  }

  /** Enrols and connects the honest agents. */
  async begin(token: string): Promise<void> {
    for (let index = 0; index < AGENTS; index++) {
      const agent = new FakeAgent(`${this.#api.url.replace(/^http/, "ws")}/agent/v1`);
      await agent.enroll(token, { hostname: `honest-${index}` });
      const { socket } = await agent.connect();
      const reporter: Reporter = { agent, socket, seq: 0, sentAt: new Map() };
      socket.socket.on("message", (data: Buffer) => this.#acknowledged(reporter, decode(data).ack?.seq ?? 0));
      socket.socket.on("close", (code, reason) => this.troubles.push(`an honest agent was closed: ${code} ${reason}`));
      this.#reporters.push(reporter);
    }
  }

  /** Lets the honest side work until `over` and answers what it met. */
  async watch(over: Promise<unknown>): Promise<Seen> {
    this.#latencies = [];
    let memoryBytes = 0;
    const asked: number[] = [];
    const unanswered: string[] = [];
    const questions: Promise<void>[] = [];
    const ask = async () => {
      const at = performance.now();
      try {
        const { status } = await this.#api.call("GET", "/api/v1/resources?limit=50", undefined, {}, AbortSignal.timeout(15_000));
        if (status !== 200) unanswered.push(`answered ${status}`);
      } catch (error) {
        unanswered.push(String(error));
      }
      asked.push(performance.now() - at);
    };
    const timers = [
      setInterval(() => this.#report(), REPORT_EVERY_MS),
      setInterval(() => questions.push(ask()), ASK_EVERY_MS),
      setInterval(() => {
        memoryBytes = Math.max(memoryBytes, memoryOf(this.#pid));
      }, LOOK_EVERY_MS),
    ];
    await over;
    for (const timer of timers) clearInterval(timer);
    await Promise.all(questions);
    // What is still under way has waited at least so long.
    const now = performance.now();
    const waiting = this.#reporters.flatMap(({ sentAt }) => [...sentAt.values()].map((at) => now - at));
    const sorted = [...this.#latencies, ...waiting].sort((a, b) => a - b);
    return {
      reports: sorted.length,
      p99Ms: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.POSITIVE_INFINITY,
      asked: asked.length,
      slowestMs: Math.max(...asked),
      unanswered,
      memoryBytes,
    };
  }

  end(): void {
    this.troubles.length = 0;
    for (const { socket } of this.#reporters) socket.kill();
  }

  #report(): void {
    for (const reporter of this.#reporters) {
      const seq = ++reporter.seq;
      const metrics = { cpu: { busy: 0.5, ioWait: 0, load1: 1 }, uptimeSeconds: seq } as unknown as Metrics;
      const record = { seq, atMs: Date.now(), body: "metrics", metrics } as WireRecord;
      reporter.sentAt.set(seq, performance.now());
      reporter.socket.socket.send(
        encode({ body: "batch", batch: { lane: Lane.LANE_METRIC, epoch: reporter.agent.epoch, records: [record] } }),
      );
    }
  }

  #acknowledged({ sentAt }: Reporter, upTo: number): void {
    const now = performance.now();
    for (const [seq, at] of sentAt) {
      if (seq > upTo) break;
      sentAt.delete(seq);
      this.#latencies.push(now - at);
    }
  }
}
