// The processes of simulated agents, ordered about together.
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { Order, Squad, SquadStats } from "./orders.ts";

const PER_PROCESS = 2_500;
const LOOK_MS = 100;

export interface Fleet {
  readonly truthFiles: readonly string[];
  readonly processes: number;
  /** Of all processes together, as told last. */
  stats(): Omit<SquadStats, "latencies" | "troubles">;
  /** Milliseconds from sync to Ack since this was last asked; a sample. */
  takeLatencies(): number[];
  order(order: Order): void;
  /** Resolves when `test` holds. Rejects with `what` after so many milliseconds, or when a process of agents ended. */
  until(what: string, test: (stats: ReturnType<Fleet["stats"]>) => boolean, timeoutMs: number): Promise<void>;
  /** Writes the last words and ends all processes. */
  stop(): Promise<void>;
}

interface Member {
  readonly child: ChildProcess;
  stats: SquadStats;
  readonly gone: Promise<number | null>;
  code: number | null | undefined;
}

const NOTHING: SquadStats = {
  opened: 0,
  connected: 0,
  backlog: 0,
  hushed: false,
  written: false,
  dropped: 0,
  latencies: [],
  troubles: [],
  rssBytes: 0,
};

/** Starts the processes; every agent's identity must lie in its folder. `onTrouble` gets sentences. */
export function startFleet(
  agents: number,
  squad: Omit<Squad, "first" | "count" | "truthFile">,
  onTrouble: (sentence: string) => void,
): Fleet {
  const processes = Math.ceil(agents / PER_PROCESS);
  const truthFiles: string[] = [];
  let latencies: number[] = [];
  const members = Array.from({ length: processes }, (_, i): Member => {
    const first = Math.floor((agents * i) / processes);
    const count = Math.floor((agents * (i + 1)) / processes) - first;
    const truthFile = join(squad.folder, `truth-${i}.ndjson`);
    truthFiles.push(truthFile);
    const child = fork(join(import.meta.dirname, "squad.ts"), { execArgv: ["--conditions=vigia-source"] });
    const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
    const member: Member = { child, stats: NOTHING, gone, code: undefined };
    void gone.then((code) => {
      member.code = code;
    });
    child.on("message", (stats: SquadStats) => {
      member.stats = stats;
      latencies.push(...stats.latencies);
      for (const trouble of stats.troubles) onTrouble(`process ${i}: ${trouble}`);
    });
    child.send({ do: "open", squad: { ...squad, first, count, truthFile } } satisfies Order);
    return member;
  });

  const sum = (of: (stats: SquadStats) => number) => members.reduce((total, { stats }) => total + of(stats), 0);
  const stats = () => ({
    opened: sum(({ opened }) => opened),
    connected: sum(({ connected }) => connected),
    backlog: sum(({ backlog }) => backlog),
    dropped: sum(({ dropped }) => dropped),
    rssBytes: sum(({ rssBytes }) => rssBytes),
    hushed: members.every((member) => member.stats.hushed),
    written: members.every((member) => member.stats.written),
  });

  return {
    truthFiles,
    processes,
    stats,
    takeLatencies() {
      const taken = latencies;
      latencies = [];
      return taken;
    },
    order(order) {
      for (const { child } of members) child.send(order);
    },
    async until(what, test, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      while (!test(stats())) {
        const ended = members.find(({ code }) => code !== undefined);
        if (ended !== undefined) throw new Error(`a process of agents ended with ${ended.code} while waiting: ${what}`);
        if (performance.now() > deadline) throw new Error(`waited ${timeoutMs / 1_000} s in vain: ${what} (${JSON.stringify(stats())})`);
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    },
    async stop() {
      for (const { child, code } of members) if (code === undefined) child.send({ do: "stop" } satisfies Order);
      await Promise.all(members.map(({ gone }) => gone));
    },
  };
}
