// Real agent processes among the simulated ones: whether everything beside them works for the agent as it is shipped.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { formatId, IdentityStore } from "../../../agent/src/identity.ts";
import { agentCommand, startAgent } from "../../../server/test/kit/processes.ts";
import type { Ask } from "../oracle/database.ts";
import type { Target } from "./target.ts";

export interface RealAgents {
  readonly count: number;
  /** How many are shown online and brought a report within the last two intervals and half a minute. */
  healthy(ask: Ask): Promise<number>;
  /** Ends them; their folders are nobody's afterwards. */
  stop(): Promise<void>;
}

/** Enrols and starts so many. They measure this machine. Throws when one cannot be enrolled. */
export async function startRealAgents(
  count: number,
  folder: string,
  enrolAt: Pick<Target, "url" | "approve"> & { tokenFor: (i: number) => Promise<string> },
  intervalSeconds: number,
): Promise<RealAgents> {
  const ids: string[] = [];
  const programs: ReturnType<typeof startAgent>[] = [];
  for (let i = 0; i < count; i++) {
    const dir = join(folder, "real", String(i));
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const { code, output } = await agentCommand(dir, ["enroll", "--server", enrolAt.url, "--token", await enrolAt.tokenFor(i)]);
    if (code !== 0) throw new Error(`a real agent could not be enrolled: ${output}`);

    const id = formatId((await new IdentityStore(dir).load())?.resourceId ?? "");
    await enrolAt.approve(id);
    ids.push(id);
    programs.push(startAgent(dir, { VIGIA_AGENT_METRICS_INTERVAL: String(Math.max(5, Math.round(intervalSeconds))) }));
  }
  return {
    count,
    async healthy(ask) {
      const [row] = await ask<{ n: number }>(
        `select count(*)::int n from resource_presence p join telemetry.latest l on l.resource_id = p.resource_id
         where p.resource_id = any($1::uuid[]) and p.presence = 'online' and l.at > now() - make_interval(secs => $2)`,
        [ids, Math.max(5, intervalSeconds) * 2 + 30],
      );
      return row?.n ?? 0;
    },
    async stop() {
      await Promise.all(programs.map((program) => program.end("SIGKILL")));
    },
  };
}
