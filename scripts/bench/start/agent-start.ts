// How long the agent takes from the start of its process until a technician sees it online.
import type { Api } from "../../../server/test/kit/api.ts";
import { until } from "../../../server/test/kit/processes.ts";
import { endProgram, run } from "../programs.ts";

const LOOK_MS = 5;
const TIMEOUT_MS = 30_000;

export interface AgentPlace {
  readonly api: Api;
  readonly resourceId: string;
  /** The agent as it is shipped: one file. */
  readonly bundle: string;
  readonly dataDir: string;
}

/** Seconds of each of so many starts, in order. The agent is stopped between them and after the last. */
export async function timeAgentStarts({ api, resourceId, bundle, dataDir }: AgentPlace, starts: number): Promise<number[]> {
  const online = async (wanted: boolean): Promise<true | undefined> => {
    const resource = await api.ok<{ online: boolean }>("GET", `/api/v1/resources/${resourceId}`);
    return resource.online === wanted ? true : undefined;
  };
  const seconds: number[] = [];
  for (let i = 0; i < starts; i++) {
    await until("the agent is away", () => online(false), TIMEOUT_MS, LOOK_MS);
    const startedAt = performance.now();
    const agent = run(process.execPath, [bundle, "run"], { VIGIA_AGENT_DATA: dataDir });
    try {
      await until("the agent is online", () => online(true), TIMEOUT_MS, LOOK_MS);
      seconds.push((performance.now() - startedAt) / 1_000);
    } finally {
      await endProgram(agent);
    }
  }
  return seconds;
}
